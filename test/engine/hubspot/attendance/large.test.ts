import { longTravel } from '../../support/longTravel';
import { stage, type Stage } from '../../support/world';
import { afterEach as afterEachRequest, count, outcomes, sync } from '../support';
import { contactOf, stay, summaries } from './support';

let here: Stage;
beforeAll(longTravel);
beforeEach(async () => {
	here = await stage({ registrants: 20 }, { participationDelayMs: 0 });
});
afterEach(async () => await here.close());

const email = (index: number) => `person${index}@example.com`;

/** Every second one is known already. */
function addContacts(people: number): void {
	for (let index = 0; index < people; index += 2) {
		const id = String(800_000_000_000 + index);
		const properties = { createdate: '2026-01-01T00:00:00Z', email: email(index) };
		here.sandbox.hubspot.contacts.set(id, {
			id,
			email: email(index),
			additionalEmails: [],
			properties,
		});
	}
}

describe('ten thousand people', () => {
	it('cost no more calls than their batches, never too many at a time', async () => {
		const people = 10_000;
		addContacts(people);
		const items = Array.from({ length: people }, (_, index) =>
			stay(email(index), { seconds: index % 4 === 0 ? 0 : 1800 }),
		);
		const result = await sync(here, items);
		expect(count(outcomes(result), 'synced')).toBe(people);
		const calls = here.sandbox.books.calls('hubspot');
		// Read, created, read again, updated, registered, attended, read back, looked up among the deleted ones.
		const batches = [10_000, 5_000, 5_000, 5_000, 10_000, 7_500, 10_000, 5_000];
		const budget = batches.reduce((sum, each) => sum + Math.ceil(each / 100), 10);
		expect(calls.length).toBeLessThanOrEqual(budget);
		expect(calls.filter(({ status }) => status === 429)).toEqual([]);
		expect(summaries(result)).toMatchObject([
			{ people, synced: people, participations: { attended: 7_500, noShows: 2_500 }, warning: '' },
		]);
	}, 300_000);
});

describe('a portal with rules of its own', () => {
	it('that asks for a property fails those who lack it, by its name', async () => {
		here.sandbox.hubspot.world.requiredProperties = ['company'];
		const items = [0, 1, 2].map((index) => stay(email(index)));
		const registrant = { ...(items[1]?.registrant as object), company: 'Acme' };
		const told = outcomes(await sync(here, [items[0]!, { ...items[1]!, registrant }, items[2]!]));
		expect(told.map(({ result }) => result)).toEqual(['failed', 'synced', 'failed']);
		expect(told[0]?.message).toContain('company');
	});

	it('that has no marketing events is told so once, and no contact is written', async () => {
		here.sandbox.hubspot.world.marketingEventsAllowed = false;
		const before = here.sandbox.hubspot.contacts.size;
		const { error } = await sync(here, [stay(email(0)), stay(email(1))]);
		expect(error?.message).toContain('marketing event');
		expect(here.sandbox.hubspot.contacts.size).toBe(before);
	});
});

describe('a hundred people', () => {
	const items = Array.from({ length: 100 }, (_, index) => stay(email(index)));

	it('are all created but the one whom HubSpot refuses', async () => {
		const bad = items.map((item, index) =>
			index === 56 ? { ...item, email: 'a@b.nosuchtld' } : item,
		);
		const told = outcomes(await sync(here, bad));
		expect(count(told, 'synced')).toBe(99);
		expect(told[56]).toMatchObject({ result: 'skipped', reason: 'invalidEmail' });
	});

	it('are all updated but the one whose contact is deleted meanwhile', async () => {
		addContacts(200);
		const gone = contactOf(here, email(56)).id;
		let done = false;
		const stop = afterEachRequest(here.sandbox, /attend\/create/, () => {
			if (!done) here.sandbox.hubspot.archive(gone);
			done = true;
		});
		const told = outcomes(await sync(here, items));
		stop();
		expect(count(told, 'synced')).toBe(99);
		expect(told[56]).toMatchObject({ result: 'deferred', reason: 'temporarilyUnavailable' });
	});

	it.each([
		/contacts\/batch\/create/,
		/contacts\/batch\/update/,
		/attend\/create/,
		/register\/create/,
	])('are all written when %s is refused whole', async (match) => {
		addContacts(100);
		here.sandbox.addFault({ vendor: 'hubspot', match, fault: { kind: 'status', status: 400 } });
		const result = await sync(here, items);
		expect(count(outcomes(result), 'synced')).toBe(100);
		expect(summaries(result)).toMatchObject([{ participations: { attended: 100 }, warning: '' }]);
	});
});
