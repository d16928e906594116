import fc from 'fast-check';

import { comparableName } from '../../../../nodes/shared/attendees/names';
import { spanOf } from '../../../../nodes/shared/attendees/stays';
import { isUnfinished, toJoinRows } from '../../../../nodes/Zoom/mapping/rows';

const JOIN = '2026-11-20T16:00:00Z';
const LEAVE = '2026-11-20T16:10:00Z';

describe('toJoinRows', () => {
	test('reads a row of the participants report', () => {
		expect(
			toJoinRows([
				{
					id: 'old',
					participant_user_id: 'u1',
					user_id: '16778240',
					registrant_id: 'r1',
					user_email: ' Ann@Example.com ',
					name: ' Ann ',
					join_time: JOIN,
					leave_time: LEAVE,
					duration: 600,
					status: 'in_meeting',
				},
			]),
		).toEqual([
			{
				registrantId: 'r1',
				email: 'ann@example.com',
				userId: 'u1',
				joinId: '16778240',
				name: 'Ann',
				from: Date.parse(JOIN),
				to: Date.parse(LEAVE),
			},
		]);
	});

	test('falls back to the duration and to the older field of the user', () => {
		const [only] = toJoinRows([{ id: 'old', join_time: JOIN, duration: 30 }]);
		expect(only).toMatchObject({ userId: 'old', to: Date.parse(JOIN) + 30_000 });
	});

	test('the waiting room and rows without a time are no attendance', () => {
		expect(
			toJoinRows([
				{ join_time: JOIN, leave_time: LEAVE, status: 'in_waiting_room' },
				{},
				{ join_time: '?' },
			]),
		).toEqual([]);
	});

	test('takes whatever comes', () => {
		fc.assert(
			fc.property(fc.array(fc.dictionary(fc.string(), fc.anything())), (list) => {
				expect(toJoinRows(list).length).toBeLessThanOrEqual(list.length);
				expect(typeof isUnfinished(list)).toBe('boolean');
			}),
		);
	});
});

describe('isUnfinished', () => {
	test.each([
		['no rows', [], false],
		['all counted', [{ join_time: JOIN, leave_time: LEAVE, duration: 600 }], false],
		[
			'one not yet counted',
			[
				{ join_time: JOIN, leave_time: LEAVE, duration: 600 },
				{ join_time: JOIN, leave_time: LEAVE, duration: 0 },
			],
			true,
		],
		['no end yet', [{ join_time: JOIN, duration: 0 }], true],
		[
			'a stay that really took no time',
			[{ join_time: JOIN, leave_time: JOIN, duration: 0 }],
			false,
		],
		[
			'the waiting room is never counted',
			[{ join_time: JOIN, leave_time: LEAVE, duration: 0, status: 'in_waiting_room' }],
			false,
		],
	])('%s: %#', (_, rows, unfinished) => {
		expect(isUnfinished(rows)).toBe(unfinished);
	});
});

test('comparableName: case, blanks and composition do not tell people apart, letters do', () => {
	expect(comparableName('  ANN \t Lee ')).toBe('ann lee');
	expect(comparableName('Zoe\u0308')).toBe(comparableName('Zo\u00eb'));
	expect(comparableName('Ann')).not.toBe(comparableName('Anne'));
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), (name) => {
			expect(comparableName(` ${comparableName(name)} `)).toBe(comparableName(name));
		}),
	);
});

describe('spanOf', () => {
	test('goes from the first join to the last leave of those who were in', () => {
		const rows = toJoinRows([
			{ join_time: '2026-11-20T16:05:00Z', leave_time: '2026-11-20T16:50:00Z' },
			{ join_time: JOIN, leave_time: LEAVE },
			{
				join_time: '2026-11-20T15:00:00Z',
				leave_time: '2026-11-20T18:00:00Z',
				status: 'in_waiting_room',
			},
		]);
		expect(spanOf(rows)).toEqual({ start: JOIN, end: '2026-11-20T16:50:00Z' });
	});

	test('is unknown when nobody was there', () => {
		expect(spanOf([])).toEqual({ start: null, end: null });
	});
});
