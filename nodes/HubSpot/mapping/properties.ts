import { HISTORY_PROPERTY, PROPERTY_DEFINITIONS } from './definitions';
import { countedStay, isRegistered, type History, type HistoryEntry } from './history';
import { webinarIdOf } from './historyKey';
import type { AttendancePart } from './historyParts';
import { writeHistory } from './historyText';

const NUMBER_PROPERTIES = new Set(
	PROPERTY_DEFINITIONS.filter(({ type }) => type === 'number').map(({ name }) => name),
);

interface Found {
	key: string;
	entry: HistoryEntry;
}

/**
 * The contact's properties, counted anew from its history, so that writing them twice changes
 * nothing. Numbers are text; an empty text clears the property.
 */
export function computeProperties(history: History): Record<string, string> {
	const entries = [...history.entries.values()];
	const folded = [...history.folded.values()];
	const tenths = [
		...entries.flatMap((entry) => countedStay(entry) ?? []).map(tenthsOf),
		...folded.filter(({ attended }) => attended).map((entry) => entry.tenths),
	];
	const registrations =
		entries.filter(isRegistered).length + folded.filter(({ registered }) => registered).length;
	return {
		n8n_webinar_registration_count: String(registrations),
		n8n_webinar_attendance_count: String(tenths.length),
		n8n_webinar_attendance_average_duration: mean(tenths),
		...ofLastRegistered(lastRegistered(history)),
		...ofLastAttended(lastAttended(history)),
		[HISTORY_PROPERTY]: writeHistory(history),
	};
}

function ofLastRegistered(last: Found | null): Record<string, string> {
	const registration = last?.entry.registration;
	return {
		n8n_webinar_last_registered: last?.entry.about.topic ?? '',
		n8n_webinar_last_registered_url: registration?.url ?? '',
		n8n_webinar_join_link: registration?.joinUrl ?? '',
	};
}

function ofLastAttended(last: (Found & { stay: AttendancePart }) | null): Record<string, string> {
	const engagement = last?.stay.engagement;
	return {
		n8n_webinar_last_attended_id: last === null ? '' : webinarIdOf(last.key),
		n8n_webinar_last_attended_name: last?.entry.about.topic ?? '',
		n8n_webinar_last_attended_seconds: numberText(last?.stay.seconds),
		n8n_webinar_last_attended_percent: numberText(last?.stay.percent),
		n8n_webinar_last_engagement_level: engagement?.level ?? '',
		n8n_webinar_last_polls_answered: numberText(engagement?.polls),
		n8n_webinar_last_questions_asked: numberText(engagement?.questions),
	};
}

/** The attended webinar with the latest start; null when there is none. */
export function lastAttended(history: History): (Found & { stay: AttendancePart }) | null {
	const found = latest(history, (entry) => countedStay(entry)?.start);
	const stay = found === null ? undefined : countedStay(found.entry);
	return found === null || stay === undefined ? null : { ...found, stay };
}

/** The webinar with the latest registration that counts; null when there is none. */
export function lastRegistered(history: History): Found | null {
	return latest(history, (entry) => (isRegistered(entry) ? entry.registration?.at : undefined));
}

/** Those of the wanted values that the contact does not hold already. */
export function changedProperties(
	held: Record<string, string>,
	wanted: Record<string, string>,
): Record<string, string> {
	return Object.fromEntries(
		Object.entries(wanted).filter(([name, value]) => !isSame(name, held[name] ?? '', value)),
	);
}

/** HubSpot may write a number in another way than we do. */
function isSame(name: string, held: string, wanted: string): boolean {
	if (held === wanted) return true;
	const bothSet = held !== '' && wanted !== '';
	return bothSet && NUMBER_PROPERTIES.has(name) && Number(held) === Number(wanted);
}

function tenthsOf({ percent }: AttendancePart): number {
	return Math.round(percent * 10);
}

function numberText(number: number | undefined): string {
	return number === undefined ? '' : String(number);
}

/** Mean in percent with one decimal, of tenths; whole numbers, so that rounding is exact. */
function mean(tenths: readonly number[]): string {
	if (tenths.length === 0) return '';
	const sum = tenths.reduce((total, each) => total + each, 0);
	return String(Math.round(sum / tenths.length) / 10);
}

/** At the same moment the smaller key: every writer must choose the same. */
function latest(history: History, time: (entry: HistoryEntry) => string | undefined): Found | null {
	let found: (Found & { moment: number }) | null = null;
	for (const [key, entry] of history.entries) {
		const text = time(entry);
		if (text === undefined) continue;
		const moment = Date.parse(text);
		const better =
			found === null || moment > found.moment || (moment === found.moment && key < found.key);
		if (better) found = { key, entry, moment };
	}
	return found;
}
