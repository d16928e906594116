import { readTime } from '../../shared/items/time';
import { asNumber, asText, isObject, type JsonObject } from '../../shared/transport/json';

/** A field of program members, as Marketo describes it. */
export interface MemberField {
	/** REST name. */
	name: string;
	label: string;
	/** string, integer, boolean, date, datetime … */
	dataType: string;
	/** Most characters; null where Marketo names none. */
	length: number | null;
	updateable: boolean;
}

/** What a field is to hold; null empties it. */
export type FieldValue = string | number | boolean | null;

/** REST names -> values. */
export type FieldValues = Readonly<Record<string, FieldValue>>;

/**
 * The two standard fields that can be written. `webinarUrl` is what `{{member.webinar url}}` shows.
 * https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/lead-database/program-members
 */
export const WEBINAR_URL = 'webinarUrl';
export const REGISTRATION_CODE = 'registrationCode';

export const STANDARD_FIELDS: readonly MemberField[] = [
	standardField(WEBINAR_URL, 'Webinar URL', 2000),
	standardField(REGISTRATION_CODE, 'Registration Code', 100),
];

function standardField(name: string, label: string, length: number): MemberField {
	return { name, label, dataType: 'string', length, updateable: true };
}

/** A row of describe; undefined where it has no name. */
export function memberField(row: JsonObject): MemberField | undefined {
	const name = asText(row.name);
	if (name === '') return undefined;
	return {
		name,
		label: asText(row.displayName) || name,
		dataType: asText(row.dataType).toLowerCase(),
		length: asNumber(row.length) ?? null,
		updateable: row.updateable === true,
	};
}

/**
 * A value of an item as a field takes it; empty ones empty the field. n8n's DateTime and Date are
 * written as Marketo takes times: UTC, without milliseconds.
 */
export function fieldValue(value: unknown): FieldValue {
	if (typeof value === 'boolean') return value;
	if (typeof value === 'number') return Number.isFinite(value) ? value : null;
	const text = isObject(value) ? asTime(value) : asText(value);
	return text.trim() === '' ? null : text;
}

function asTime(value: unknown): string {
	return readTime(value)?.replace(/\.\d+Z$/, 'Z') ?? '';
}

/** The value in the form of the field's type, where it can be read as one; else Marketo says what is wrong. */
export function fitted(value: FieldValue, dataType: string): FieldValue {
	if (typeof value !== 'string') return value;
	switch (dataType) {
		case 'date':
			return readTime(value)?.slice(0, 10) ?? value;
		case 'datetime':
			return asTime(value) || value;
		case 'boolean':
			return /^(?:true|false)$/i.test(value.trim()) ? value.trim().toLowerCase() === 'true' : value;
		default:
			return NUMERIC.has(dataType) ? (asNumber(value) ?? value) : value;
	}
}

const NUMERIC = new Set(['integer', 'float', 'currency', 'percent', 'score']);

/**
 * Whether the field holds the value already, however Marketo writes it back: numbers and dates as
 * text, times in another form.
 */
export function holds(held: unknown, wanted: FieldValue, dataType: string): boolean {
	const present = typeof held === 'boolean' ? held : fieldValue(held);
	if (present === null || wanted === null) return present === wanted;
	if (present === wanted || String(present) === String(wanted)) return true;
	switch (dataType) {
		case 'boolean':
			return String(present).toLowerCase() === String(wanted).toLowerCase();
		case 'date':
		case 'datetime':
			return sameMoment(String(present), String(wanted));
		default:
			return NUMERIC.has(dataType) && sameNumber(present, wanted);
	}
}

function sameNumber(one: FieldValue, other: FieldValue): boolean {
	const number = asNumber(one);
	return number !== undefined && number === asNumber(other);
}

/** Times without a zone are UTC, as Marketo writes them; `…Z+0000` is one of its forms. */
function sameMoment(one: string, other: string): boolean {
	const read = (text: string) => Date.parse(text.trim().replace(/Z?[+-]00:?00$/, 'Z'));
	return read(one) === read(other);
}
