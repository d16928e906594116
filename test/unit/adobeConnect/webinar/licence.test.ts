import {
	toLicence,
	whyNotUnder,
	type SeminarLicence,
} from '../../../../nodes/AdobeConnect/mapping/seminarLicence';
import { toAccess, toPermission } from '../../../../nodes/AdobeConnect/mapping/roomAccess';
import { inSample, sco } from './samples';

const shared = inSample('constructed/sco-seminar-licenses-list-shared', 'seminar-licenses', 'sco');
(shared === undefined ? test.skip : test)('a licence of the account, told by elements', () => {
	expect(toLicence(shared!)).toEqual({
		id: '11029',
		name: 'Webinars 500',
		capacity: 500,
		begin: '2026-01-01T08:00:00Z',
		end: '2027-01-01T08:00:00Z',
		isExpired: false,
	});
});

test('a licence of one user, told by attributes, with the other name for its quota', () => {
	const row = sco(
		{ 'sco-id': '5', 'license-quota': '100', 'is-expired': 'true', 'principal-id': '7' },
		{ name: 'Anna' },
	);
	expect(toLicence(row)).toMatchObject({ id: '5', name: 'Anna', capacity: 100, isExpired: true });
});

const licence: SeminarLicence = {
	id: '1',
	name: 'W',
	capacity: 100,
	begin: '2030-01-01T00:00:00Z',
	end: '2031-01-01T00:00:00Z',
	isExpired: false,
};
const now = Date.parse('2030-06-01T00:00:00Z');
const start = '2030-07-01T10:00:00+02:00';

test.each<
	[string, Partial<SeminarLicence>, { start?: string; expected?: number }, RegExp | undefined]
>([
	['it fits', {}, { expected: 100 }, undefined],
	['nobody says how many', {}, {}, undefined],
	['nobody says what it takes', { capacity: null }, { expected: 9000 }, undefined],
	['it has no dates', { begin: null, end: null }, { start: '2040-01-01T00:00:00Z' }, undefined],
	['one person too many', {}, { expected: 101 }, /takes 100 people, not 101/],
	['it says that it is over', { isExpired: true }, {}, /has expired/],
	['it is over', { end: '2030-05-31T00:00:00Z' }, {}, /has expired/],
	['it ends before', { end: '2030-06-30T00:00:00Z' }, {}, /ends on 2030-06-30, before/],
	['it begins after', { begin: '2030-08-01T00:00:00Z' }, {}, /begins on 2030-08-01, after/],
])('%s', (_, changes, plan, why) => {
	const told = whyNotUnder({ ...licence, ...changes }, { start, now, ...plan });
	if (why === undefined) expect(told).toBeUndefined();
	else expect(told).toMatch(why);
});

test('our words for access and Adobe Connect’s lead to one another', () => {
	for (const word of ['everyone', 'registered', 'invited'] as const) {
		expect(toAccess(toPermission(word) ?? '')).toBe(word);
	}
	expect([toAccess('view'), toAccess('publish'), toAccess('')]).toEqual(['everyone', '', '']);
	for (const other of ['denied', '', null, 'constructor'])
		expect(toPermission(other)).toBeUndefined();
});
