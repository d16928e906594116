import { shapeDifferences } from './shape';

const differences = (recorded: unknown, answered: unknown) =>
	shapeDifferences(recorded, answered, { maps: ['properties'] });

it('takes other values of the same types', () => {
	expect(differences({ a: [{ b: 1 }], c: null }, { a: [{ b: 2 }, { b: 3 }], c: null })).toEqual([]);
});

it.each([
	['a missing key', { a: 1, b: 1 }, { a: 1 }],
	['an additional key', { a: 1 }, { a: 1, b: 1 }],
	['another type', { a: 1 }, { a: '1' }],
	['null for a value', { a: 'x' }, { a: null }],
	['an empty list', { a: [1] }, { a: [] }],
	['a wrong row', { a: [{ b: 1 }] }, { a: [{ b: 1 }, { b: 'x' }] }],
	['a missing key of a map', { properties: { a: '1' } }, { properties: {} }],
])('finds %s', (_what, recorded, answered) => {
	expect(differences(recorded, answered)).toHaveLength(1);
});

it('lets a map hold more', () => {
	expect(differences({ properties: { a: '1' } }, { properties: { a: '1', b: '2' } })).toEqual([]);
});
