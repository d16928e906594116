import { DateTime } from 'luxon';

import { asObject, asText, type JsonObject } from '../transport/json';

/** One entry of a drop-down of webinars in a CRM. */
export interface Choice {
	label: string;
	description: string;
	value: string;
}

/** A choice of one of the node's items. */
export interface Candidate {
	choice: Choice;
	/** ISO 8601 UTC; empty = no date. */
	start: string;
	/** Index of the item. */
	item: number;
}

const PROVIDERS: Readonly<Record<string, string>> = { zoom: 'Zoom', adobeConnect: 'Adobe Connect' };

/**
 * A webinar of *Get Many* of any platform, or the `webinar` of another item; undefined for an item
 * without one, which n8n emits where nothing was found.
 */
export function candidateOf(json: JsonObject, item: number): Candidate | undefined {
	const webinar = asText(asObject(json.webinar).webinarId) === '' ? json : asObject(json.webinar);
	const value = asText(webinar.webinarId);
	if (value === '') return undefined;
	const start = asText(webinar.scheduledStartTime) || asText(webinar.startTime);
	const when = localTime(start, asText(webinar.timezone));
	const topic = asText(webinar.topic).trim() || value;
	const provider = PROVIDERS[asText(webinar.provider)] ?? '';
	const label = when === '' ? topic : `${topic} (${when})`;
	return {
		choice: { label, description: `${provider} ${spaced(value)}`.trim(), value },
		start,
		item,
	};
}

/** Soonest first, those without a date last; of a series that comes several times the first date. */
export function inOrder(candidates: readonly Candidate[]): Candidate[] {
	return [...candidates].sort(
		(one, other) =>
			(one.start || '9999').localeCompare(other.start || '9999') ||
			one.choice.label.localeCompare(other.choice.label),
	);
}

/** `2026-12-02 16:00 Europe/Berlin`; in UTC where the zone is not known. */
function localTime(start: string, timezone: string): string {
	const utc = DateTime.fromISO(start, { zone: 'utc' });
	if (!utc.isValid) return '';
	const local = utc.setZone(timezone || 'utc');
	const shown = local.isValid ? local : utc;
	return `${shown.toFormat('yyyy-LL-dd HH:mm')} ${shown.zoneName}`;
}

/** As the platform shows it: `995 1234 5678`. */
function spaced(id: string): string {
	return /^[0-9]{10,11}$/.test(id) ? id.replace(/^(.{3})(.{3,4})(.{4})$/, '$1 $2 $3') : id;
}
