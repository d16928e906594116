import fc from 'fast-check';
import { DateTime } from 'luxon';

import { filled, leadField, withoutCompany } from '../../../../nodes/Marketo/mapping/leadFields';
import {
	fieldValue,
	fitted,
	holds,
	memberField,
} from '../../../../nodes/Marketo/mapping/memberFields';

describe('whether a field holds a value already', () => {
	it.each([
		['https://a', 'https://a', 'string', true],
		['https://a', 'https://b', 'string', false],
		[null, null, 'string', true],
		[undefined, null, 'string', true],
		['', null, 'string', true],
		['x', null, 'string', false],
		['5', 5, 'integer', true],
		['5.0', 5, 'float', true],
		['five', 'six', 'integer', false],
		['true', true, 'boolean', true],
		['2026-01-01T10:00:00Z', '2026-01-01T11:00:00+01:00', 'datetime', true],
		['2026-01-01T10:00:00Z+0000', '2026-01-01T10:00:00.000Z', 'datetime', true],
		['2026-01-01T10:00:00Z', '2026-01-01T10:00:01Z', 'datetime', false],
		['nonsense', 'nonsense too', 'datetime', false],
	])('%p holds %p of type %s: %p', (held, wanted, type, expected) => {
		expect(holds(held, wanted, type)).toBe(expected);
	});

	it('is true of whatever was written', () => {
		const values = fc.oneof(fc.string(), fc.integer(), fc.boolean());
		const types = fc.constantFrom('string', 'integer', 'boolean', 'date', 'datetime', 'text');
		fc.assert(
			fc.property(values, types, (value, type) => {
				const written = fieldValue(value);
				expect(holds(written, written, type)).toBe(true);
			}),
		);
	});
});

describe('a value of an item', () => {
	it.each([
		['', null],
		['  ', null],
		[undefined, null],
		[{ any: 'object' }, null],
		[[1], null],
		[NaN, null],
		[0, 0],
		[false, false],
		[' x ', ' x '],
		[new Date('2026-01-01T10:00:00.123Z'), '2026-01-01T10:00:00Z'],
		[DateTime.fromISO('2026-01-01T11:00:00+01:00'), '2026-01-01T10:00:00Z'],
	])('%p is taken as %p', (value, expected) => {
		expect(fieldValue(value)).toBe(expected);
	});

	it.each([
		['5', 'integer', 5],
		['five', 'integer', 'five'],
		['TRUE', 'boolean', true],
		['perhaps', 'boolean', 'perhaps'],
		['2026-01-01T23:00:00Z', 'date', '2026-01-01'],
		['2026-01-01T11:00:00+01:00', 'datetime', '2026-01-01T10:00:00Z'],
		['tomorrow', 'datetime', 'tomorrow'],
		['5', 'string', '5'],
		[null, 'integer', null],
	])('%p is fitted to %s as %p', (value, dataType, expected) => {
		expect(fitted(value, dataType)).toBe(expected);
	});
});

describe('fields of people', () => {
	it('are read from describe, and those without a REST name left out', () => {
		const rest = { name: 'firstName', readOnly: false };
		expect(leadField({ displayName: 'First Name', dataType: 'String', rest })).toEqual({
			name: 'firstName',
			label: 'First Name',
			dataType: 'string',
			updateable: true,
		});
		expect(leadField({ rest: { name: 'id', readOnly: true } })?.updateable).toBe(false);
		expect(leadField({ displayName: 'Old', soap: { name: 'Old' } })).toBeUndefined();
	});

	it('are written without the company where that belongs to the CRM', () => {
		expect(withoutCompany({ firstName: 'A', company: 'B', industry: 'C' })).toEqual({
			firstName: 'A',
		});
	});

	it('that are empty are left as they are', () => {
		expect(filled({ a: '', b: ' ', c: null, d: 0, e: false, f: 'x', g: {} })).toEqual({
			d: 0,
			e: false,
			f: 'x',
		});
	});
});

describe('fields of members', () => {
	it('without a name are left out', () => {
		expect(memberField({ displayName: 'x' })).toBeUndefined();
		expect(memberField({ name: 'seat', length: 255, updateable: true })).toEqual({
			name: 'seat',
			label: 'seat',
			dataType: '',
			length: 255,
			updateable: true,
		});
	});
});
