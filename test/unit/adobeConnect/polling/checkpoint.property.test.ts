import fc from 'fast-check';

import {
	countsFrom,
	firstCheckpoint,
	keptCheckpoint,
	moved,
	readCheckpoint,
} from '../../../../nodes/AdobeConnect/polling/checkpoint';
import { decodeIds, encodeIds } from '../../../../nodes/AdobeConnect/polling/ids';
import { plannedEnd, turn, type Watched } from '../../../../nodes/AdobeConnect/polling/turn';

const BEGIN = Date.parse('2026-11-20T10:00:00.250Z');
const SECOND = 1000;
const LATE_MS = 3600 * SECOND;

interface Run {
	id: string;
	webinarId: string;
	end: number;
	visibleAt: number;
}

/** A trigger for what ended, and an Adobe Connect that shows it late and refuses what it likes. */
class Pair {
	handedOver: string[] = [];
	kept: unknown;

	constructor(
		private readonly runs: Run[],
		private readonly watched: Watched[],
	) {}

	/** Looks at so many webinars; those that are refused cannot be read now, and a lost poll keeps nothing. */
	poll(now: number, most: number, refused: ReadonlySet<string>, isLost: boolean): void {
		const stored: unknown = JSON.parse(JSON.stringify(this.kept ?? null));
		const before = readCheckpoint(stored) ?? firstCheckpoint(now);
		const isLikely = ({ id }: Watched) => id === '2';
		const { likely, round } = turn(this.watched, before.round?.after ?? '', isLikely, 1);
		const looked = [...likely, ...round.slice(0, most)];
		const fresh: string[] = [];
		const known: Array<{ key: string; at: number }> = [];
		const seen = new Set(Object.keys(before.seen));
		const read: string[] = [];
		const failed: string[] = [];
		for (const { id: webinarId } of looked) {
			if (refused.has(webinarId)) {
				failed.push(webinarId);
				continue;
			}
			read.push(webinarId);
			const from = countsFrom(before, webinarId, LATE_MS);
			for (const { id, end, visibleAt, webinarId: own } of this.runs) {
				if (own !== webinarId || visibleAt > now || end < from) continue;
				if (!seen.has(id)) fresh.push(id);
				seen.add(id);
				known.push({ key: id, at: Math.floor(end / SECOND) });
			}
		}
		if (isLost) return;
		this.handedOver.push(...fresh);
		const after = round.length > most ? looked.at(-1)!.id : undefined;
		const poll = { now, lateMs: LATE_MS, known, read, failed, after };
		this.kept = keptCheckpoint(moved(before, poll));
	}
}

const webinarIds = ['2', '7', '10', '11', '100'];
const watched = webinarIds.map((id): Watched => ({ id }));

const runs = fc
	.array(
		fc.record({
			webinarId: fc.constantFrom(...webinarIds),
			offset: fc.integer({ min: -5000, max: 40_000 }),
			delay: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: LATE_MS / SECOND - 1 })),
		}),
		{ maxLength: 30 },
	)
	.map((all) =>
		all.map(({ webinarId, offset, delay }, index): Run => {
			const end = BEGIN + offset * SECOND;
			return { id: String(index), webinarId, end, visibleAt: end + delay * SECOND };
		}),
	);
const polls = fc.array(
	fc.record({
		after: fc.integer({ min: 1, max: 6000 }),
		most: fc.integer({ min: 1, max: 6 }),
		refused: fc.uniqueArray(fc.constantFrom(...webinarIds), { maxLength: 3 }),
		isLost: fc.boolean(),
	}),
	{ maxLength: 25 },
);

test('whatever ends after the beginning comes, and comes once, whichever polls and webinars fail', () => {
	fc.assert(
		fc.property(runs, polls, (log, times) => {
			const pair = new Pair(log, watched);
			let now = BEGIN;
			pair.poll(now, 1, new Set(), false);
			for (const { after, most, refused, isLost } of times) {
				now += after * SECOND;
				pair.poll(now, most, new Set(refused), isLost);
				expect(new Set(pair.handedOver).size).toBe(pair.handedOver.length);
			}
			// Then there is quiet, and time enough.
			for (let round = 0; round < 8; round += 1) {
				now = Math.max(now, BEGIN + 40_000 * SECOND) + LATE_MS;
				pair.poll(now, 3, new Set(), false);
			}
			// As far as clocks agree.
			const wanted = log.filter(({ end }) => end >= BEGIN - 60 * SECOND).map(({ id }) => id);
			expect([...pair.handedOver].sort()).toEqual(wanted.sort());
		}),
		{ numRuns: 1000 },
	);
});

test('what is remembered does not grow: it is forgotten when it will not be read again', () => {
	const log = Array.from({ length: 500 }, (_, index): Run => {
		const end = BEGIN + index * 600 * SECOND;
		return { id: String(index), webinarId: '7', end, visibleAt: end };
	});
	const pair = new Pair(log, watched);
	for (let round = 0; round <= 500; round += 1) {
		pair.poll(BEGIN + round * 600 * SECOND, 100, new Set(), false);
		expect(Object.keys((pair.kept as { seen: object }).seen).length).toBeLessThanOrEqual(9);
	}
	expect(pair.handedOver).toHaveLength(500);
});

test('a webinar that cannot be read for a month is given up', () => {
	const pair = new Pair([], watched);
	const DAY = 86_400 * SECOND;
	pair.poll(BEGIN, 9, new Set(), false);
	for (let day = 1; day < 40; day += 1) pair.poll(BEGIN + day * DAY, 9, new Set(['7']), false);
	const { behind } = readCheckpoint(pair.kept)!;
	const sinces = Object.values(behind).map((time) => Date.parse(time));
	expect(sinces.every((time) => time > BEGIN)).toBe(true);
});

describe('whom a poll looks at', () => {
	const one = (id: string, end: number): Watched => ({
		id,
		place: {
			webinarId: id,
			kind: 'event',
			roomId: id,
			occurrenceId: '',
			plan: { scheduledStartTime: null, scheduledEndTime: new Date(end).toISOString() },
		},
	});
	const many = fc.uniqueArray(
		fc.record({ id: fc.bigInt({ min: 1n, max: 10n ** 18n - 1n }), end: fc.nat() }),
		{ selector: ({ id }) => id, minLength: 1, maxLength: 60 },
	);

	test('everybody has a turn within a round, however few a poll can look at', () => {
		fc.assert(
			fc.property(many, fc.integer({ min: 1, max: 7 }), (rows, most) => {
				const all = rows.map(({ id, end }) => one(String(id), end));
				const looked: string[] = [];
				let after = '';
				for (let poll = 0; poll < Math.ceil(all.length / most); poll += 1) {
					const now = turn(all, after, () => true, 2).round.slice(0, most);
					looked.push(...now.map(({ id }) => id));
					after = now.at(-1)!.id;
				}
				expect(new Set(looked).size).toBe(all.length);
				expect(looked).toHaveLength(all.length);
				expect(looked.map(BigInt)).toEqual(
					[...looked].map(BigInt).sort((a, b) => (a < b ? -1 : 1)),
				);
			}),
		);
	});

	test('those that are likely to have ended come on top, the latest first, and not twice', () => {
		const all = [one('1', 10), one('2', 20), one('3', 30), one('4', 40), one('5', 50)];
		const { likely, round } = turn(all, '', (watched) => plannedEnd(watched)! >= 20, 2);
		expect(likely.map(({ id }) => id)).toEqual(['5', '4']);
		expect(round.map(({ id }) => id)).toEqual(['1', '2', '3', '4', '5']);
	});
});

describe('lists of IDs', () => {
	const ids = fc.uniqueArray(fc.bigInt({ min: 0n, max: 10n ** 18n - 1n }));

	test('come back as they were', () => {
		fc.assert(
			fc.property(ids, (list) => {
				const set = new Set(list.map(String));
				expect([...decodeIds(encodeIds(set))!].sort()).toEqual([...set].sort());
			}),
		);
	});

	test('take a few bytes each', () => {
		const list = Array.from({ length: 20_000 }, (_, index) => String(1_603_700_505 + index * 37));
		expect(encodeIds(new Set(list)).length).toBeLessThan(70_000);
	});
});

test('whatever n8n kept is read without an error', () => {
	const field = fc.jsonValue();
	const like = fc.record({
		version: fc.constant(1),
		notBefore: field,
		since: fc.constant('2026-11-20T10:00:00Z'),
		round: field,
		seen: field,
		behind: field,
		people: fc.oneof(field, fc.dictionary(fc.string(), fc.tuple(field, fc.integer()))),
	});
	fc.assert(
		fc.property(fc.oneof(field, like), (kept) => {
			const read = readCheckpoint(kept);
			if (read !== undefined) keptCheckpoint(moved(read, emptyPoll));
		}),
	);
	expect(readCheckpoint({ version: 2, since: '2026-11-20T10:00:00Z' })).toBeUndefined();
	expect(readCheckpoint({ version: 1, since: '2026-11-20T10:00:00Z', seen: 'x' })).toEqual({
		notBefore: '2026-11-20T10:00:00Z',
		since: '2026-11-20T10:00:00Z',
		seen: {},
		behind: {},
		people: {},
	});
});

const emptyPoll = {
	now: BEGIN,
	lateMs: LATE_MS,
	known: [],
	read: [],
	failed: [],
	after: undefined,
};
