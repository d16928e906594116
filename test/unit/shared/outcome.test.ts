import fc from 'fast-check';

import { countResults, type OutcomeResult } from '../../../nodes/shared/model/outcome';

const RESULTS: readonly OutcomeResult[] = ['unchanged', 'synced', 'skipped', 'deferred', 'failed'];
const results = fc.array(fc.constantFrom(...RESULTS), { maxLength: 20 });

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
