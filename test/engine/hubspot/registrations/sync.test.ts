import type { IDataObject } from 'n8n-workflow';

import type { StoryPerson } from '../../../story/contract';
import { stage, type Stage } from '../../support/world';
import { contactsOf, count, outcomes } from '../support';
import { activitiesOf, contactOf, planned, register, rowOf, strangers } from './support';

let here: Stage;
let people: StoryPerson[];
let rows: IDataObject[];
beforeEach(async () => {
	here = await stage({ registrants: 60 }, { participationDelayMs: 0 });
	people = strangers(here);
	rows = people.map((person) => rowOf(here.story.main, person));
});
afterEach(async () => await here.close());

const run = async (items = rows) =>
	outcomes(await register(here, items, { webinar: planned(here) }));

describe('a first run', () => {
	it('makes contacts with registrations, the planned event and the properties', async () => {
		const told = await run();
		expect(count(told, 'synced')).toBe(people.length);
		expect(new Set(told.map(({ action }) => action))).toEqual(new Set(['created']));
		const [event, ...others] = here.sandbox.hubspot.events;
		expect(others).toEqual([]);
		expect(event).toMatchObject({
			externalEventId: String(here.story.main.webinarId),
			completed: false,
			fields: { eventName: here.story.main.topic, startDateTime: '2027-03-01T10:00:00Z' },
		});
		for (const person of people) {
			const { id, properties } = contactOf(here, person);
			expect(properties).toMatchObject({
				firstname: person.firstName,
				company: 'Acme',
				n8n_webinar_registration_count: '1',
				n8n_webinar_attendance_count: '0',
				n8n_webinar_last_registered: here.story.main.topic,
				n8n_webinar_last_registered_url: 'https://zoom.example/webinar/register/1',
				n8n_webinar_join_link: `https://zoom.example/w/${person.key}`,
			});
			expect(event?.activities.filter(({ contactId }) => contactId === id)).toMatchObject([
				{ verb: 'register', interactionDateTime: Date.parse(person.registeredAt ?? '') },
			]);
		}
	});

	it('stays within its budget of calls', async () => {
		await run();
		const batches = Math.ceil(people.length / 100);
		// Read, deleted ones, created, registered, read back; and what every run needs once.
		expect(here.sandbox.books.calls('hubspot').length).toBeLessThanOrEqual(5 * batches + 10);
	});

	it('sums the webinar up on the second output', async () => {
		const { outputs } = await register(here, rows, { webinar: planned(here) });
		expect(outputs[1]).toHaveLength(1);
		expect(outputs[1]?.[0]?.json).toMatchObject({
			webinar: { webinarId: String(here.story.main.webinarId) },
		});
	});

	it('writes nothing of a webinar whose people are all left out', async () => {
		const pending = rows.map((row) => ({ ...row, status: 'pending' }));
		const told = await run(pending);
		expect(new Set(told.map(({ reason }) => reason))).toEqual(new Set(['pendingApproval']));
		expect(here.sandbox.hubspot.events).toEqual([]);
	});
});

describe('a second run', () => {
	it('writes nothing and says so', async () => {
		await run();
		const settled = contactsOf(here.sandbox);
		here.sandbox.books.clear();
		const again = await run();
		expect(here.sandbox.books.writes('hubspot')).toEqual([]);
		expect(count(again, 'unchanged')).toBe(people.length);
		expect(contactsOf(here.sandbox)).toEqual(settled);
	});

	it('moves the webinar in the event and counts nobody twice', async () => {
		await run();
		const webinar = planned(here, {
			scheduledStartTime: '2027-04-01T10:00:00Z',
			scheduledEndTime: '2027-04-01T11:00:00Z',
		});
		await register(here, rows, { webinar });
		const [event] = here.sandbox.hubspot.events;
		expect(event?.fields.startDateTime).toBe('2027-04-01T10:00:00Z');
		expect(event?.activities).toHaveLength(people.length);
		for (const person of people) {
			expect(contactOf(here, person).properties.n8n_webinar_registration_count).toBe('1');
		}
	});
});

describe('a preview', () => {
	it('reads only, and says what would be', async () => {
		const before = contactsOf(here.sandbox);
		const result = await register(here, rows, {
			webinar: planned(here),
			parameters: { preview: true },
		});
		const told = outcomes(result);
		expect(told.every(({ preview, action }) => preview && action === 'created')).toBe(true);
		expect(here.sandbox.books.writes('hubspot')).toEqual([]);
		expect(contactsOf(here.sandbox)).toEqual(before);
	});
});

describe('an item', () => {
	it('may be what Add Contact to Webinar returns, without a time of its own', async () => {
		const [person] = people;
		if (person === undefined) throw new Error('The story has nobody new');
		const item = {
			contactId: '5',
			webinar: planned(here),
			registrant: rowOf(here.story.main, person, { registeredAt: null }),
			outcome: { destination: 'zoom', result: 'synced', action: 'registered' },
		};
		const [first] = outcomes(await register(here, [item]));
		expect(first).toMatchObject({ result: 'synced', action: 'created' });
		const [second] = outcomes(await register(here, [item]));
		expect(second?.result).toBe('unchanged');
		expect(activitiesOf(here, person)).toEqual(['register']);
	});

	it.each(['failed', 'skipped', 'deferred'])(
		'that the webinar platform has %s is never registered',
		async (result) => {
			const [row] = rows;
			const refusal = {
				destination: 'zoom',
				result,
				reason: 'webinarFull',
				message: 'The webinar is full',
				repair: 'Raise the limit',
			};
			const [told] = await run([{ ...row, outcome: refusal }]);
			expect(told).toMatchObject({
				result: 'skipped',
				reason: 'webinarFull',
				message: 'Not registered on the webinar platform: The webinar is full',
				repair: 'Raise the limit',
			});
			expect(here.sandbox.books.writes('hubspot')).toEqual([]);
		},
	);

	it('fails alone when it lacks the webinar, or names another one', async () => {
		const [one = {}, two = {}, three = {}] = rows;
		const told = outcomes(
			await register(here, [
				one,
				{ ...two, webinar: planned(here) },
				{ ...three, webinar: planned(here, { webinarId: '999' }) },
			]),
		);
		expect(told.map(({ result }) => result)).toEqual(['failed', 'synced', 'failed']);
		expect(told[0]?.message).toBe('Topic is missing');
		expect(told[2]?.message).toContain('Webinar is 999');
	});

	it('is left out by the rules that count for everybody', async () => {
		const [one = {}, two = {}] = rows;
		const [user] = here.story.world.hubspot.users;
		const items = [
			{ ...one, email: '' },
			{ ...one, email: 'no address' },
			{ ...one, email: user?.email },
			{ ...one, email: 'eve@sales.rival.example' },
			two,
			two,
		];
		const result = await register(here, items, {
			webinar: planned(here),
			options: { excludedDomains: 'rival.example' },
		});
		expect(outcomes(result).map(({ reason }) => reason)).toEqual([
			'noEmail',
			'invalidEmail',
			'internalUser',
			'excludedDomain',
			null,
			'duplicate',
		]);
	});
});
