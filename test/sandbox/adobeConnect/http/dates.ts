import { DateTime } from 'luxon';

/**
 * `2013-05-15T10:33:35.343+02:00`: dates are answered with the offset of the account's time zone.
 * @param date ISO UTC
 * @param zone Java's name, e.g. Europe/Brussels
 */
export function adobeDate(date: string, zone: string): string {
	const key = `${zone} ${date}`;
	const known = WRITTEN.get(key);
	if (known !== undefined) return known;
	const text = DateTime.fromISO(date, { zone }).toFormat("yyyy-MM-dd'T'HH:mm:ss.SSSZZ");
	if (WRITTEN.size >= MOST_WRITTEN) WRITTEN.clear();
	WRITTEN.set(key, text);
	return text;
}

/** Every page of a report writes the dates of all its rows, to sort and filter by them. */
const WRITTEN = new Map<string, string>();
const MOST_WRITTEN = 100_000;

const FORM = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?)?(Z|[+-]\d{2}:\d{2})?$/;

/** A date as clients send it; without an offset it is one of the account's time zone. @returns ISO UTC */
export function readDate(text: string, zone: string): string | undefined {
	if (!FORM.test(text)) return undefined;
	const date = DateTime.fromISO(text, { zone });
	return date.isValid ? date.toUTC().toISO({ suppressMilliseconds: false }) : undefined;
}

/** `00:57:00` */
export function clockOf(milliseconds: number): string {
	const seconds = Math.round(milliseconds / 1000);
	const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
	return [seconds / 3600, (seconds / 60) % 60, seconds % 60].map(two).join(':');
}
