import { createHash } from 'crypto';

/**
 * Marketo neither changes nor compares custom activities, so a member field keeps which ones have been
 * written: for each session short hashes, and the moment up to which all sessions count as done. The
 * text fits a field of 255 characters: about 45 activities, after which the oldest session is folded
 * into that moment.
 *
 * `w1` + moment, then per session `.` + its start + its hashes.
 */
export interface ActivityMarker {
	/** Sessions that started until then are done, whatever they hold; minutes, 0 = none are. */
	closedUntil: number;
	/** By start of the session, in minutes: hashes of what has been written. */
	sessions: ReadonlyMap<number, ReadonlySet<string>>;
}

/** Where the activities of one session stand in a marker. */
export interface MarkedSession {
	/** ISO 8601 UTC. */
	start: string;
	hashes: readonly string[];
}

export const EMPTY_MARKER: ActivityMarker = { closedUntil: 0, sessions: new Map() };

/** Shortest field that holds a session with some activities. */
export const SHORTEST_MARKER = 60;

const VERSION = 'w1';
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz-';
const TIME_DIGITS = 4;
/** FORM and HASHES say it again. */
const HASH_LENGTH = 5;
const FORM = /^w1([\w-]{4})((?:\.[\w-]{4}(?:[\w-]{5})+)*)$/;
/** Four digits count the minutes of 31 years. */
const EPOCH = Date.UTC(2015, 0, 1);
const LATEST = DIGITS.length ** TIME_DIGITS - 1;

/** Thirty bits of what tells an activity from all others of the person in the program. */
export function activityHash(identity: readonly unknown[]): string {
	const hash = createHash('sha256').update(JSON.stringify(identity)).digest('base64url');
	return hash.slice(0, HASH_LENGTH);
}

/**
 * Reads what the field holds.
 * @returns undefined where it is the text of somebody else
 */
export function parseMarker(text: string): ActivityMarker | undefined {
	if (text.trim() === '') return EMPTY_MARKER;
	const [, closed, rest = ''] = FORM.exec(text.trim()) ?? [];
	if (closed === undefined) return undefined;
	const closedUntil = minutesOf(closed);
	const marked = rest
		.split('.')
		.filter(Boolean)
		.map((entry) => [minutesOf(entry), hashesOf(entry)] as const);
	return unite({ closedUntil, sessions: new Map() }, marked);
}

/** The text of the field; empty where there is nothing to remember. */
export function markerText({ closedUntil, sessions }: ActivityMarker): string {
	if (closedUntil === 0 && sessions.size === 0) return '';
	const entries = [...sessions]
		.sort(([one], [other]) => one - other)
		.map(([start, hashes]) => `.${digitsOf(start)}${[...hashes].sort().join('')}`);
	return `${VERSION}${digitsOf(closedUntil)}${entries.join('')}`;
}

/** Whether an activity of a session that started then has been written. */
export function isMarked(marker: ActivityMarker, start: string, hash: string): boolean {
	if (startOf(start) <= marker.closedUntil) return true;
	return [...marker.sessions.values()].some((hashes) => hashes.has(hash));
}

/** The marker after further activities were written. */
export function withMarked(
	marker: ActivityMarker,
	written: readonly MarkedSession[],
): ActivityMarker {
	return unite(
		marker,
		written.map(({ start, hashes }) => [startOf(start), hashes] as const),
	);
}

/**
 * The marker as it fits the field: as long as it is too long, the oldest session and all before it
 * count as done. What was known stays known; what a folded session tells later is not written any more.
 * @param capacity characters of the field
 */
export function foldMarker(marker: ActivityMarker, capacity: number): ActivityMarker {
	const starts = [...marker.sessions.keys()].sort((one, other) => one - other);
	let folded = marker;
	for (const closedUntil of starts) {
		if (markerText(folded).length <= capacity) break;
		folded = unite({ closedUntil, sessions: folded.sessions }, []);
	}
	return folded;
}

function unite(
	{ closedUntil, sessions }: ActivityMarker,
	added: ReadonlyArray<readonly [start: number, hashes: Iterable<string>]>,
): ActivityMarker {
	const united = new Map<number, ReadonlySet<string>>();
	for (const [start, hashes] of [...sessions, ...added]) {
		const all = new Set([...(united.get(start) ?? []), ...hashes]);
		if (start > closedUntil && all.size > 0) united.set(start, all);
	}
	return { closedUntil, sessions: united };
}

/** Minutes, from 1 on; a session without a readable start counts as the oldest. */
function startOf(time: string): number {
	const minutes = Math.floor((Date.parse(time) - EPOCH) / 60_000);
	return Number.isNaN(minutes) ? 1 : Math.min(Math.max(minutes, 1), LATEST);
}

function digitsOf(number: number): string {
	let digits = '';
	for (let rest = number, place = 0; place < TIME_DIGITS; place += 1) {
		digits = `${DIGITS[rest % DIGITS.length] ?? ''}${digits}`;
		rest = Math.floor(rest / DIGITS.length);
	}
	return digits;
}

function minutesOf(text: string): number {
	return [...text.slice(0, TIME_DIGITS)].reduce(
		(number, digit) => number * DIGITS.length + DIGITS.indexOf(digit),
		0,
	);
}

function hashesOf(entry: string): string[] {
	return entry.slice(TIME_DIGITS).match(/.{5}/g) ?? [];
}
