import fc from 'fast-check';

import type { Activity } from '../../../../nodes/Marketo/mapping/activity';
import {
	firstCheckpoint,
	moved,
	readCheckpoint,
	readFrom,
	unseen,
	type Checkpoint,
} from '../../../../nodes/Marketo/polling/checkpoint';

const BEGIN = Date.parse('2026-11-20T10:00:00.250Z');
const OVERLAP_MS = 10 * 60_000;
/** Rows that one page of the invented Marketo holds. */
const PAGE = 3;

interface Row {
	guid: string;
	/** Epoch milliseconds, whole seconds. */
	at: number;
	visibleAt: number;
}

const activity = ({ guid, at }: Row): Activity => ({
	guid,
	typeId: 104,
	date: new Date(at).toISOString(),
	leadId: 1,
	campaignId: null,
	primaryId: 1,
	primaryValue: '',
	attributes: {},
});

/** A trigger and a Marketo whose tokens are places in its log, as of the moment of each call. */
class Pair {
	handedOver: string[] = [];
	kept: unknown;

	constructor(private readonly rows: Row[]) {}

	/** One poll of so many pages at most; `isRefused`: the token of an unfinished reading has ended. */
	poll(now: number, pages: number, isRefused: boolean): void {
		const before = readCheckpoint(JSON.parse(JSON.stringify(this.kept ?? null)));
		if (before === undefined) {
			this.kept = firstCheckpoint(now);
			return;
		}
		const { unfinished } = before;
		const goesOn = unfinished !== undefined && !isRefused;
		const startedAt = goesOn ? unfinished.startedAt : new Date(now).toISOString();
		let from = goesOn ? Number(unfinished.streams[0]!.token) : this.sinceToken(before);
		const read: Row[] = [];
		let isOver = false;
		for (let page = 0; page < pages && !isOver; page += 1) {
			const ahead = this.visible(now).filter(({ at }) => at >= from);
			const rows = ahead.slice(0, PAGE);
			// A place between two moments: those of one second come together.
			const last = rows.at(-1)?.at ?? from;
			read.push(...ahead.filter(({ at }) => at <= last));
			isOver = !ahead.some(({ at }) => at > last);
			from = last + 1;
		}
		const fresh = unseen(before, read.map(activity));
		this.handedOver.push(...fresh.map(({ guid }) => guid));
		this.kept = moved(before, fresh, {
			startedAt,
			overlapMs: OVERLAP_MS,
			...(!isOver && {
				unfinished: { startedAt, streams: [{ typeIds: [104], token: String(from) }] },
			}),
		});
	}

	private sinceToken(before: Checkpoint): number {
		return Date.parse(readFrom(before, OVERLAP_MS));
	}

	private visible(now: number): Row[] {
		return this.rows.filter(({ visibleAt }) => visibleAt <= now).sort((a, b) => a.at - b.at);
	}
}

const second = 1000;
const rows = fc
	.array(
		fc.record({
			offset: fc.integer({ min: -900, max: 7200 }),
			delay: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: OVERLAP_MS / second - 1 })),
		}),
		{ maxLength: 40 },
	)
	.map((all) =>
		all.map(({ offset, delay }, index): Row => {
			const at = Math.floor(BEGIN / second) * second + offset * second;
			return { guid: String(index), at, visibleAt: at + delay * second };
		}),
	);
const polls = fc.array(
	fc.record({
		after: fc.integer({ min: 1, max: 2400 }),
		pages: fc.integer({ min: 1, max: 4 }),
		isRefused: fc.boolean(),
	}),
	{ maxLength: 25 },
);

test('whatever Marketo shows late within the overlap comes, and everything comes once', () => {
	fc.assert(
		fc.property(rows, polls, (log, times) => {
			const pair = new Pair(log);
			let now = BEGIN;
			pair.poll(now, 1, false);
			for (const { after, pages, isRefused } of times) {
				now += after * second;
				pair.poll(now, pages, isRefused);
				expect(new Set(pair.handedOver).size).toBe(pair.handedOver.length);
			}
			// Then there is quiet, and time enough.
			for (let round = 0; round < 3; round += 1) {
				now = Math.max(now, BEGIN + 7200 * second) + OVERLAP_MS;
				pair.poll(now, 1000, false);
			}
			// As far as clocks agree.
			const begin = BEGIN - 60 * second;
			const wanted = log.filter(({ at }) => at >= begin).map(({ guid }) => guid);
			expect([...pair.handedOver].sort()).toEqual(wanted.sort());
		}),
		{ numRuns: 1000 },
	);
});

test('what is remembered does not grow: it is forgotten when it will not be read again', () => {
	const pair = new Pair(
		Array.from({ length: 500 }, (_, index) => {
			const at = Math.floor(BEGIN / second) * second + index * 60 * second;
			return { guid: String(index), at, visibleAt: at };
		}),
	);
	for (let minute = 0; minute <= 500; minute += 1) {
		pair.poll(BEGIN + minute * 60 * second, 1000, false);
		expect(Object.keys((pair.kept as Checkpoint).seen).length).toBeLessThanOrEqual(13);
	}
	expect(pair.handedOver).toHaveLength(500);
});

test('whatever n8n kept is read without an error', () => {
	fc.assert(
		fc.property(fc.jsonValue(), (kept) => {
			const read = readCheckpoint(kept);
			expect(read === undefined || read.since.endsWith('Z')).toBe(true);
		}),
	);
	expect(readCheckpoint({ since: '2026-11-20T10:00:00Z', seen: 'x', unfinished: 7 })).toEqual({
		notBefore: '2026-11-20T10:00:00Z',
		since: '2026-11-20T10:00:00Z',
		seen: {},
	});
});
