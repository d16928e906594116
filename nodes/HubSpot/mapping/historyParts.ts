import type { EngagementPart } from '../../shared/items/person';
import { isObject } from '../../shared/transport/json';

/** What is known of a contact's registration for one webinar. Times are ISO 8601 UTC. */
export interface RegistrationPart {
	/** When the contact registered; absent where only the cancellation was ever seen. */
	at?: string;
	/** Cancelled or denied; the registration does not count. */
	cancelledAt?: string;
	/** The contact's own link into the webinar. */
	joinUrl?: string;
	/** Page of the webinar. */
	url?: string;
	/** When this was learned; of two reports the newer one counts. */
	learnedAt: string;
}

/** What is known of a contact's stay in one session of a webinar. */
export interface AttendancePart {
	attended: boolean;
	seconds: number;
	/** 0–100, one decimal. */
	percent: number;
	/** Start of the session. */
	start: string;
	engagement?: EngagementPart;
	/** When this was learned; of two reports the newer one counts. */
	learnedAt: string;
}

/** What a run says of a registration. */
export interface RegistrationReport extends Pick<RegistrationPart, 'at' | 'joinUrl' | 'url'> {
	cancelled: boolean;
	/** The URL only leads into the webinar: it takes the place of no other one. */
	weakUrl?: boolean;
	/** Of news of one registration: when it happened, perhaps long ago; absent for lists. */
	toldAt?: string;
}

/** What a run says of a stay. */
export type AttendanceReport = Omit<AttendancePart, 'learnedAt'> & {
	/** Names the session, see `sessionHash`. */
	session: string;
};

type Learned = { learnedAt: string };

/** The newer of two; a total order, so that every writer prefers the same. */
export function newerOf<Part extends Learned>(one: Part, other: Part): Part {
	const difference = Date.parse(one.learnedAt) - Date.parse(other.learnedAt);
	if (difference !== 0) return difference > 0 ? one : other;
	return contentOf(one) >= contentOf(other) ? one : other;
}

/** The part as text without when it was learned: the same content gives the same text. */
export function contentOf(part: Learned): string {
	return canonical({ ...part, learnedAt: '' });
}

/** Later than what it takes the place of, even when the clock of this n8n went back. */
export function after(held: Learned | undefined, learnedAt: string): string {
	if (held === undefined) return learnedAt;
	const moment = Math.max(Date.parse(learnedAt), Date.parse(held.learnedAt) + 1000);
	return new Date(moment).toISOString();
}

/**
 * What is known of a registration after a run has told of it. A registration that stands keeps the
 * time under which HubSpot knows it. HubSpot takes the latest of registration and cancellation for
 * the state, so each that undoes the other gets a time after it. Old news undo nothing that
 * happened after them.
 */
export function succeedRegistration(
	held: RegistrationPart | undefined,
	report: RegistrationReport,
	learnedAt: string,
): RegistrationPart {
	if (report.cancelled) return cancelledPart(held, report, learnedAt);
	const { toldAt, at = toldAt ?? held?.at ?? learnedAt } = report;
	const undone = held?.cancelledAt;
	const url = urlOf(held, report);
	if (undone === undefined) {
		const joinUrl = report.joinUrl ?? held?.joinUrl;
		return { at: held?.at ?? at, ...links(joinUrl, url), learnedAt };
	}
	if (held !== undefined && toldAt !== undefined && !isLater(toldAt, undone)) return held;
	const again = isLater(at, undone) ? at : laterThan(toldAt ?? at, undone);
	return { at: again, ...links(report.joinUrl, url), learnedAt };
}

function cancelledPart(
	held: RegistrationPart | undefined,
	report: RegistrationReport,
	learnedAt: string,
): RegistrationPart {
	const { at: told, toldAt } = report;
	if (held?.cancelledAt !== undefined) return held;
	if (held !== undefined && isLater(held.at, toldAt)) return held;
	const at = held?.at ?? told;
	const moment = toldAt ?? at ?? learnedAt;
	const cancelledAt = at === undefined ? moment : laterThan(moment, at);
	const known = links(undefined, urlOf(held, report));
	return { ...(at !== undefined && { at }), cancelledAt, ...known, learnedAt };
}

function urlOf(
	held: RegistrationPart | undefined,
	{ url, weakUrl }: RegistrationReport,
): string | undefined {
	return weakUrl === true ? (held?.url ?? url) : (url ?? held?.url);
}

function links(joinUrl?: string, url?: string): Pick<RegistrationPart, 'joinUrl' | 'url'> {
	return { ...(joinUrl && { joinUrl }), ...(url && { url }) };
}

/** A later report on the same session. What a source does not tell of the engagement stays. */
export function succeedAttendance(
	held: AttendancePart | undefined,
	report: AttendanceReport,
	learnedAt: string,
): AttendancePart {
	const { attended, seconds, percent } = report;
	// The start that an attendance was written under is its key in HubSpot.
	const start = held?.attended === true && attended ? held.start : report.start;
	const engagement = attended ? (report.engagement ?? held?.engagement) : undefined;
	return { attended, seconds, percent, start, ...(engagement && { engagement }), learnedAt };
}

function isLater(time: string | undefined, than: string | undefined): boolean {
	if (time === undefined || than === undefined) return false;
	return Date.parse(time) > Date.parse(than);
}

function laterThan(time: string, than: string): string {
	return isLater(time, than) ? time : new Date(Date.parse(than) + 1).toISOString();
}

function canonical(value: unknown): string {
	if (!isObject(value)) return JSON.stringify(value) ?? '';
	const members = Object.entries(value).filter(([, member]) => member !== undefined);
	members.sort(([one], [other]) => (one < other ? -1 : 1));
	return `{${members.map(([name, member]) => `${name}:${canonical(member)}`).join()}}`;
}
