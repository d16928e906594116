/** The story's portal on the whole sandbox: a webinar's people come in, over the dated paths. */
import { makeStory } from '../../story';
import type { Sandbox } from '../contract';
import { startSandbox } from '../index';
import { createSpecCheck } from '../specs';
import { isDeliverable } from './contacts/emailAddress';
import { clientFor } from './testing/portal';
import { asList, at } from './testing/values';

const CONTACTS = '/crm/objects/2026-09/contacts/batch';
const ME = '/marketing/marketing-events/2026-09';

let sandbox: Sandbox;

afterEach(() => sandbox.close());

function chunks<T>(rows: readonly T[]): T[][] {
	const count = Math.ceil(rows.length / 100);
	return Array.from({ length: count }, (_, index) => rows.slice(index * 100, index * 100 + 100));
}

it('takes a whole webinar, and its books tell reads from writes', async () => {
	const story = makeStory({ seed: 7, registrants: 250 });
	sandbox = await startSandbox({ world: story.world, participationDelayMs: 5_000 });
	const client = clientFor(sandbox.hubspotBaseUrl, story.world.hubspot.serviceKey);
	const send = async (method: string, path: string, body?: unknown) => {
		const answer = await client.apiRequest({ method, path, body });
		const parsed: unknown = answer.status === 204 ? undefined : await answer.json();
		return { status: answer.status, body: parsed };
	};
	const people = story.main.people.filter(({ email, emailValid }) => email !== '' && emailValid);
	const emails = [...new Set(people.map(({ email }) => email))];
	expect(emails.filter((email) => !isDeliverable(email))).toEqual([]);

	const known = new Set<string>();
	for (const part of chunks(emails)) {
		const { status, body } = await send('POST', `${CONTACTS}/read`, {
			idProperty: 'email',
			properties: ['email', 'hs_additional_emails'],
			inputs: part.map((id) => ({ id })),
		});
		expect([200, 207]).toContain(status);
		for (const contact of asList(at(body, 'results'))) {
			const { email, hs_additional_emails: others } = at(contact, 'properties') as Record<
				string,
				string | null
			>;
			for (const one of [email, ...(others ?? '').split(';')]) if (one) known.add(one);
		}
	}
	const withContact = people.filter(({ crm }) => crm === 'known' || crm === 'secondary');
	expect(withContact.length).toBeGreaterThan(0);
	for (const { email } of withContact) expect(known).toContain(email);
	for (const { email, crm } of people) {
		if (crm === 'absent' || crm === 'deleted') expect(known).not.toContain(email);
	}
	expect(sandbox.books.writes('hubspot')).toHaveLength(0);

	const fresh = emails.filter((email) => !known.has(email));
	for (const part of chunks(fresh)) {
		const inputs = part.map((email) => ({ properties: { email }, objectWriteTraceId: email }));
		expect((await send('POST', `${CONTACTS}/create`, { inputs })).status).toBe(201);
	}
	await send('PUT', `${ME}/events/main`, {
		externalAccountId: 'zoom',
		externalEventId: 'main',
		eventName: story.main.topic,
		eventOrganizer: 'Organiser',
		startDateTime: story.main.startTime,
		endDateTime: story.main.endTime,
		customProperties: [],
	});
	const ids = emails.map((email) => Number(sandbox.hubspot.contactByEmail(email)?.id));
	const moment = Date.parse(story.main.startTime);
	for (const part of chunks([...new Set(ids)])) {
		const inputs = part.map((vid) => ({ vid, interactionDateTime: moment, properties: {} }));
		const path = `${ME}/attendance/main/attend/create?externalAccountId=zoom`;
		expect((await send('POST', path, { inputs })).body).toMatchObject({ numErrors: 0 });
	}
	sandbox.advance(5_000);
	const counters = await send('GET', `${ME}/participations/zoom/main`);
	expect(counters.body).toMatchObject({ attended: new Set(ids).size });

	const { entries } = sandbox.books;
	expect(entries.filter(({ route }) => route === 'unknown')).toEqual([]);
	expect(sandbox.books.writes('hubspot').map(({ route }) => route)).toEqual([
		...chunks(fresh).map(() => `${CONTACTS}/create`),
		`${ME}/events/:externalEventId`,
		...chunks([...new Set(ids)]).map(() => `${ME}/attendance/:externalEventId/:verb/create`),
	]);
	const specs = createSpecCheck();
	specs.add(entries);
	process.stdout.write(`${specs.line()}\n`);
	expect(specs.report().problems).toEqual([]);
});

it('starts from the story itself, however often it is started', async () => {
	const { world } = makeStory({ seed: 7, registrants: 20 });
	const before = structuredClone(world.hubspot);
	sandbox = await startSandbox({ world });
	const client = clientFor(sandbox.hubspotBaseUrl, world.hubspot.serviceKey);
	const inputs = world.hubspot.contacts
		.filter(({ archivedAt }) => archivedAt === undefined)
		.slice(0, 10)
		.map(({ id }) => ({ id, properties: { firstname: 'Changed' } }));
	await client.crm.contacts.batchApi.update({ inputs });
	expect(sandbox.hubspot.contacts.get(inputs[0]?.id ?? '')?.properties.firstname).toBe('Changed');
	expect(world.hubspot).toEqual(before);
});

it('answers injected faults in its own words and leaves the state alone', async () => {
	const { world } = makeStory({ seed: 7, registrants: 20 });
	sandbox = await startSandbox({ world });
	const client = clientFor(sandbox.hubspotBaseUrl, world.hubspot.serviceKey);
	const fault = { kind: 'status', status: 429, policy: 'DAILY' } as const;
	sandbox.addFault({ vendor: 'hubspot', match: /batch\/create/, fault });
	const count = sandbox.hubspot.contacts.size;
	const create = () =>
		client.crm.contacts.batchApi.create({
			inputs: [{ properties: { email: 'fault@example.com' }, associations: [] }],
		});
	await expect(create()).rejects.toMatchObject({ code: 429, body: { policyName: 'DAILY' } });
	expect(sandbox.hubspot.contacts.size).toBe(count);
	await create();
	expect(sandbox.hubspot.contacts.size).toBe(count + 1);
});
