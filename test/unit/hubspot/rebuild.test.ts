import { countedStay, EMPTY_HISTORY, isRegistered } from '../../../nodes/HubSpot/mapping/history';
import { computeProperties } from '../../../nodes/HubSpot/mapping/properties';
import { rebuiltHistory, type ContactParticipation } from '../../../nodes/HubSpot/mapping/rebuild';

function part(externalEventId: string, state: string, more: Partial<ContactParticipation> = {}) {
	const base = { externalAccountId: 'acc', name: 'Topic', occurredAt: '2026-01-01T10:00:00Z' };
	return { ...base, externalEventId, state, seconds: 1800, percent: 50, ...more };
}

describe('a history rebuilt from participations', () => {
	it('knows registrations, attendances and cancellations', () => {
		const told = [
			part('1', 'ATTENDED'),
			part('2', 'NO_SHOW'),
			part('3', 'REGISTERED'),
			part('4', 'CANCELLED'),
			part('5', 'EMPTY'),
			part('6', 'ATTENDED', { occurredAt: null }),
		];
		const { entries } = rebuiltHistory(told, EMPTY_HISTORY, ['acc'], []);
		expect([...entries.keys()]).toEqual(['acc:1', 'acc:2', 'acc:3', 'acc:4']);
		expect([...entries.values()].map(isRegistered)).toEqual([true, true, true, false]);
		expect([...entries.values()].map((entry) => countedStay(entry)?.percent)).toEqual([
			50,
			undefined,
			undefined,
			undefined,
		]);
	});

	it('leaves events of other accounts out, and what is known already', () => {
		const known = rebuiltHistory([part('1', 'ATTENDED')], EMPTY_HISTORY, ['acc'], []);
		const told = [
			part('1', 'CANCELLED'),
			part('2', 'ATTENDED'),
			part('9', 'ATTENDED', { externalAccountId: 'fair' }),
		];
		const { entries, merged } = rebuiltHistory(told, known, [], ['77']);
		expect([...entries.keys()]).toEqual(['acc:2']);
		expect([...merged]).toEqual(['77']);
	});

	it('is the same however often it is made', () => {
		const make = () => rebuiltHistory([part('1', 'ATTENDED')], EMPTY_HISTORY, ['acc'], ['7', '8']);
		expect(computeProperties(make())).toEqual(computeProperties(make()));
	});
});
