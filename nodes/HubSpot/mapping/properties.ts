import type { History, HistoryEntry } from './history';
import { HISTORY_PROPERTY, PROPERTY_DEFINITIONS } from './definitions';
import { webinarIdOf } from './historyKey';
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
		...entries.filter(({ attended }) => attended).map(({ percent }) => Math.round(percent * 10)),
		...folded.filter(({ attended }) => attended).map((entry) => entry.tenths),
	];
	const registrations =
		entries.filter(({ registeredAt }) => registeredAt !== undefined).length +
		folded.filter(({ registered }) => registered).length;
	const last = lastAttended(history);
	return {
		n8n_webinar_registration_count: String(registrations),
		n8n_webinar_attendance_count: String(tenths.length),
		n8n_webinar_attendance_average_duration: mean(tenths),
		n8n_webinar_last_registered: lastRegistered(history)?.entry.topic ?? '',
		n8n_webinar_last_attended_id: last === null ? '' : webinarIdOf(last.key),
		n8n_webinar_last_attended_name: last?.entry.topic ?? '',
		n8n_webinar_last_attended_seconds: last === null ? '' : String(last.entry.seconds),
		n8n_webinar_last_attended_percent: last === null ? '' : String(last.entry.percent),
		[HISTORY_PROPERTY]: writeHistory(history),
	};
}

/** The attended session with the latest start; null when there is none. */
export function lastAttended(history: History): Found | null {
	return latest(history, ({ attended, start }) => (attended ? start : undefined));
}

/** The session with the latest registration; null when there is none. */
export function lastRegistered(history: History): Found | null {
	return latest(history, ({ registeredAt }) => registeredAt);
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
