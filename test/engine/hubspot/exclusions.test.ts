import type { IDataObject } from 'n8n-workflow';

import { RIVAL_DOMAIN } from '../../story';
import { differences, expectedHubSpot } from '../../truth';
import { stage, type Stage } from '../support/world';
import { attendees, contactsOf, itemOf, itemsOf, outcomes, sync, webinarOf } from './support';

let here: Stage;
beforeEach(async () => {
	here = await stage({ registrants: 200 }, { participationDelayMs: 0 });
});
afterEach(async () => await here.close());

/** The reasons of a run over the main webinar, by kind of person. */
async function reasonsOf(items: IDataObject[], options: IDataObject = {}) {
	return outcomes(await sync(here, items, { options })).map(({ reason }) => reason);
}

describe('people who are left out', () => {
	it.each([
		['noEmail', 'email', ''],
		['secondaryEmail', 'crm', 'secondary'],
		['deletedContact', 'crm', 'deleted'],
		['internalUser', 'crm', 'accountUser'],
		['invalidEmail', 'emailValid', false],
	] as const)('%s', async (reason, property, value) => {
		const people = attendees(here.story.main)
			.filter((person) => person[property] === value)
			.filter(({ email }) => reason === 'noEmail' || email !== '');
		expect(people.length).toBeGreaterThan(0);
		const before = contactsOf(here.sandbox);
		const reasons = await reasonsOf(itemsOf(here, here.story.main, people));
		expect(reasons).toEqual(people.map(() => reason));
		expect(contactsOf(here.sandbox)).toEqual(before);
	});

	it('excludedDomain, with its subdomains and not what only looks alike', async () => {
		const people = attendees(here.story.main).filter(({ email }) => email.includes('rival'));
		const reasons = await reasonsOf(itemsOf(here, here.story.main, people), {
			excludedDomains: `other.example\n${RIVAL_DOMAIN.toUpperCase()}`,
		});
		expect(reasons).toEqual(
			people.map(({ email }) =>
				[`@${RIVAL_DOMAIN}`, `.${RIVAL_DOMAIN}`].some((end) => email.endsWith(end))
					? 'excludedDomain'
					: null,
			),
		);
		expect(new Set(reasons)).toEqual(new Set(['excludedDomain', null]));
	});

	it('roleExcluded, unless they are asked for', async () => {
		const { main } = here.story;
		const crew = main.people.filter(({ kind }) => kind === 'panelist');
		const items = itemsOf(here, main, crew);
		expect(await reasonsOf(items)).toEqual(crew.map(() => 'roleExcluded'));
		const told = await reasonsOf(items, { roles: ['attendee', 'panelist', 'host'] });
		expect(told).not.toContain('roleExcluded');
	});

	it('duplicate, for the same address in another case, not in another session', async () => {
		const { main, earlier } = here.story;
		const [ada] = attendees(main).filter(({ crm }) => crm === 'known');
		if (ada === undefined) throw new Error('The story has nobody who is known');
		const items = [
			itemOf(here, main, ada),
			{ ...itemOf(here, main, ada), email: ` ${ada.email.toUpperCase()} ` },
			itemOf(here, earlier, ada),
		];
		expect(await reasonsOf(items)).toEqual([null, 'duplicate', null]);
	});

	it('pendingApproval and previouslyDenied, when they did not come', async () => {
		const { main } = here.story;
		const item = (status: string, email: string): IDataObject => ({
			email,
			attendanceStatus: 'noShow',
			webinar: webinarOf(here, main),
			registrant: { status, registeredAt: main.startTime },
			attendance: { role: 'attendee' },
		});
		const items = [item('pending', 'p@example.com'), item('denied', 'd@example.com')];
		expect(await reasonsOf(items)).toEqual(['pendingApproval', 'previouslyDenied']);
	});

	it('neverStarted, and nothing is written of the webinar', async () => {
		const { neverStarted } = here.story;
		const items = itemsOf(here, neverStarted).map((item) => ({ ...item, reason: 'neverStarted' }));
		const reasons = await reasonsOf(items);
		expect(new Set(reasons)).toEqual(new Set(['neverStarted']));
		expect(here.sandbox.books.calls('hubspot')).toEqual([]);
	});

	it('nobodyAttended without people, and the event is written', async () => {
		const { nobody } = here.story;
		const item = { email: '', attendanceStatus: 'noShow', webinar: webinarOf(here, nobody) };
		const [told] = outcomes(await sync(here, [{ ...item, reason: 'nobodyAttended' }]));
		expect(told).toMatchObject({ result: 'skipped', reason: 'nobodyAttended' });
		expect(told?.steps.event?.result).toBe('synced');
		expect(here.sandbox.hubspot.events).toHaveLength(1);
		expect(here.sandbox.hubspot.events[0]?.completed).toBe(true);
	});

	it('nobody, where all of a webinar nobody joined are no-shows', async () => {
		const { nobody, world } = here.story;
		const before = contactsOf(here.sandbox);
		const items = itemsOf(here, nobody).map((item) => ({ ...item, reason: 'nobodyAttended' }));
		await sync(here, items);
		const expected = expectedHubSpot([nobody], { zoomAccountId: world.zoom.accountId });
		expect(differences(expected, here.sandbox.hubspot, before)).toEqual([]);
	});
});

describe('people who cannot be read', () => {
	it.each([
		['topic', 'Topic is missing'],
		['webinarId', 'Webinar ID is missing'],
		['startTime', 'Start Time is missing'],
		['endTime', 'End Time is missing'],
	])('fail alone when %s is missing', async (field, message) => {
		const items = itemsOf(here, here.story.main).slice(0, 5);
		const [first, ...rest] = items as [IDataObject, ...IDataObject[]];
		const broken = {
			...first,
			email: 'new@example.com',
			webinar: { ...(first.webinar as object), [field]: '' },
		};
		const told = outcomes(await sync(here, [broken, ...rest]));
		expect(told[0]).toMatchObject({ result: 'failed', message });
		expect(told.slice(1).map(({ result }) => result)).not.toContain('failed');
	});

	it('fail alone when the item is something else altogether', async () => {
		const told = outcomes(
			await sync(here, [{ email: 'x@example.com', webinar: 'a string' }, { foo: [1] }]),
		);
		expect(told.map(({ result, reason }) => [result, reason])).toEqual([
			['failed', 'vendorRejected'],
			['skipped', 'noEmail'],
		]);
	});
});

describe('addresses that HubSpot alone refuses', () => {
	it('are left out one by one', async () => {
		const { main } = here.story;
		const [person] = attendees(main).filter(
			({ crm, emailValid }) => crm === 'absent' && emailValid,
		);
		if (person === undefined) throw new Error('The story has nobody new');
		const item = itemOf(here, main, person);
		// No top-level domain of that name exists.
		const told = outcomes(await sync(here, [{ ...item, email: 'a@b.nosuchtld' }, item]));
		expect(told.map(({ result, reason }) => [result, reason])).toEqual([
			['skipped', 'invalidEmail'],
			['synced', null],
		]);
	});
});
