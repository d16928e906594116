import fc from 'fast-check';

import * as json from '../../../nodes/shared/transport/json';

const anything = fc.anything({
	withBigInt: true,
	withDate: true,
	withNullPrototype: true,
	withSparseArray: true,
	withTypedArray: true,
});

describe('the readers', () => {
	test('never throw and keep their word on the type', () => {
		fc.assert(
			fc.property(anything, (value) => {
				expect(json.isObject(json.asObject(value))).toBe(true);
				expect(Array.isArray(json.asArray(value))).toBe(true);
				expect(json.asObjects(value).every(json.isObject)).toBe(true);
				expect(typeof json.asText(value)).toBe('string');
				const number = json.asNumber(value);
				expect(number === undefined || Number.isFinite(number)).toBe(true);
				const time = json.asIsoTime(value);
				expect(time === null || !Number.isNaN(Date.parse(time))).toBe(true);
			}),
			{ numRuns: 500 },
		);
	});

	test('give back what is already right', () => {
		fc.assert(
			fc.property(
				fc.dictionary(fc.string(), fc.jsonValue()),
				fc.array(fc.jsonValue()),
				fc.double({ noNaN: true, noDefaultInfinity: true }),
				(object, array, number) => {
					expect(json.asObject(object)).toBe(object);
					expect(json.asArray(array)).toBe(array);
					expect(json.asNumber(number)).toBe(number);
					expect(json.asNumber(json.asText(number))).toBe(Number(String(number)));
				},
			),
		);
	});
});

test.each<[unknown, string | null]>([
	['2026-11-20T17:00:00Z', '2026-11-20T17:00:00Z'],
	['2026-11-20T18:00:00+01:00', '2026-11-20T17:00:00Z'],
	['2026-11-20T17:00:00.250Z', '2026-11-20T17:00:00.250Z'],
	[Date.parse('2026-11-20T17:00:00Z'), '2026-11-20T17:00:00Z'],
	['', null],
	['soon', null],
	[null, null],
	[Infinity, null],
	[{}, null],
])('asIsoTime(%j) is %j', (value, iso) => {
	expect(json.asIsoTime(value)).toBe(iso);
});

test.each<[unknown, number | undefined]>([
	[7, 7],
	['7', 7],
	[' 7.5 ', 7.5],
	['', undefined],
	['  ', undefined],
	['seven', undefined],
	[true, undefined],
	[null, undefined],
	[[7], undefined],
	[NaN, undefined],
])('asNumber(%j) is %j', (value, number) => {
	expect(json.asNumber(value)).toBe(number);
});

test('an array is no object, and what is no object in it is left out', () => {
	expect(json.isObject([])).toBe(false);
	expect(json.isObject(null)).toBe(false);
	expect(json.asObjects([1, { a: 1 }, null, [2], 'x', { b: 2 }])).toEqual([{ a: 1 }, { b: 2 }]);
});
