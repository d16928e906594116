import type { EngagementPart } from '../../shared/items/person';
import { asObject, isObject, type JsonObject } from '../../shared/transport/json';
import type { HistoryEntry } from './history';
import type { AttendancePart, RegistrationPart } from './historyParts';

/** An entry of the property's text; null when something in it is not what this node writes. */
export function readEntry(value: JsonObject): HistoryEntry | null {
	const { topic, start, learnedAt, note = '' } = value;
	if (typeof topic !== 'string' || typeof note !== 'string') return null;
	if ((start !== '' && !isTime(start)) || !isTime(learnedAt)) return null;
	const registration = readRegistration(value.registration);
	const attendance = readAttendance(value.attendance);
	if (registration === null || attendance === null) return null;
	return {
		about: { topic, start, learnedAt },
		...(registration && { registration }),
		attendance,
		note,
	};
}

export function isTime(value: unknown): value is string {
	return typeof value === 'string' && !Number.isNaN(Date.parse(value));
}

export function isWithin(value: unknown, max: number): value is number {
	return typeof value === 'number' && value >= 0 && value <= max;
}

/** null = not readable, undefined = there is none. */
function readRegistration(value: unknown): RegistrationPart | null | undefined {
	if (value === undefined) return undefined;
	const { at, cancelledAt, joinUrl, url, learnedAt } = asObject(value);
	if (!isTime(learnedAt) || !isTimeOrAbsent(at) || !isTimeOrAbsent(cancelledAt)) return null;
	if (!isTextOrAbsent(joinUrl) || !isTextOrAbsent(url)) return null;
	return {
		...(at !== undefined && { at }),
		...(cancelledAt !== undefined && { cancelledAt }),
		...(joinUrl !== undefined && { joinUrl }),
		...(url !== undefined && { url }),
		learnedAt,
	};
}

function readAttendance(value: unknown): Map<string, AttendancePart> | null {
	const parts = new Map<string, AttendancePart>();
	if (value === undefined) return parts;
	if (!isObject(value)) return null;
	for (const [session, told] of Object.entries(value)) {
		const { attended, seconds, percent, start, engagement, learnedAt } = asObject(told);
		if (typeof attended !== 'boolean' || !isTime(start) || !isTime(learnedAt)) return null;
		if (!isWithin(seconds, Number.MAX_SAFE_INTEGER) || !isWithin(percent, 100)) return null;
		const read = readEngagement(engagement);
		if (read === null) return null;
		const base = { attended, seconds, percent, start, learnedAt };
		parts.set(session, { ...base, ...(read && { engagement: read }) });
	}
	return parts;
}

function readEngagement(value: unknown): EngagementPart | null | undefined {
	if (value === undefined) return undefined;
	const { level, polls, questions } = asObject(value);
	const count = (number: unknown): number is number => isWithin(number, Number.MAX_SAFE_INTEGER);
	if (typeof level !== 'string' || !count(polls) || !count(questions)) return null;
	return { level, polls, questions };
}

function isTimeOrAbsent(value: unknown): value is string | undefined {
	return value === undefined || isTime(value);
}

function isTextOrAbsent(value: unknown): value is string | undefined {
	return value === undefined || typeof value === 'string';
}
