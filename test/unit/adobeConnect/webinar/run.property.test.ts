import fc from 'fast-check';

import { runsOfPlan, bestRun, type Plan } from '../../../../nodes/AdobeConnect/mapping/heldRuns';
import { toRun, type Run } from '../../../../nodes/AdobeConnect/mapping/run';
import { childrenOf } from '../../../../nodes/AdobeConnect/xml/element';
import { sample } from './samples';

const HOUR = 60 * 60_000;
const NOW = Date.UTC(2030, 5, 1);
const iso = (ms: number): string => new Date(ms).toISOString().replace('.000Z', 'Z');

const run = (from: number, to: number): Run => ({
	sessionId: `${from} to ${to}`,
	startTime: iso(NOW + from * HOUR),
	endTime: iso(NOW + to * HOUR),
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

test('a run that covers the plan is never passed over for one that does not', () => {
	const hours = fc.integer({ min: -100, max: 0 });
	const runs = fc.array(
		fc
			.tuple(hours, fc.integer({ min: 1, max: 5 }))
			.map(([from, length]) => run(from, from + length)),
		{ minLength: 1 },
	);
	fc.assert(
		fc.property(runs, hours, (all, from) => {
			const [start, end] = [iso(NOW + from * HOUR), iso(NOW + (from + 2) * HOUR)];
			const plan: Plan = { scheduledStartTime: start, scheduledEndTime: end };
			const overlaps = ({ startTime, endTime }: Run): boolean =>
				startTime < end && (endTime ?? '') > start;
			const found = bestRun(runsOfPlan(all, [plan], plan), plan);
			if (all.some(overlaps)) expect(overlaps(found!)).toBe(true);
		}),
	);
});
