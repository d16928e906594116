import fc from 'fast-check';

import { inBatches } from '../../../nodes/shared/transport/batch';

test('what goes in comes out, in order, in groups that are full but for the last', () => {
	fc.assert(
		fc.property(fc.array(fc.nat()), fc.integer({ min: 1, max: 12 }), (items, size) => {
			const batches = inBatches(items, size);
			expect(batches.flat()).toEqual(items);
			expect(batches).toHaveLength(Math.ceil(items.length / size));
			for (const batch of batches.slice(0, -1)) expect(batch).toHaveLength(size);
			for (const batch of batches) expect(batch.length).toBeGreaterThan(0);
		}),
	);
});

test.each([0, -1, 1.5, NaN, Infinity])('a size of %d is refused', (size) => {
	expect(() => inBatches([1], size)).toThrow(RangeError);
});
