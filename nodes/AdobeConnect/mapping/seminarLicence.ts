import { flagOf, numberOf, timeOf, valueOf, type XmlElement } from '../xml/element';

/** A seminar licence: a folder in which seminar rooms are made, and how many people they take. */
export interface SeminarLicence {
	/** sco-id of its folder. */
	id: string;
	name: string;
	/** People at a time; null when nobody tells. */
	capacity: number | null;
	/** ISO 8601 UTC. */
	begin: string | null;
	end: string | null;
	isExpired: boolean;
}

/**
 * A licence of the account (`quota`) or of one user (`license-quota`); its values are attributes or
 * elements.
 * https://helpx.adobe.com/adobe-connect/webservices/sco-seminar-licenses-list.html
 */
export function toLicence(sco: XmlElement): SeminarLicence {
	return {
		id: valueOf(sco, 'sco-id'),
		name: valueOf(sco, 'name'),
		capacity: numberOf(sco, 'quota') ?? numberOf(sco, 'license-quota') ?? null,
		begin: timeOf(sco, 'begindate') ?? timeOf(sco, 'date-begin'),
		end: timeOf(sco, 'enddate') ?? timeOf(sco, 'date-end'),
		isExpired: flagOf(sco, 'is-expired') === true,
	};
}

/**
 * Why a seminar cannot be held under a licence; undefined when it can.
 * @param expected people; undefined = not told
 */
export function whyNotUnder(
	{ name, capacity, begin, end, isExpired }: SeminarLicence,
	{ start, expected, now }: { start: string; expected?: number; now: number },
): string | undefined {
	const last = end === null ? Infinity : Date.parse(end);
	if (isExpired || last <= now) return `The seminar licence ${name} has expired`;
	if (Date.parse(start) >= last) {
		return `The seminar licence ${name} ends on ${day(end)}, before the seminar starts`;
	}
	if (begin !== null && Date.parse(start) < Date.parse(begin)) {
		return `The seminar licence ${name} begins on ${day(begin)}, after the seminar starts`;
	}
	if (expected !== undefined && capacity !== null && expected > capacity) {
		return `The seminar licence ${name} takes ${capacity} people, not ${expected}`;
	}
	return undefined;
}

function day(moment: string | null): string {
	return (moment ?? '').slice(0, 10);
}
