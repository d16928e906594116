import { executionError, nodeItems, nodeRan } from '../../host/drive/executions';
import type { ZoomWebinarState } from '../../sandbox/world';
import { upcomingWebinar } from '../support/upcomingWebinar';
import { setStage, type Stage } from './support/stage';
import { LOG_TABLE, OPEN_TABLE, type Row, SETTINGS_TABLE } from './support/tables';
import { ZoomDesk } from './support/zoomDesk';

const SYNC = 'Sync registrations';
const LONG_AGO = new Date(0).toISOString();

let stage: Stage;
let desk: ZoomDesk;
let open: ZoomWebinarState;
/** The host approves by hand. */
let strict: ZoomWebinarState;

beforeAll(async () => {
	stage = await setStage({
		template: 'zoom-registrations-to-hubspot',
		seed: 241,
		registrants: 10,
		prepare: ({ zoom }) => {
			open = upcomingWebinar(zoom);
			strict = upcomingWebinar(zoom, {
				id: 96_000_000_002,
				uuid: 'uPcOmInGwEbInAr000002==',
				topic: 'Orchids for the advanced',
				startTime: new Date(Date.now() + 9 * 86_400_000).toISOString().replace(/\.\d+Z$/, 'Z'),
				approvalType: 1,
			});
		},
	});
	await stage.publish();
	desk = new ZoomDesk(stage, await stage.hookOf('Somebody registers or cancels'));
	desk.register('Early', open);
});

afterAll(async () => await stage?.close());

const address = (name: string) => `${name.toLowerCase()}@people.example`;

const contactOf = (name: string) => stage.sandbox.hubspot.contactByEmail(address(name));

/** What somebody's registrations came to in the marketing event, in their order. */
function verbsOf(name: string, webinar: ZoomWebinarState): string[] {
	const event = stage.sandbox.hubspot.events.find(
		({ externalEventId }) => externalEventId === String(webinar.id),
	);
	const id = contactOf(name)?.id;
	return (event?.activities ?? [])
		.filter(({ contactId }) => contactId === id)
		.sort((one, other) => one.interactionDateTime - other.interactionDateTime)
		.map(({ verb }) => verb);
}

/** HubSpot shows them as registered, with their own link. */
function expectRegistered(name: string, webinar: ZoomWebinarState): void {
	expect(verbsOf(name, webinar).at(-1)).toBe('register');
	expect(contactOf(name)?.properties).toMatchObject({
		firstname: name,
		n8n_webinar_registration_count: '1',
		n8n_webinar_last_registered: webinar.topic,
		n8n_webinar_join_link: `https://zoom.example/w/${webinar.id}?tk=${name}`,
	});
}

function expectCancelled(name: string, webinar: ZoomWebinarState): void {
	expect(verbsOf(name, webinar).at(-1)).toBe('cancel');
	expect(contactOf(name)?.properties.n8n_webinar_registration_count).toBe('0');
	expect(contactOf(name)?.properties.n8n_webinar_join_link ?? '').toBe('');
}

const rowsOf = async (table: string, name: string): Promise<Row[]> =>
	(await stage.rows(table)).filter(({ email }) => email === address(name));

const tables = async () => [await stage.rows(LOG_TABLE), await stage.rows(OPEN_TABLE)];

async function everyHour(): Promise<void> {
	await stage.setInAllRows(OPEN_TABLE, { retryAt: LONG_AGO });
	expect(executionError(await stage.start('Every hour'))).toBe('');
}

/** The tests of this file tell one story and build on one another. */
describe('people register on the page of Zoom', () => {
	it('and are tried by hand first: Preview says what would happen and writes nothing', async () => {
		const execution = await stage.start('Try it with a coming webinar');
		expect(executionError(execution)).toBe('');
		expect(nodeItems(execution, SYNC).map(({ json }) => json)).toMatchObject([
			{ registrant: { email: address('Early') }, outcome: { action: 'created', preview: true } },
		]);
		const [summary] = nodeItems(execution, 'Summary');
		expect(summary.json.message).toMatch(/^Preview, nothing was written\. Orchids for beginners: /);
		expect(stage.sandbox.books.writes('hubspot')).toEqual([]);
		expect(await stage.rows(LOG_TABLE)).toEqual([]);
	});

	it('and HubSpot knows at once, with their own link', async () => {
		const execution = await desk.arrives('Ada', open);
		expect(executionError(execution)).toBe('');
		expectRegistered('Ada', open);
		expect(await rowsOf(LOG_TABLE, 'Ada')).toMatchObject([
			{
				kind: 'person',
				status: 'approved',
				result: 'synced',
				action: 'created',
				name: 'Ada Example',
			},
		]);
		expect(await stage.rows(OPEN_TABLE)).toEqual([]);
	});

	it('wait for the host, who approves one and denies the other', async () => {
		const [bea, cleo] = ['Bea', 'Cleo'].map((name) => desk.register(name, strict));
		for (const row of [bea, cleo]) await desk.deliver(desk.created(strict, row));
		expect(contactOf('Bea')).toBeUndefined();
		expect(await rowsOf(LOG_TABLE, 'Bea')).toMatchObject([
			{ status: 'pending', result: 'skipped', reason: 'pendingApproval' },
		]);
		await desk.deliver(desk.decide(strict, bea, 'approved'));
		expectRegistered('Bea', strict);
		expect(executionError(await desk.deliver(desk.decide(strict, cleo, 'denied')))).toBe('');
		expect(contactOf('Cleo')).toBeUndefined();
	});

	it('cancel, and count no more', async () => {
		const dora = desk.register('Dora', open);
		await desk.deliver(desk.created(open, dora));
		expectRegistered('Dora', open);
		await desk.deliver(desk.decide(open, dora, 'cancelled'));
		expectCancelled('Dora', open);
	});

	it('and the latest news counts, in whatever order it comes', async () => {
		const eva = desk.register('Eva', open);
		const creation = desk.created(open, eva);
		stage.sandbox.advance(2000);
		await desk.deliver(desk.decide(open, eva, 'cancelled'));
		const late = await desk.deliver(creation);
		expect(executionError(late)).toBe('');
		expect(nodeRan(late, SYNC)).toBe(false);
		expect(contactOf('Eva')).toBeUndefined();
	});
});

describe('whom HubSpot does not take', () => {
	it('waits while its limit is used up, and is finished by the hourly start', async () => {
		stage.sandbox.addFault({
			vendor: 'hubspot',
			match: /contacts\/batch\/(?:create|upsert)/,
			fault: { kind: 'status', status: 429, policy: 'DAILY' },
		});
		await desk.arrives('Fee', open);
		expect(await rowsOf(OPEN_TABLE, 'Fee')).toMatchObject([
			{ kind: 'person', result: 'deferred', reason: 'dailyLimit', attempts: 1 },
		]);
		await everyHour();
		expectRegistered('Fee', open);
		expect(await stage.rows(OPEN_TABLE)).toEqual([]);
	});

	it('is in the log with the reason, the execution ends red, and what came later counts', async () => {
		const gwen = desk.register('Gwen', open);
		stage.sandbox.addFault({
			vendor: 'hubspot',
			match: /contacts\/batch\/(?:create|upsert)/,
			fault: { kind: 'status', status: 400 },
			times: 2,
		});
		const refused = await desk.deliver(desk.created(open, gwen));
		stage.sandbox.clearFaults();
		expect(executionError(refused)).toContain(SYNC);
		const [row] = await rowsOf(OPEN_TABLE, 'Gwen');
		expect(row).toMatchObject({ result: 'failed', attempts: 1 });
		expect(row.message).not.toBe('');
		await desk.deliver(desk.decide(open, gwen, 'cancelled'));
		expect(await stage.rows(OPEN_TABLE)).toEqual([]);
		expect(contactOf('Gwen')).toBeUndefined();
	});
});

it('notes everybody of a host whose sync is off, and catches up the whole list', async () => {
	const { users } = stage.sandbox.zoom.world;
	const { email } = users.find(({ id }) => id === open.hostId)!;
	await stage.insertRow(SETTINGS_TABLE, { scope: 'host', hostOrWebinar: email, sync: false });
	const first = await desk.arrives('Hope', open);
	await desk.arrives('Iris', open);
	expect(nodeItems(first, 'Summary')[0].json.message).toContain(`Sync is off for ${open.topic}`);
	for (const name of ['Hope', 'Iris']) {
		expect(contactOf(name)).toBeUndefined();
		expect(await rowsOf(LOG_TABLE, name)).toMatchObject([{ reason: 'syncOff' }]);
	}
	expect(await stage.rows(OPEN_TABLE)).toMatchObject([{ kind: 'webinar', reason: 'syncOff' }]);
	await everyHour();
	expect(contactOf('Hope')).toBeUndefined();

	await stage.setInAllRows(SETTINGS_TABLE, { sync: true });
	await everyHour();
	for (const name of ['Early', 'Hope', 'Iris']) expectRegistered(name, open);
	expectCancelled('Dora', open);
	expect(await stage.rows(OPEN_TABLE)).toEqual([]);
});

it('mends once a day what nobody was told of', async () => {
	desk.register('Jane', open);
	const ada = open.registrants.find(({ email }) => email === address('Ada'))!;
	desk.decide(open, ada, 'cancelled');
	const before = (await stage.rows(LOG_TABLE)).length;
	expect(executionError(await stage.start('Every day'))).toBe('');
	expectRegistered('Jane', open);
	expectCancelled('Ada', open);
	const rows = (await stage.rows(LOG_TABLE)).slice(before);
	// It also completes what news does not tell, such as the page where people register.
	expect(rows.filter(({ result }) => result !== 'synced')).toEqual([]);
	expect(rows.map(({ email, action }) => `${String(email)} ${String(action)}`)).toEqual(
		expect.arrayContaining([`${address('Ada')} cancelled`, `${address('Jane')} created`]),
	);

	stage.sandbox.books.clear();
	expect(executionError(await stage.start('Every day'))).toBe('');
	expect(stage.sandbox.books.writes('hubspot')).toEqual([]);
	expect(await stage.rows(LOG_TABLE)).toHaveLength(before + rows.length);
});

it('changes nothing when every call comes once more, byte for byte', async () => {
	const [state, rows] = [stage.state(), await tables()];
	const { answers } = await stage.replayAll();
	expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
	expect(stage.state()).toEqual(state);
	expect(await tables()).toEqual(rows);
});
