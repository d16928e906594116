import {
	asIsoTime,
	asNumber,
	asObjects,
	asText,
	type JsonObject,
} from '../../shared/transport/json';

/** One row of Marketo's activity log, read. */
export interface Activity {
	/** What tells it from every other one: `marketoGUID`, or the number of old instances. */
	guid: string;
	typeId: number;
	/** ISO 8601 UTC; null where Marketo's date cannot be read. */
	date: string | null;
	leadId: number | null;
	campaignId: number | null;
	/** What the activity is about; of program activities the program. */
	primaryId: number | null;
	primaryValue: string;
	/** Attributes by the name that Marketo gives them. */
	attributes: JsonObject;
}

/**
 * https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/lead-database/activities
 * @returns undefined for a row that is no activity
 */
export function activityOf(row: JsonObject): Activity | undefined {
	const typeId = asNumber(row.activityTypeId);
	if (typeId === undefined) return undefined;
	const leadId = asNumber(row.leadId) ?? null;
	const date = activityTime(row.activityDate);
	const primaryId = asNumber(row.primaryAttributeValueId) ?? null;
	return {
		guid: guidOf(row) || [typeId, leadId, date, primaryId].map(String).join(' '),
		typeId,
		date,
		leadId,
		campaignId: asNumber(row.campaignId) ?? null,
		primaryId,
		primaryValue: asText(row.primaryAttributeValue),
		attributes: Object.fromEntries(
			asObjects(row.attributes).map(({ name, apiName, value }): [string, unknown] => [
				asText(name) || asText(apiName),
				value ?? null,
			]),
		),
	};
}

/** `id` is of the time before the GUID, and may be missing. */
function guidOf({ marketoGUID, id }: JsonObject): string {
	return asText(marketoGUID).trim() || asText(id).trim();
}

/** `2026-11-20T10:00:00Z`, or with `+0000` behind it. */
function activityTime(value: unknown): string | null {
	return asIsoTime(asText(value).replace(/Z?[+-]0000$/, 'Z'));
}

/** Names without case, blanks and signs: instances write `New Status` and `newStatus`. */
export function plainName(name: string): string {
	return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** The text of an attribute, however its name is written; empty where there is none. */
export function attributeText({ attributes }: Activity, name: string): string {
	return textOf(attributeOf(attributes, name)).trim();
}

/** What an attribute says by yes or no; null where it says neither. */
export function attributeFlag({ attributes }: Activity, name: string): boolean | null {
	const value = textOf(attributeOf(attributes, name)).trim().toLowerCase();
	if (['true', '1', 'yes'].includes(value)) return true;
	return ['false', '0', 'no'].includes(value) ? false : null;
}

function attributeOf(attributes: JsonObject, name: string): unknown {
	const wanted = plainName(name);
	return Object.entries(attributes).find(([key]) => plainName(key) === wanted)?.[1];
}

function textOf(value: unknown): string {
	return typeof value === 'boolean' ? String(value) : asText(value);
}
