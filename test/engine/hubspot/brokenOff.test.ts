import { differences, expectedHubSpot } from '../../truth';
import { inAHurry } from '../support/inAHurry';
import { stage, type Stage } from '../support/world';
import { contactsOf, count, itemsOf, outcomes, sync } from './support';

let here: Stage;
beforeAll(inAHurry);
beforeEach(async () => {
	here = await stage({ registrants: 120 }, { participationDelayMs: 0 });
});
afterEach(async () => await here.close());

/** What HubSpot holds differs in nothing from the story. */
function expectDone(before: ReturnType<typeof contactsOf>): void {
	const { main, world } = here.story;
	const expected = expectedHubSpot([main], { zoomAccountId: world.zoom.accountId });
	expect(differences(expected, here.sandbox.hubspot, before)).toEqual([]);
}

describe('a run that was broken off', () => {
	it.each([
		['registrations', 'register'],
		['attendance', 'attend'],
	])('before its %s were written is completed by the next', async (_, verb) => {
		const before = contactsOf(here.sandbox);
		const items = itemsOf(here, here.story.main);
		await sync(here, items);
		const [event] = here.sandbox.hubspot.events;
		const lost = event?.activities.filter((activity) => activity.verb === verb).slice(0, 30) ?? [];
		expect(lost).toHaveLength(30);
		const ids = new Set(lost.map(({ contactId }) => contactId));
		// Attendance comes after all registrations: who is not registered yet has not come yet.
		const left = event?.activities.filter(
			(each) => !ids.has(each.contactId) || (verb === 'attend' && each.verb === 'register'),
		);
		event?.activities.splice(0, Infinity, ...(left ?? []));
		const again = outcomes(await sync(here, items));
		expect(count(again, 'synced')).toBe(30);
		expectDone(before);
		here.sandbox.books.clear();
		await sync(here, items);
		expect(here.sandbox.books.writes('hubspot')).toEqual([]);
	});

	it('is completed for a single person too, though the event is full of others', async () => {
		const before = contactsOf(here.sandbox);
		const items = itemsOf(here, here.story.main);
		const told = outcomes(await sync(here, items));
		const index = told.findIndex(({ steps }) => steps.attendance?.result === 'synced');
		const { activities } = here.sandbox.hubspot.events[0] ?? { activities: [] };
		const recordId = told[index]?.recordId;
		const at = activities.findIndex(
			({ contactId, verb }) => contactId === recordId && verb === 'attend',
		);
		activities.splice(at, 1);
		const [again] = outcomes(await sync(here, items.slice(index, index + 1)));
		expect(again?.result).toBe('synced');
		expectDone(before);
	});

	it('because HubSpot forgot the event writes it anew', async () => {
		const before = contactsOf(here.sandbox);
		const items = itemsOf(here, here.story.main);
		await sync(here, items);
		here.sandbox.hubspot.events.splice(0);
		await sync(here, items);
		expectDone(before);
	});
});

describe('an answer that gets lost', () => {
	it.each([
		['POST .*contacts/batch/create'],
		['POST .*contacts/batch/update'],
		['POST .*register/create'],
		['POST .*attend/create'],
		['PUT .*/events/'],
		['POST .*properties.*/batch/create'],
	])('after %s changes nothing in the end', async (request) => {
		const before = contactsOf(here.sandbox);
		const match = new RegExp(request);
		here.sandbox.addFault({ vendor: 'hubspot', match, fault: { kind: 'cutAfter' } });
		const told = outcomes(await sync(here, itemsOf(here, here.story.main)));
		expect(count(told, 'failed') + count(told, 'deferred')).toBe(0);
		expectDone(before);
	});
});

describe('a passing fault', () => {
	it.each([
		['a page instead of an answer', { kind: 'html' }],
		['a fault of the server', { kind: 'status', status: 502 }],
		['a connection that is cut', { kind: 'cutBefore' }],
	] as const)('%s is got over', async (_, fault) => {
		const before = contactsOf(here.sandbox);
		for (const match of [/batch\/create/, /attend\/create/, /batch\/read/]) {
			here.sandbox.addFault({ vendor: 'hubspot', match, fault });
		}
		const told = outcomes(await sync(here, itemsOf(here, here.story.main)));
		expect(count(told, 'failed') + count(told, 'deferred')).toBe(0);
		expectDone(before);
	});

	it('of the burst limit holds the calls back, and nothing is lost', async () => {
		const before = contactsOf(here.sandbox);
		here.sandbox.addFault({
			vendor: 'hubspot',
			match: /batch\/update/,
			fault: { kind: 'status', status: 429, policy: 'TEN_SECONDLY_ROLLING' },
		});
		await sync(here, itemsOf(here, here.story.main));
		expectDone(before);
	});
});

describe('a network that is gone', () => {
	it('ends the run before anything is sent twice over', async () => {
		const hubSpotWebinarServiceKeyApi = {
			...here.hubspot.hubSpotWebinarServiceKeyApi,
			// Port 1 is nobody's: the connection is refused at once.
			baseUrl: 'http://127.0.0.1:1/hubspot',
		};
		const credentials = { hubSpotWebinarServiceKeyApi };
		const result = await sync(here, itemsOf(here, here.story.main), { credentials });
		expect(result.error?.message).toContain('HubSpot could not be reached');
		expect(result.error?.description).toContain('Base URL');
	});
});

describe('a daily limit in the middle', () => {
	it.each([
		['POST .*contacts/batch/read'],
		['POST .*contacts/batch/create'],
		['POST .*register/create'],
		['POST .*attend/create'],
		['POST .*contacts/batch/update'],
		['PUT .*/events/'],
	])('at %s defers who is left, and the next run does the rest', async (request) => {
		const before = contactsOf(here.sandbox);
		const items = itemsOf(here, here.story.main);
		here.sandbox.addFault({
			vendor: 'hubspot',
			match: new RegExp(request),
			fault: { kind: 'status', status: 429, policy: 'DAILY' },
		});
		const told = outcomes(await sync(here, items));
		expect(told).toHaveLength(items.length);
		expect(count(told, 'deferred')).toBeGreaterThan(0);
		for (const { result, reason, retryAt } of told) {
			if (result !== 'deferred') continue;
			expect(reason).toBe('dailyLimit');
			expect(Date.parse(retryAt ?? '')).toBeGreaterThan(Date.now());
		}
		const open = items.filter((_, index) => told[index]?.result === 'deferred');
		const rest = outcomes(await sync(here, open));
		expect(count(rest, 'deferred') + count(rest, 'failed')).toBe(0);
		expectDone(before);
	});
});
