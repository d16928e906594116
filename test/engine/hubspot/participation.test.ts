import type { IDataObject, INode } from 'n8n-workflow';

import { runNode } from '../support/runNode';
import { stage, type Stage } from '../support/world';

const ACCOUNT = 'acc1';
const WEBINAR = '95426371234';

let here: Stage;
let ids: string[];
beforeEach(async () => {
	here = await stage({ registrants: 20 }, { participationDelayMs: 0 });
	ids = [...here.sandbox.hubspot.contacts.values()]
		.filter(({ archivedAt, email }) => archivedAt === undefined && email !== '')
		.slice(0, 4)
		.map(({ id }) => id);
	await putEvent(WEBINAR);
	// A past event: who registered only did not come.
	for (const id of ids) await record(WEBINAR, 'register', id, '2026-01-01T00:00:00Z');
	await record(WEBINAR, 'attend', ids[0]!, '2026-01-02T10:00:00Z', {
		joinedAt: '2026-01-02T10:00:00Z',
		leftAt: '2026-01-02T10:30:00Z',
	});
	await record(WEBINAR, 'cancel', ids[1]!, '2026-01-01T10:00:00Z');
});
afterEach(async () => await here.close());

async function portal(method: string, path: string, body?: object): Promise<IDataObject> {
	const answer = await fetch(
		`${here.sandbox.hubspotBaseUrl}/marketing/marketing-events/2026-09${path}`,
		{
			method,
			headers: {
				authorization: `Bearer ${here.story.world.hubspot.serviceKey}`,
				'content-type': 'application/json',
			},
			body: JSON.stringify(body ?? {}),
		},
	);
	if (!answer.ok) throw new Error(await answer.text());
	return (await answer.json()) as IDataObject;
}

async function putEvent(externalEventId: string, externalAccountId = ACCOUNT): Promise<string> {
	const event = await portal('PUT', `/events/${externalEventId}`, {
		externalAccountId,
		externalEventId,
		eventName: 'Spring webinar',
		eventOrganizer: 'host@example.com',
		eventType: 'WEBINAR',
		startDateTime: '2026-01-02T10:00:00Z',
		endDateTime: '2026-01-02T11:00:00Z',
		customProperties: [],
	});
	return event.objectId as string;
}

async function record(
	externalEventId: string,
	verb: string,
	contactId: string,
	at: string,
	properties: object = {},
): Promise<void> {
	const path = `/attendance/${externalEventId}/${verb}/create?externalAccountId=${ACCOUNT}`;
	await portal('POST', path, {
		inputs: [{ vid: Number(contactId), interactionDateTime: Date.parse(at), properties }],
	});
}

async function get(parameters: IDataObject, onError?: INode['onError']) {
	return await runNode({
		type: 'hubSpotWebinar',
		parameters: { resource: 'attendance', operation: 'getAll', ...parameters } as never,
		credentials: here.hubspot,
		...(onError && { onError }),
	});
}

async function items(parameters: IDataObject): Promise<IDataObject[]> {
	const result = await get(parameters);
	if (result.error !== null) throw new Error(result.error.message);
	return (result.outputs[0] ?? []).map(({ json }) => json);
}

const byId = (people: IDataObject[], id: string) => people.find((one) => one.contactId === id);

describe('people of a webinar', () => {
	it('are found by the webinar ID alone, each with the present state', async () => {
		const people = await items({ webinarId: WEBINAR, returnAll: true });
		expect(people).toHaveLength(4);
		const contact = here.sandbox.hubspot.contacts.get(ids[0]!);
		expect(byId(people, ids[0]!)).toEqual({
			contactId: ids[0],
			email: contact?.email,
			firstName: contact?.properties.firstname ?? '',
			lastName: contact?.properties.lastname ?? '',
			state: 'attended',
			occurredAt: '2026-01-02T10:00:00Z',
			attendanceDurationSeconds: 1800,
			attendancePercent: 50,
			marketingEvent: {
				recordId: here.sandbox.hubspot.events[0]?.objectId,
				externalAccountId: ACCOUNT,
				externalEventId: WEBINAR,
				name: 'Spring webinar',
			},
		});
		expect(byId(people, ids[1]!)?.state).toBe('cancelled');
		expect(byId(people, ids[2]!)).toMatchObject({ state: 'noShow', attendancePercent: null });
	});

	it('take the number as Zoom shows it, and the account where it is known', async () => {
		here.sandbox.books.clear();
		const options = { accountId: ACCOUNT };
		const people = await items({ webinarId: '954 2637 1234', returnAll: true, options });
		expect(people).toHaveLength(4);
		expect(here.sandbox.books.calls('hubspot')).toHaveLength(1);
	});

	it('are limited and filtered by one or several states', async () => {
		expect(await items({ webinarId: WEBINAR, limit: 2 })).toHaveLength(2);
		const noShows = await items({ webinarId: WEBINAR, states: ['NO_SHOW'] });
		expect(noShows.map(({ contactId }) => contactId).sort()).toEqual(ids.slice(2).sort());
		const some = await items({ webinarId: WEBINAR, states: ['ATTENDED', 'CANCELLED'] });
		expect(some.map(({ contactId }) => contactId).sort()).toEqual(ids.slice(0, 2).sort());
	});

	it('come in HubSpot’s own form when they are not simplified', async () => {
		const [person] = await items({ webinarId: WEBINAR, states: ['ATTENDED'], simple: false });
		expect(person?.properties).toMatchObject({ attendanceState: 'ATTENDED' });
	});

	it('of an occurrence are those of its own event', async () => {
		await putEvent(`${WEBINAR}.1700000000000`);
		await record(`${WEBINAR}.1700000000000`, 'register', ids[3]!, '2026-01-01T00:00:00Z');
		const people = await items({ webinarId: WEBINAR, partId: '1700000000000' });
		expect(people.map(({ contactId }) => contactId)).toEqual([ids[3]]);
	});

	it('are found over several pages', async () => {
		const all = [...here.sandbox.hubspot.contacts.values()].filter((one) => !one.archivedAt);
		expect(all.length).toBeGreaterThan(4);
		const [like] = all;
		for (let index = 0; index < 120; index += 1) {
			const id = String(9_000_000 + index);
			here.sandbox.hubspot.contacts.set(id, { ...like!, id, email: `p${index}@example.com` });
			here.sandbox.hubspot.events[0]!.activities.push({
				contactId: id,
				verb: 'register',
				interactionDateTime: 1,
				joinedAt: null,
				leftAt: null,
			});
		}
		expect(await items({ webinarId: WEBINAR, returnAll: true })).toHaveLength(124);
	});
});

describe('counts', () => {
	const counts = { attended: 1, registered: 0, cancelled: 1, noShows: 2, total: 4 };

	it('of a webinar are one item', async () => {
		const told = await items({ webinarId: WEBINAR, participationReturn: 'counts' });
		expect(told).toEqual([
			{
				...counts,
				marketingEvent: {
					recordId: here.sandbox.hubspot.events[0]?.objectId,
					externalAccountId: ACCOUNT,
					externalEventId: WEBINAR,
				},
			},
		]);
	});

	it('come with the people by the record ID of any event', async () => {
		const recordId = here.sandbox.hubspot.events[0]!.objectId;
		const [told, ...more] = await items({
			participationOf: 'event',
			eventRecordId: recordId,
			participationReturn: 'both',
			returnAll: true,
		});
		expect(more).toEqual([]);
		expect(told).toMatchObject({ ...counts, marketingEvent: { recordId } });
		expect(told?.people).toHaveLength(4);
	});
});

describe('a contact', () => {
	it('is told with every webinar, by address or record ID', async () => {
		await putEvent('812');
		await record('812', 'register', ids[0]!, '2026-01-01T00:00:00Z');
		const email = here.sandbox.hubspot.contacts.get(ids[0]!)?.email ?? '';
		for (const contact of [email, ids[0]!]) {
			const told = await items({ participationOf: 'contact', contact, returnAll: true });
			const events = told.map((one) => (one.marketingEvent as IDataObject).externalEventId);
			expect(events.sort()).toEqual(['812', WEBINAR]);
		}
	});
});

describe('what cannot be got', () => {
	it.each([
		[{ webinarId: '1' }, 'HubSpot has no marketing event of the webinar 1'],
		[{ webinarId: ' ' }, 'Webinar ID is empty'],
		[
			{ webinarId: WEBINAR, options: { accountId: 'other' } },
			`HubSpot has no marketing event of the webinar ${WEBINAR}`,
		],
		[{ participationOf: 'event', eventRecordId: '404404' }, 'with the record ID 404404'],
		[{ participationOf: 'event', eventRecordId: 'x' }, 'Record ID is not a number'],
		[{ participationOf: 'contact', contact: 'nobody@nowhere.example' }, 'HubSpot has no contact'],
		[{ participationOf: 'contact', contact: 'Jane' }, 'neither an email address nor a record ID'],
	])('%j is told in words', async (parameters, message) => {
		const { error } = await get(parameters);
		expect(error?.message).toContain(message);
		expect(error?.description).not.toBe('');
	});

	it('becomes an item when the node is set to continue', async () => {
		const result = await get({ webinarId: '1' }, 'continueRegularOutput');
		expect(result.error).toBeNull();
		expect(result.outputs[0]?.[0]?.json.error).toContain('no marketing event');
	});

	it('one ID in two accounts is told apart by the account', async () => {
		await putEvent(WEBINAR, 'acc2');
		const { error } = await get({ webinarId: WEBINAR });
		expect(error?.message).toContain('more than one');
		expect(error?.message).toContain('account acc2');
		const people = await items({ webinarId: WEBINAR, options: { accountId: ACCOUNT } });
		expect(people).toHaveLength(4);
	});
});
