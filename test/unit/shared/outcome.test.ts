import fc from 'fast-check';

import { countResults, worstResult, type OutcomeResult } from '../../../nodes/shared/model/outcome';

const RESULTS: readonly OutcomeResult[] = ['unchanged', 'synced', 'skipped', 'deferred', 'failed'];
const results = fc.array(fc.constantFrom(...RESULTS), { maxLength: 20 });

describe('worstResult', () => {
	test.each<[OutcomeResult[], OutcomeResult]>([
		[[], 'unchanged'],
		[['unchanged', 'unchanged'], 'unchanged'],
		[['unchanged', 'synced'], 'synced'],
		[['synced', 'deferred', 'unchanged'], 'deferred'],
		[['failed', 'synced', 'deferred'], 'failed'],
	])('of %j is %s', (steps, worst) => {
		expect(worstResult(steps)).toBe(worst);
	});

	test('is one of the steps, none is worse, and the order does not matter', () => {
		fc.assert(
			fc.property(results, (steps) => {
				const worst = worstResult(steps);
				if (steps.length > 0) expect(steps).toContain(worst);
				for (const step of steps) {
					expect(RESULTS.indexOf(worst)).toBeGreaterThanOrEqual(RESULTS.indexOf(step));
				}
				expect(worstResult([...steps].reverse())).toBe(worst);
			}),
		);
	});
});

test('countResults names every result and loses nobody', () => {
	fc.assert(
		fc.property(results, (list) => {
			const counts = countResults(list);
			expect(Object.keys(counts).sort()).toEqual([...RESULTS].sort());
			expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(list.length);
			for (const result of RESULTS) {
				expect(counts[result]).toBe(list.filter((one) => one === result).length);
			}
		}),
	);
});
