import type { ZoomOccurrence, ZoomRegistrantRow, ZoomUser, ZoomWebinarState } from '../../world';
import { validationFailed, ZoomError } from '../errors';
import { keyOf } from './roll';

/** A registration as it was sent; nothing in it is trusted. */
export type Application = Record<string, unknown>;

const LONGEST = { first_name: 64, last_name: 64, email: 128 } as const;
const EMAIL = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/;

/** Where registration is looked after rather than asked for. @throws ZoomError 400/3000 */
export function requireRegistration(webinar: ZoomWebinarState): void {
	if (webinar.approvalType !== 2) return;
	throw refusal(3000, `Registration has not been enabled for this webinar: ${webinar.id}.`);
}

/** @throws ZoomError 400/3000; documented for update and delete, for registering it is an assumption */
export function refuseZoomEvents(webinar: ZoomWebinarState): void {
	if (!webinar.eventsWebinar) return;
	throw refusal(
		3000,
		'Your request could not be processed because webinars created via event directory can not be updated or deleted using this method.',
	);
}

/** Whether anybody may register for this webinar now. @throws ZoomError with Zoom's refusal */
export function requireOpen(webinar: ZoomWebinarState, now: number): void {
	refuseZoomEvents(webinar);
	if (webinar.approvalType === 2) {
		throw refusal(3000, `This webinar does not have registration as required: ${webinar.id}.`);
	}
	if (webinar.settings?.paid === true) {
		throw refusal(3000, 'The Zoom REST API does not support paid registration.');
	}
	if (now > lastEnd(webinar)) throw over();
}

/** Each endpoint has an answer of its own. */
const FULL = {
	single: {
		code: 3000,
		message:
			'You have reached the limit for the number of attendees you can add. Contact Zoom Support for more information.',
	},
	batch: { code: 3043, message: 'Webinar has reached maximum attendee capacity.' },
	status: { code: 3035, message: 'Webinar has reached maximum attendee capacity.' },
};

/**
 * Room by `registrants_restrict_number`, 0 = no limit. Zoom's page names the registrants; that those who
 * wait or were denied take no place is an assumption.
 * @param more people who would come in addition
 */
export function requireRoom(
	webinar: ZoomWebinarState,
	more: number,
	kind: keyof typeof FULL,
): void {
	const most = Number(webinar.settings?.registrants_restrict_number ?? 0);
	if (most === 0 || more === 0) return;
	const approved = webinar.registrants.filter((row) => row.status === 'approved').length;
	if (approved + more > most) throw refusal(FULL[kind].code, FULL[kind].message);
}

/** Whether this person may register at all. @throws ZoomError */
export function requireGuest(webinar: ZoomWebinarState, host: ZoomUser, email: string): void {
	if (keyOf(host.email) === keyOf(email)) throw refusal(3027, 'Host cannot register.');
	if (webinar.panelists.some((panelist) => keyOf(panelist.email) === keyOf(email))) {
		throw refusal(
			3000,
			'You have been invited as a panelist for the webinar, please check your email to find more information about this webinar.',
		);
	}
}

/** First name and email, in the lengths that Zoom takes. @throws ZoomError 400/300 with the field */
export function requirePerson(application: Application): { email: string; first_name: string } {
	const { email, first_name } = application;
	for (const [field, length] of Object.entries(LONGEST)) {
		const value = application[field] ?? '';
		if (typeof value !== 'string' || value.length > length) throw validationFailed(field);
	}
	if (typeof email !== 'string' || !EMAIL.test(email)) throw validationFailed('email');
	if (typeof first_name !== 'string' || first_name.trim() === '') {
		throw validationFailed('first_name');
	}
	return { email, first_name };
}

/** What the form demands beside name and email. @throws ZoomError 400/300 with the question */
export function requireAnswers(webinar: ZoomWebinarState, application: Application): void {
	const { questions = [], custom_questions = [] } = webinar.questions ?? {};
	for (const { field_name, required } of questions) {
		const value = application[field_name];
		if (required && (typeof value !== 'string' || value === '')) throw validationFailed(field_name);
	}
	const answers = answersOf(application);
	for (const { title, required } of custom_questions) {
		if (required && !answers.some((one) => one.title === title && one.value !== '')) {
			throw validationFailed(title);
		}
	}
}

/** @throws ZoomError 400/300 for what is no answer */
export function answersOf(application: Application): Array<{ title: string; value: string }> {
	const { custom_questions = [] } = application;
	if (!Array.isArray(custom_questions)) throw validationFailed('custom_questions');
	return custom_questions.map((one: unknown) => {
		const { title, value } = Object(one) as Record<string, unknown>;
		if (typeof title !== 'string' || typeof value !== 'string' || value.length > 128) {
			throw validationFailed('custom_questions');
		}
		return { title, value };
	});
}

/**
 * The occurrences of a comma-separated list; undefined = all, which is so for every webinar with one
 * registration for all its dates.
 * @throws ZoomError 400/3000, and 400/3038 when none of them is left
 */
export function chosenOccurrences(
	webinar: ZoomWebinarState,
	list: string | undefined,
	now: number,
): ZoomOccurrence[] | undefined {
	if (list === undefined || list === '') return undefined;
	const chosen = list.split(',').map((id) => occurrence(webinar, id.trim()));
	if (chosen.every((one) => endOf(one) < now)) throw over();
	return (webinar.settings?.registration_type ?? 1) === 1 ? undefined : chosen;
}

/** @throws ZoomError 400/3000 */
export function occurrence(webinar: ZoomWebinarState, id: string): ZoomOccurrence {
	const found = webinar.occurrences?.find((one) => one.occurrence_id === id);
	if (found === undefined || found.status === 'deleted') {
		throw refusal(3000, 'Webinar occurrence does not exist.');
	}
	return found;
}

/** Whether a registration is for this occurrence. */
export function isFor(row: ZoomRegistrantRow, occurrenceId: string | undefined): boolean {
	return (
		occurrenceId === undefined ||
		row.occurrence_ids === undefined ||
		row.occurrence_ids.includes(occurrenceId)
	);
}

/** Zoom's status of a registration, for one occurrence where it was set apart. */
export function statusOf(
	row: ZoomRegistrantRow,
	occurrenceId: string | undefined,
): ZoomRegistrantRow['status'] {
	return row.occurrence_status?.[occurrenceId ?? ''] ?? row.status;
}

/** The dates that are not deleted. */
export function availableDates(webinar: ZoomWebinarState): ZoomOccurrence[] {
	return webinar.occurrences?.filter((one) => one.status === 'available') ?? [];
}

/** Their ids. */
export function datesOf(webinar: ZoomWebinarState): string[] {
	return availableDates(webinar).map((one) => one.occurrence_id);
}

/** When the last date of the webinar ends, epoch milliseconds; never where no time is fixed. */
export function lastEnd(webinar: ZoomWebinarState): number {
	if (webinar.type === 6) return Infinity;
	const first = { start_time: webinar.startTime, duration: webinar.duration };
	const dates = webinar.occurrences === undefined ? [first] : availableDates(webinar);
	return Math.max(...dates.map(endOf));
}

function endOf({ start_time, duration }: Pick<ZoomOccurrence, 'start_time' | 'duration'>): number {
	return Date.parse(start_time) + duration * 60_000;
}

function over(): ZoomError {
	return refusal(
		3038,
		'Webinar is over, you cannot register now. If you have any questions, contact the webinar host.',
	);
}

export function refusal(code: number, message: string): ZoomError {
	return new ZoomError(400, code, message);
}
