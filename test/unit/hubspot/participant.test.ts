import fc from 'fast-check';

import { toParticipants } from '../../../nodes/HubSpot/mapping/participant';

const row = (properties: Record<string, unknown>) => ({ id: '1', properties, associations: {} });
const percents = (...shares: unknown[]) =>
	toParticipants(shares.map((attendancePercentage) => row({ attendancePercentage }))).map(
		({ attendancePercent }) => attendancePercent,
	);

describe('a participation', () => {
	it('is read from the answer of HubSpot’s guide', () => {
		const [person] = toParticipants([
			{
				id: '12',
				createdAt: '2024-05-21T18:35:04.838Z',
				associations: {
					marketingEvent: {
						marketingEventId: '123',
						externalAccountId: '4',
						externalEventId: '456',
						name: 'Virtual baking workshop',
					},
					contact: {
						contactId: '156792341',
						email: 'jdoe@example.com',
						firstname: 'Jane',
						lastname: 'Doe',
					},
				},
				properties: {
					occurredAt: 1716374104838,
					attendanceState: 'ATTENDED',
					attendanceDurationSeconds: 3600,
					attendancePercentage: '0.95',
				},
			},
		]);
		expect(person).toEqual({
			contactId: '156792341',
			email: 'jdoe@example.com',
			firstName: 'Jane',
			lastName: 'Doe',
			state: 'attended',
			occurredAt: '2024-05-22T10:35:04.838Z',
			attendanceDurationSeconds: 3600,
			attendancePercent: 95,
			marketingEvent: {
				recordId: '123',
				externalAccountId: '4',
				externalEventId: '456',
				name: 'Virtual baking workshop',
			},
		});
	});

	it.each([
		[1716374104838, '2024-05-22T10:35:04.838Z'],
		['1716374104838', '2024-05-22T10:35:04.838Z'],
		['2024-05-22T10:35:04Z', '2024-05-22T10:35:04Z'],
		['soon', null],
		[undefined, null],
	])('that occurred at %j', (occurredAt, expected) => {
		expect(toParticipants([row({ occurredAt })])[0]?.occurredAt).toBe(expected);
	});

	it.each([
		['ATTENDED', 'attended'],
		['CANCELLED', 'cancelled'],
		['NO_SHOW', 'noShow'],
		['REGISTERED', 'registered'],
		['EMPTY', 'unknown'],
		[undefined, 'unknown'],
	])('in the state %s', (attendanceState, state) => {
		expect(toParticipants([row({ attendanceState })])[0]?.state).toBe(state);
	});
});

describe('the percentage', () => {
	it('is the same whether HubSpot counts to 1 or to 100', () => {
		expect(percents('0.95', '0.5', null)).toEqual([95, 50, null]);
		expect(percents('95', '50', '0.4', null)).toEqual([95, 50, 0.4, null]);
	});

	it('of somebody who stayed longer than the event is 100', () => {
		expect(percents('1.02', '0.5')).toEqual([100, 50]);
	});

	it('lies between 0 and 100, whatever comes', () => {
		fc.assert(
			fc.property(fc.array(fc.anything()), (shares) => {
				for (const percent of percents(...shares)) {
					if (percent === null) continue;
					expect(percent).toBeGreaterThanOrEqual(0);
					expect(percent).toBeLessThanOrEqual(100);
				}
			}),
		);
	});
});
