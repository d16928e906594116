import { asArray, asText, isObject, type JsonObject } from '../../shared/transport/json';
import { momentOf } from './webinarTime';
import { addresses } from './webinarSettings';

/** Members of a change that say what to do, not how the webinar is to be. */
const NO_STATE = new Set(['notify_registrants']);
/** An end of a series may be told in another second of the same day. */
const MINUTE_MS = 60_000;

/**
 * Whether a change, in Zoom's words, would leave the webinar as it is. What Zoom does not show counts
 * as different: better one call too many than a change that is not made.
 */
export function isAlreadySo(change: JsonObject, details: JsonObject): boolean {
	return Object.entries(change).every(([name, wanted]) => {
		const present = details[name];
		if (NO_STATE.has(name)) return true;
		if (name === 'start_time') {
			const zone = asText(change.timezone) || asText(details.timezone);
			return momentOf(asText(wanted), zone) === Date.parse(asText(present));
		}
		if (name === 'end_date_time') return isSameMinute(wanted, present);
		if (name === 'alternative_hosts' || name === 'weekly_days') return isSameList(wanted, present);
		return isSame(wanted, present);
	});
}

function isSame(wanted: unknown, present: unknown): boolean {
	if (isObject(wanted)) return isObject(present) && isAlreadySo(wanted, present);
	if (Array.isArray(wanted)) {
		const others = asArray(present);
		return (
			wanted.length === others.length &&
			wanted.every((value, index) => isSame(value, others[index]))
		);
	}
	if (typeof wanted === 'boolean') return wanted === present;
	// Zoom leaves out what is empty.
	return asText(wanted) === asText(present);
}

function isSameMinute(wanted: unknown, present: unknown): boolean {
	const distance = Math.abs(Date.parse(asText(wanted)) - Date.parse(asText(present)));
	return distance < MINUTE_MS;
}

function isSameList(wanted: unknown, present: unknown): boolean {
	const sorted = (list: unknown): string =>
		addresses(list)
			.map((entry) => entry.toLowerCase())
			.sort()
			.join();
	return sorted(wanted) === sorted(present);
}
