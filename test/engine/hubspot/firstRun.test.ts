import { RIVAL_DOMAIN } from '../../story';
import { differences, expectedHubSpot } from '../../truth';
import { stage, type Stage } from '../support/world';
import { contactsOf, count, itemsOf, outcomes, sync } from './support';

let here: Stage;
beforeEach(async () => {
	here = await stage({ registrants: 200 }, { participationDelayMs: 0 });
});
afterEach(async () => await here.close());

const rules = () => ({
	zoomAccountId: here.story.world.zoom.accountId,
	excludedDomains: [RIVAL_DOMAIN],
});

const options = { excludedDomains: RIVAL_DOMAIN };

describe('a first run', () => {
	it('leaves HubSpot exactly as the story tells it, and explains everybody', async () => {
		const { main } = here.story;
		const before = contactsOf(here.sandbox);
		const told = outcomes(await sync(here, itemsOf(here, main), { options }));
		const expected = expectedHubSpot([main], rules());
		expect(differences(expected, here.sandbox.hubspot, before)).toEqual([]);
		expect(told.map(({ result, reason }) => [result, reason])).toEqual(
			expected.outcomes.map(({ result, reason }) => [result, reason]),
		);
		expect(told.map(({ action }) => action)).toEqual(
			expected.outcomes.map(({ action }) => action ?? 'none'),
		);
		for (const { result, recordId, message, steps } of told) {
			expect(message).not.toBe('');
			if (result !== 'synced') continue;
			expect(here.sandbox.hubspot.contacts.has(recordId)).toBe(true);
			expect(steps.event?.result).toBe('synced');
			expect(steps.properties?.result).toBe('synced');
		}
	});

	it('stays within its budget of calls', async () => {
		const { main } = here.story;
		const told = outcomes(await sync(here, itemsOf(here, main)));
		const beforeContacts = ['noEmail', 'invalidEmail', 'internalUser', 'excludedDomain'];
		const people = told.filter(({ reason }) => !beforeContacts.includes(reason ?? ''));
		const created = told.filter(({ action }) => action === 'created').length;
		const updated = told.filter(({ action }) => action === 'updated').length;
		const registered = told.filter(({ steps }) => steps.registration?.result === 'synced').length;
		const attended = told.filter(({ steps }) => steps.attendance?.result === 'synced').length;
		const batches = [people.length, created, updated, registered, attended, created + updated];
		const budget = [...batches, created].reduce((sum, each) => sum + Math.ceil(each / 100), 10);
		expect(here.sandbox.books.calls('hubspot').length).toBeLessThanOrEqual(budget);
		expect(
			here.sandbox.books.calls('hubspot').every(({ status }) => status < 300 || status === 404),
		).toBe(true);
	});

	it('says what it cost and what it came to', async () => {
		const { main } = here.story;
		const result = await sync(here, itemsOf(here, main));
		const calls = here.sandbox.books.calls('hubspot').length;
		const message = result.hints.map((hint) => hint.message).join();
		expect(message).toContain(`${count(outcomes(result), 'synced')} synced`);
		expect(message).toContain(`${calls} calls`);
	});

	it('counts over several webinars, in whatever order they are synced', async () => {
		const { main, earlier, noRegistration } = here.story;
		const before = contactsOf(here.sandbox);
		await sync(here, itemsOf(here, main));
		await sync(here, [...itemsOf(here, earlier), ...itemsOf(here, noRegistration)]);
		const { zoomAccountId } = rules();
		const expected = expectedHubSpot([main, earlier, noRegistration], { zoomAccountId });
		expect(differences(expected, here.sandbox.hubspot, before)).toEqual([]);
	});
});

describe('a second run', () => {
	it('writes nothing', async () => {
		const items = itemsOf(here, here.story.main);
		const first = outcomes(await sync(here, items));
		const settled = contactsOf(here.sandbox);
		here.sandbox.books.clear();
		const second = outcomes(await sync(here, items));
		expect(here.sandbox.books.writes('hubspot')).toEqual([]);
		expect(count(second, 'synced')).toBe(0);
		expect(count(second, 'unchanged')).toBe(count(first, 'synced'));
		expect(contactsOf(here.sandbox)).toEqual(settled);
	});

	it('writes nothing when several webinars come at once', async () => {
		const { main, earlier } = here.story;
		const items = [...itemsOf(here, main), ...itemsOf(here, earlier)];
		await sync(here, items);
		here.sandbox.books.clear();
		const second = outcomes(await sync(here, items));
		expect(here.sandbox.books.writes('hubspot')).toEqual([]);
		expect(count(second, 'synced')).toBe(0);
	});

	it('takes over a corrected report, once', async () => {
		const [item] = itemsOf(here, here.story.main).filter(
			(one) => one.attendanceStatus === 'attended',
		);
		if (item === undefined) throw new Error('The story has nobody who attended');
		await sync(here, [item]);
		const corrected = {
			...item,
			attendance: { ...(item.attendance as object), attendedSeconds: 7 },
		};
		const [told] = outcomes(await sync(here, [corrected]));
		const held = here.sandbox.hubspot.contacts.get(told?.recordId ?? '');
		expect(held?.properties.n8n_webinar_last_attended_seconds).toBe('7');
		expect(held?.properties.n8n_webinar_attendance_count).toBe('1');
		const [event] = here.sandbox.hubspot.events;
		expect(event?.activities.filter(({ verb }) => verb === 'attend')).toHaveLength(1);
		here.sandbox.books.clear();
		await sync(here, [corrected]);
		expect(here.sandbox.books.writes('hubspot')).toEqual([]);
	});
});
