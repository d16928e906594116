import fc from 'fast-check';

import {
	afterRun,
	isRemembered,
	lookFrom,
	vanished,
	wasTold,
	type Handled,
	type ListedSession,
	type Place,
} from '../../../../nodes/shared/recordings/memory';

const HOUR = 3_600_000;
const OVERLAP = 48 * HOUR;
const START = Date.UTC(2026, 0, 1);

/** A file of a session: when the session began, and how long after that the file is listed. */
const fileAt = fc.record({
	session: fc.integer({ min: 0, max: 5 }),
	delay: fc.integer({ min: 0, max: OVERLAP / HOUR }),
});
const world = fc.record({
	/** Hours from START at which the sessions begin; the first run comes after START. */
	starts: fc.array(fc.integer({ min: -400, max: 400 }), { minLength: 6, maxLength: 6 }),
	files: fc.array(fileAt, { maxLength: 20 }),
	/** Hours between runs: some often, some after a long pause. */
	gaps: fc.array(fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 100, max: 300 })), {
		minLength: 1,
		maxLength: 20,
	}),
	/** Whether a run breaks off before it is remembered. */
	broken: fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }),
	/** Which downloads fail at their first try. */
	failing: fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }),
	bounded: fc.boolean(),
});

type Drawn = typeof world extends fc.Arbitrary<infer T> ? T : never;

interface Played {
	/** How often each file came out well and was remembered, by its index. */
	times: number[];
	lastRun: number;
	deleted: string[];
}

/** Runs one after the other over a Zoom whose files appear as drawn. */
function play({ starts, files, gaps, broken, failing, bounded }: Drawn): Played {
	let place: Place | undefined;
	let now = START;
	const times = files.map(() => 0);
	const failed = new Set<number>();
	const deleted: string[] = [];
	const first = bounded ? START : -Infinity;
	// The last run comes when everything has appeared, and none of it is too old for it.
	const moments = gaps.map((gap) => (now += gap * HOUR));
	moments.forEach((moment, run) => {
		const from = lookFrom(place, OVERLAP, first);
		const listed = listAt(moment, starts, files).filter(
			({ startedAt }) => Date.parse(startedAt) >= from,
		);
		deleted.push(
			...vanished(place, listed, (_, { startedAt }) => Date.parse(startedAt) >= from).map(
				({ file }) => file,
			),
		);
		const handled: Handled[] = listed.map((session) => {
			const fresh = session.files.filter((file) => !isRemembered(place, session.sessionId, file));
			const returned = fresh.filter((file) => {
				const index = Number(file);
				const fails = failing[index] === true && !failed.has(index);
				if (fails) failed.add(index);
				return !fails;
			});
			return { session, returned, told: [], unfinished: returned.length < fresh.length };
		});
		if (broken[run] === true && run < moments.length - 1) return;
		for (const { returned } of handled) for (const file of returned) times[Number(file)]! += 1;
		place = afterRun(place, { now: moment, first, overlapMs: OVERLAP }, handled, []);
	});
	return { times, lastRun: now, deleted };
}

function listAt(moment: number, starts: number[], files: Drawn['files']): ListedSession[] {
	return starts.map((start, session) => ({
		sessionId: `s${session}`,
		webinarId: '1',
		startedAt: new Date(START + start * HOUR).toISOString(),
		files: files.flatMap((file, index) =>
			file.session === session && START + (start + file.delay) * HOUR <= moment
				? [String(index)]
				: [],
		),
	}));
}

/** The files that are there at this moment, of sessions that the first run was to look at. */
function dueBy(moment: number, { starts, files, bounded }: Drawn): number[] {
	return files.flatMap(({ session, delay }, index) => {
		const start = starts[session]!;
		const asked = !bounded || start >= 0;
		return asked && START + (start + delay) * HOUR <= moment ? [index] : [];
	});
}

test('no file is ever returned twice, in whatever order files appear and runs break off', () => {
	fc.assert(
		fc.property(world, (drawn) => {
			expect(play(drawn).times.filter((count) => count > 1)).toEqual([]);
		}),
	);
});

test('no file is lost that appears within the overlap', () => {
	fc.assert(
		fc.property(world, (drawn) => {
			const whole = { ...drawn, failing: drawn.failing.map(() => false) };
			const { times, lastRun } = play(whole);
			expect(dueBy(lastRun, drawn).filter((index) => times[index] !== 1)).toEqual([]);
		}),
	);
});

test('a file that failed once comes with the next run, however old its session is', () => {
	fc.assert(
		fc.property(world, (drawn) => {
			const often = {
				...drawn,
				gaps: [1, ...drawn.gaps.map(() => 1)],
				broken: drawn.broken.map(() => false),
			};
			const { times, lastRun } = play(often);
			const lost = dueBy(lastRun - HOUR, drawn).filter((index) => times[index] !== 1);
			expect(lost).toEqual([]);
		}),
	);
});

test('nothing counts as deleted while it is there', () => {
	fc.assert(
		fc.property(world, (drawn) => {
			expect(play(drawn).deleted).toEqual([]);
		}),
	);
});

describe('what is gone', () => {
	const session: ListedSession = {
		sessionId: 's',
		webinarId: '1',
		startedAt: new Date(START).toISOString(),
		files: ['a', 'b'],
	};
	const run = { now: START + HOUR, first: -Infinity, overlapMs: OVERLAP };
	const before = afterRun(
		undefined,
		run,
		[{ session, returned: ['a', 'b'], told: ['x'], unfinished: false }],
		[],
	);
	const everywhere = (): boolean => true;

	test('is told once, and is not new when it is recovered', () => {
		const without = { ...session, files: ['a'] };
		const lost = vanished(before, [without], everywhere);
		expect(lost.map(({ file }) => file)).toEqual(['b']);
		const after = afterRun(
			before,
			run,
			[{ session: without, returned: [], told: [], unfinished: false }],
			lost,
		);
		expect(vanished(after, [without], everywhere)).toEqual([]);
		expect(isRemembered(after, 's', 'b')).toBe(true);
		const recovered = afterRun(
			after,
			run,
			[{ session, returned: [], told: [], unfinished: false }],
			[],
		);
		expect(isRemembered(recovered, 's', 'b')).toBe(true);
		expect(vanished(recovered, [without], everywhere).map(({ file }) => file)).toEqual(['b']);
	});

	test('says nothing where nobody asked', () => {
		expect(vanished(before, [], () => false)).toEqual([]);
	});

	test('what was told stays told as long as the session is looked at', () => {
		expect(wasTold(before, 's', 'x')).toBe(true);
		const later = afterRun(before, { ...run, now: START + OVERLAP + 2 * HOUR }, [], []);
		expect(later.sessions).toEqual({});
	});

	test('the memory it was given is left as it was', () => {
		const copy = structuredClone(before);
		afterRun(
			before,
			run,
			[{ session, returned: ['c'], told: ['y'], unfinished: false }],
			vanished(before, [], everywhere),
		);
		expect(before).toEqual(copy);
	});
});
