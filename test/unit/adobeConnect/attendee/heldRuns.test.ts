import fc from 'fast-check';

import {
	bestRun,
	lastEnded,
	planOfRun,
	runsOfPlan,
} from '../../../../nodes/AdobeConnect/mapping/heldRuns';
import type { Run } from '../../../../nodes/AdobeConnect/mapping/run';

const NOON = Date.parse('2026-12-01T12:00:00Z');
const HOUR = 3_600_000;
const at = (hour: number): string => new Date(NOON + hour * HOUR).toISOString();

const run = (sessionId: string, from: number, to: number | null): Run => ({
	sessionId,
	startTime: at(from),
	endTime: to === null ? null : at(to),
});
const plan = (from: number, to: number) => ({
	scheduledStartTime: at(from),
	scheduledEndTime: at(to),
});
const ids = (runs: readonly Run[]): string[] => runs.map(({ sessionId }) => sessionId);

const NOON_PLAN = plan(0, 1);

test.each<[string, Run[], string[]]>([
	['those that overlap it', [run('b', 0.5, 2), run('a', -1, 0.4), run('x', -3, -1)], ['a', 'b']],
	['what ended before it was a rehearsal', [run('x', -3, -0.5)], []],
	['the first one after it on that day', [run('c', 5, 6), run('b', 2, 3)], ['b']],
	['none of the next day', [run('x', 14, 15)], []],
	['one that is going on', [run('a', -1, null)], ['a']],
	[
		'of one that overlaps and one that came late, the first',
		[run('a', 0, 1), run('b', 2, 3)],
		['a'],
	],
	['nothing of nothing', [], []],
])('a plan came to: %s', (_, runs, expected) => {
	expect(ids(runsOfPlan(runs, [NOON_PLAN], NOON_PLAN))).toEqual(expected);
});

test('of two dates, each has its own runs, even on one day', () => {
	const [first, second] = [plan(0, 1), plan(4, 5)];
	const runs = [run('a', 0, 1), run('b', 4, 5), run('late', 6, 7)];
	expect(ids(runsOfPlan(runs, [first, second], first))).toEqual(['a']);
	expect(ids(runsOfPlan(runs, [first, second], second))).toEqual(['b']);
	// The first one was not held; the second one's run is not its.
	expect(ids(runsOfPlan(runs.slice(1), [first, second], first))).toEqual([]);
	expect(planOfRun([first, second], run('x', -5, -4))).toBeUndefined();
});

test('without a plan every run counts, but not beside dates that have one', () => {
	const none = { scheduledStartTime: null, scheduledEndTime: null };
	const runs = [run('b', 2, 3), run('a', 0, 1)];
	expect(ids(runsOfPlan(runs, [none], none))).toEqual(['a', 'b']);
	expect(ids(runsOfPlan(runs, [none, NOON_PLAN], none))).toEqual([]);
});

test('the best run covers most of the plan', () => {
	const runs = [run('a', 0, 0.2), run('b', 0.3, 1)];
	expect(bestRun(runs, NOON_PLAN)?.sessionId).toBe('b');
	expect(bestRun([], NOON_PLAN)).toBeUndefined();
});

test('the last ended one, and one that is going on only where none has ended', () => {
	expect(lastEnded([run('a', 0, 1), run('c', 5, null), run('b', 2, 3)])?.sessionId).toBe('b');
	expect(lastEnded([run('c', 5, null)])?.sessionId).toBe('c');
	expect(lastEnded([])).toBeUndefined();
});

const anyRun = fc
	.tuple(fc.integer({ min: -40, max: 40 }), fc.integer({ min: 0, max: 6 }), fc.uuid())
	.map(([from, length, id]) => run(id, from, from + length));

test('no run is of two dates', () => {
	fc.assert(
		fc.property(
			fc.array(anyRun, { maxLength: 12 }),
			fc.uniqueArray(fc.integer({ min: -30, max: 30 }), { maxLength: 5 }),
			(runs, hours) => {
				const plans = hours.map((hour) => plan(hour, hour + 1));
				const all = plans.flatMap((one) => runsOfPlan(runs, plans, one));
				expect(new Set(all).size).toBe(all.length);
			},
		),
	);
});
