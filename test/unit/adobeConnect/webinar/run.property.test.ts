import fc from 'fast-check';

import { runOf, toRun, type Run } from '../../../../nodes/AdobeConnect/mapping/run';
import { childrenOf } from '../../../../nodes/AdobeConnect/xml/element';
import { sample } from './samples';

const HOUR = 60 * 60_000;
const NOW = Date.UTC(2030, 5, 1);
const iso = (ms: number): string => new Date(ms).toISOString().replace('.000Z', 'Z');

const run = (id: string, from: number, to: number | null): Run => ({
	sessionId: id,
	startTime: iso(NOW + from * HOUR),
	endTime: to === null ? null : iso(NOW + to * HOUR),
});
const plan = (from: number, to: number) => ({
	start: iso(NOW + from * HOUR),
	end: iso(NOW + to * HOUR),
});

const recorded = sample('constructed/report-meeting-sessions');
(recorded === undefined ? test.skip : test)('a row of the report is a run', () => {
	const [row] = childrenOf(recorded!, 'report-meeting-sessions', 'row');
	expect(toRun(row!)).toEqual({
		sessionId: '1890510',
		startTime: '2026-12-01T17:45:00Z',
		endTime: '2026-12-01T19:02:00Z',
	});
});

test('the run that covers most of the plan is its run, not the rehearsal before', () => {
	const runs = [run('rehearsal', -12, -10), run('early', -5, -2.5), run('real', -2.2, -1)];
	expect(runOf(runs, plan(-3, -1), NOW)?.sessionId).toBe('real');
});

test('a run on the same day stands for one that was held at another hour', () => {
	expect(runOf([run('moved', -8, -7)], plan(-3, -2), NOW)?.sessionId).toBe('moved');
	expect(runOf([run('last week', -170, -169)], plan(-3, -2), NOW)).toBeUndefined();
});

test('a running one counts until now', () => {
	expect(runOf([run('live', -0.5, null)], plan(-0.5, 0.5), NOW)?.sessionId).toBe('live');
});

test('without a plan it is the latest', () => {
	expect(runOf([run('b', -2, -1), run('a', -20, -19)], null, NOW)?.sessionId).toBe('b');
	expect(runOf([], null, NOW)).toBeUndefined();
});

test('a run that covers the plan is never passed over for one that does not', () => {
	const hours = fc.integer({ min: -100, max: 0 });
	const runs = fc.array(
		fc
			.tuple(hours, fc.integer({ min: 1, max: 5 }))
			.map(([from, length]) => run('x', from, from + length)),
		{ minLength: 1 },
	);
	fc.assert(
		fc.property(runs, hours, (all, from) => {
			const planned = plan(from, from + 2);
			const overlaps = ({ startTime, endTime }: Run): boolean =>
				startTime < planned.end && (endTime ?? '') > planned.start;
			const found = runOf(all, planned, NOW);
			if (all.some(overlaps)) expect(overlaps(found!)).toBe(true);
		}),
	);
});
