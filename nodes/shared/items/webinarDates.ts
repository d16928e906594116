import { asNumber, asObjects, asText, type JsonObject } from '../transport/json';
import { laterBy, type SessionInput } from './session';
import { cleanText } from './text';
import { readTime } from './time';

/** One date of a webinar, as far as an item tells. */
export interface WebinarDate {
	/** Empty for a webinar with one date. */
	occurrenceId: string;
	/** The run that the times are of; empty for plans. */
	sessionId: string;
	/** The times are those at which it really ran. */
	actual: boolean;
	/** ISO 8601 UTC; empty = not told. */
	start: string;
	end: string;
	/** Length, 0 = not told. */
	seconds: number;
	deleted: boolean;
}

type Problem = { message: string; repair: string } | null;

interface ReadDates {
	dates: WebinarDate[];
	/** When the webinar itself is planned; empty = not told. */
	planned: Pick<WebinarDate, 'start' | 'end'>;
	problem: Problem;
}

/**
 * The dates that an item speaks of: of a recurring webinar those that it lists, else the webinar's.
 * @param json the item, which may list the dates beside the webinar
 * @param deleted all of them are
 */
export function readDates(
	json: JsonObject,
	given: JsonObject,
	{ occurrenceId, sessionId }: Pick<SessionInput, 'occurrenceId' | 'sessionId'>,
	deleted: boolean,
): ReadDates {
	const seconds = secondsOf(given);
	const ran = timesOf(given.startTime, given.endTime, 0);
	// A session that runs still has no end, and so no times yet.
	const actual = ran !== null && ran.start !== '' && ran.end !== '';
	const scheduled = timesOf(
		given.scheduledStartTime ?? given.start_time,
		given.scheduledEndTime,
		seconds,
	);
	const planned = scheduled ?? { start: '', end: '' };
	const listed = Array.isArray(given.occurrences) ? given.occurrences : json.occurrences;
	const dates = asObjects(listed).flatMap((row) => dateOf(row, seconds, deleted));
	const times = [ran, scheduled, ...dates];
	if (!deleted && times.includes(null)) return { dates: [], planned, problem: NOT_A_TIME };
	const own: WebinarDate = {
		...{ occurrenceId, sessionId: actual ? sessionId : '', actual, seconds, deleted },
		...(actual ? ran : planned),
	};
	const known = dates.filter((date) => date !== null);
	if (!deleted && [own, ...known].some(isReversed))
		return { dates: [], planned, problem: REVERSED };
	if (known.length === 0) return { dates: [own], planned, problem: null };
	// Which date a session was of has to be said; else it tells nothing of any.
	const whole = known.map((date) =>
		actual && date.occurrenceId === occurrenceId ? { ...own, deleted: date.deleted } : date,
	);
	return { dates: whole, planned, problem: null };
}

const NOT_A_TIME = {
	message: 'A time of the webinar is not a valid time',
	repair: 'Write times like 2026-10-01T09:00:00Z',
};
const REVERSED = {
	message: 'End Time is before Start Time',
	repair: 'Correct the times on the webinar platform, or in the fields',
};

/** null = its time cannot be read. */
function dateOf(row: JsonObject, length: number, deleted: boolean): Array<WebinarDate | null> {
	const occurrenceId = cleanText(row.occurrenceId ?? row.occurrence_id);
	if (occurrenceId === '') return [];
	const seconds = secondsOf(row) || length;
	const times = timesOf(row.startTime ?? row.start_time, null, seconds);
	const gone = deleted || row.deleted === true || asText(row.status) === 'deleted';
	return [
		times && { ...times, occurrenceId, sessionId: '', actual: false, seconds, deleted: gone },
	];
}

/** null = one of them is not a valid time. */
function timesOf(
	from: unknown,
	to: unknown,
	seconds: number,
): Pick<WebinarDate, 'start' | 'end'> | null {
	const [start, end] = [readTime(from), readTime(to)];
	if (start === undefined || end === undefined) return null;
	const counted = start !== null && seconds > 0 ? laterBy(start, seconds) : '';
	return { start: start ?? '', end: end ?? counted };
}

/** Our webinars have seconds, raw answers minutes. */
function secondsOf({ durationSeconds, duration }: JsonObject): number {
	return Math.max(0, asNumber(durationSeconds) ?? (asNumber(duration) ?? 0) * 60);
}

function isReversed({ start, end }: WebinarDate): boolean {
	return start !== '' && end !== '' && Date.parse(end) < Date.parse(start);
}
