import { takenValue, type DataType, type FieldValue, type TakenValue } from './dataTypes';

describe('a value of a callback', () => {
	it.each<[DataType, unknown, TakenValue]>([
		['string', 'Ada', { value: 'Ada' }],
		['string', 'a'.repeat(256), { value: 'a'.repeat(255), complaint: 'was cut after 255 bytes' }],
		// 85 × 3 bytes fit, the next character would be cut through.
		['string', '漢'.repeat(86), { value: '漢'.repeat(85), complaint: 'was cut after 255 bytes' }],
		['url', 'u'.repeat(300), { value: 'u'.repeat(255), complaint: 'was cut after 255 bytes' }],
		['text', 'u'.repeat(2000), { value: 'u'.repeat(2000) }],
		['text', 'u'.repeat(2001), { value: 'u'.repeat(2000), complaint: 'was cut after 2000 bytes' }],
		['text', 'null', { value: null }],
		['text', null, {}],
		['email', 5, { complaint: '5 is no text' }],
		['boolean', true, { value: true }],
		['boolean', null, { value: false }],
		['boolean', 'true', { complaint: '"true" is no boolean' }],
		['integer', 7, { value: 7 }],
		['integer', 2 ** 31, { complaint: '2147483648 is no integer' }],
		['integer', '7', { complaint: '"7" is no integer' }],
		['integer', null, {}],
		['float', 1.5, { value: 1.5 }],
		['float', '1.5', { complaint: '"1.5" is no number' }],
		['date', '2026-11-20', { value: '2026-11-20' }],
		['date', '20.11.2026', { complaint: '"20.11.2026" is no date' }],
		['datetime', '2026-11-20T17:10:00.987Z', { value: '2026-11-20T17:10:00Z' }],
		['datetime', '2026-11-20', { complaint: '"2026-11-20" is no date' }],
	])('of type %s: %j', (type, given, taken) => {
		expect(takenValue(type, given, null)).toEqual(taken);
	});

	it.each<[unknown, FieldValue, number]>([
		['+5', 10, 15],
		['-5', null, -5],
		['7', 10, 7],
		[7, 10, 7],
	])('changes a score by %j', (given, present, value) => {
		expect(takenValue('score', given, present)).toEqual({ value });
	});
});
