import { atMostRow, growthRow } from '../../bench/rows';

it('holds a figure up to what is allowed, and not above', () => {
	expect(atMostRow('Calls', 'calls', 15, 10, 15)).toEqual({
		name: 'Calls',
		unit: 'calls',
		ours: 15,
		reference: 10,
		ratio: 1.5,
		limit: 1.5,
		holds: true,
	});
	expect(atMostRow('Calls', 'calls', 15.1, 10, 15).holds).toBe(false);
});

it('allows none of what must not happen', () => {
	expect(atMostRow('Refused', 'calls', 0, 400, 0)).toMatchObject({
		ratio: 0,
		limit: 0,
		holds: true,
	});
	expect(atMostRow('Refused', 'calls', 1, 400, 0).holds).toBe(false);
});

it('holds a growth that is not faster than the limit', () => {
	const kept = growthRow('Memory', 'MB', 10, 110, 11);
	expect(kept).toMatchObject({ ours: 110, reference: 10, ratio: 11, limit: 11, holds: true });
	expect(growthRow('Memory', 'MB', 10, 111, 11).holds).toBe(false);
});

it.each([
	['of ours', NaN, 10, 20],
	['that is endless', Infinity, 10, 20],
	['below nothing', -1, 10, 20],
	['of the reference', 5, NaN, 20],
	['of the reference, which is nothing', 5, 0, 20],
	['of what is allowed', 5, 10, NaN],
])('makes no row without a figure %s', (_, ours, reference, most) => {
	expect(() => atMostRow('Clock', 'ms', ours, reference, most)).toThrow('Clock: not measured');
});

it.each([
	[NaN, 10],
	[0, 10],
	[10, NaN],
])('makes no growth of %d and %d', (small, large) => {
	expect(() => growthRow('Memory', 'MB', small, large, 11)).toThrow('Memory: not measured');
});
