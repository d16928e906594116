import { executionError, nodeItems, nodeRan } from '../../host/drive/executions';
import type { ZoomEvent } from '../../sandbox/contract';
import type { ZoomWebinarState } from '../../sandbox/world';
import { upcomingWebinar } from '../support/upcomingWebinar';
import { setStage, type Stage } from './support/stage';
import { LOG_TABLE, OPEN_TABLE, type Row, SETTINGS_TABLE } from './support/tables';

const DAY_MS = 86_400_000;
let stage: Stage;
let hook: string;
/** Planned before the template was there. */
let roses: ZoomWebinarState;

const topics = ['Roses', 'Tulips', 'Ferns', 'Mosses', 'Cacti', 'Palms'];
const [ROSES, TULIPS, FERNS, MOSSES, CACTI, PALMS] = topics;

/** Plans a webinar at Zoom; nobody is told of it yet. */
function plan(topic: string, changes: Partial<ZoomWebinarState> = {}): ZoomWebinarState {
	const at = topics.indexOf(topic);
	const id = 96_000_000_100 + at;
	const uuid = `pLaNnEdWeBiNaR00010${at}==`;
	const own = { id, uuid, topic, joinUrl: `https://zoom.example/j/${id}`, ...changes };
	return upcomingWebinar(stage.sandbox.zoom.world, own);
}

/** Deletes it at Zoom; nobody is told of it yet. */
function remove({ id }: ZoomWebinarState): void {
	const { webinars } = stage.sandbox.zoom.world;
	webinars.splice(
		webinars.findIndex((one) => one.id === id),
		1,
	);
}

/** Changes it at Zoom. @returns the news of it, with what has changed only */
function change(webinar: ZoomWebinarState, changes: Partial<ZoomWebinarState>): ZoomEvent {
	const inZoomsWords = ({ topic, startTime }: Partial<ZoomWebinarState>) => ({
		...(topic !== undefined && { topic }),
		...(startTime !== undefined && { start_time: startTime }),
	});
	const before = { topic: webinar.topic, startTime: webinar.startTime };
	Object.assign(webinar, changes);
	const keys = Object.keys(changes);
	const changed = Object.fromEntries(Object.entries(before).filter(([key]) => keys.includes(key)));
	return stage.sandbox.zoom.events.webinarUpdated(webinar.id, {
		now: inZoomsWords(changes),
		before: inZoomsWords(changed),
	});
}

const later = ({ startTime }: ZoomWebinarState, days: number): string =>
	new Date(Date.parse(startTime) + days * DAY_MS).toISOString().replace('.000Z', 'Z');

const deliver = async (event: ZoomEvent) =>
	await stage.executionOf(async () => {
		const { status } = await stage.sandbox.zoom.deliver({ ...event, to: hook });
		expect(status).toBe(200);
	});

const eventsOf = ({ id }: ZoomWebinarState) =>
	stage.sandbox.hubspot.events.filter((event) => event.externalEventId === String(id));

/** HubSpot's one event says what Zoom's webinar says. */
function expectAsPlanned(webinar: ZoomWebinarState): void {
	const { id, topic, startTime, duration, hostId } = webinar;
	const host = stage.sandbox.zoom.world.users.find((user) => user.id === hostId);
	const end = new Date(Date.parse(startTime) + duration * 60_000).toISOString();
	expect(eventsOf(webinar)).toMatchObject([
		{
			cancelled: false,
			completed: false,
			fields: {
				eventName: topic,
				eventType: 'WEBINAR',
				eventOrganizer: host?.email.toLowerCase(),
				eventUrl: `https://zoom.us/webinar/register/WN_${id}`,
				startDateTime: startTime,
				endDateTime: end.replace('.000Z', 'Z'),
			},
		},
	]);
}

const rowsOf = async (table: string, { id }: ZoomWebinarState): Promise<Row[]> =>
	(await stage.rows(table)).filter(({ webinarId }) => webinarId === String(id));

beforeAll(async () => {
	stage = await setStage({
		template: 'zoom-webinar-to-hubspot-event',
		seed: 231,
		registrants: 10,
	});
	roses = plan(ROSES);
	await stage.publish();
	hook = await stage.hookOf('Webinar created, moved or cancelled');
});

afterAll(async () => await stage?.close());

/** The tests of this file tell one story and build on one another. */
describe('webinars that are planned', () => {
	let tulips: ZoomWebinarState;

	it('are tried by hand first: Preview says what would happen and writes nothing', async () => {
		const execution = await stage.start('Try it with your coming webinars');
		expect(executionError(execution)).toBe('');
		const items = nodeItems(execution, 'Sync webinar').map(({ json }) => json);
		expect(items).toMatchObject([
			{
				webinar: { topic: ROSES },
				outcome: { result: 'synced', action: 'created', preview: true },
			},
		]);
		const [summary] = nodeItems(execution, 'Summary');
		expect(summary.json.message).toMatch(/^Preview, nothing was written\. Roses: 1 webinar\. /);
		expect(stage.sandbox.hubspot.events).toEqual([]);
		expect(await stage.rows(LOG_TABLE)).toEqual([]);
	});

	it('get their event, are moved and renamed with it', async () => {
		tulips = plan(TULIPS);
		const made = await deliver(stage.sandbox.zoom.events.webinarCreated(tulips.id));
		expect(executionError(made)).toBe('');
		expectAsPlanned(tulips);
		await deliver(change(tulips, { startTime: later(tulips, 3) }));
		expectAsPlanned(tulips);
		await deliver(change(tulips, { topic: TULIPS.toUpperCase() }));
		expectAsPlanned(tulips);
		const rows = await rowsOf(LOG_TABLE, tulips);
		expect(rows).toMatchObject([
			{ kind: 'event', result: 'synced', action: 'created' },
			{ result: 'synced', action: 'updated', topic: TULIPS },
			{ result: 'synced', action: 'updated', status: tulips.startTime },
		]);
		expect(await stage.rows(OPEN_TABLE)).toEqual([]);
	});

	it('are as they are now, in whatever order the news comes', async () => {
		const first = change(tulips, { topic: 'Tulips, second title', startTime: later(tulips, 1) });
		const second = change(tulips, { topic: 'Tulips, third title' });
		await deliver(second);
		await deliver(first);
		expectAsPlanned(tulips);
	});

	it('have their event cancelled, and news that comes late does not bring it back', async () => {
		const late = change(tulips, { topic: 'Tulips, last title' });
		const deletion = stage.sandbox.zoom.events.webinarDeleted(tulips.id);
		remove(tulips);
		await deliver(deletion);
		expect(eventsOf(tulips)).toMatchObject([{ cancelled: true }]);
		expect(executionError(await deliver(late))).toBe('');
		expect(eventsOf(tulips)).toMatchObject([{ cancelled: true }]);
	});

	it('and were deleted before anybody was told get no event', async () => {
		const palms = plan(PALMS);
		const creation = stage.sandbox.zoom.events.webinarCreated(palms.id);
		const deletion = stage.sandbox.zoom.events.webinarDeleted(palms.id);
		remove(palms);
		await deliver(deletion);
		expect(executionError(await deliver(creation))).toBe('');
		expect(eventsOf(palms)).toEqual([]);
	});
});

describe('what cannot be written', () => {
	let ferns: ZoomWebinarState;

	it('ends red, is in the log with the reason, and is taken up as the webinar is by then', async () => {
		ferns = plan(FERNS);
		stage.sandbox.addFault({
			vendor: 'hubspot',
			match: /^(?:PUT|POST) .*marketing-events/,
			fault: { kind: 'status', status: 400 },
		});
		const execution = await deliver(stage.sandbox.zoom.events.webinarCreated(ferns.id));
		expect(executionError(execution)).toContain('Sync webinar');
		const [row] = await rowsOf(OPEN_TABLE, ferns);
		expect(row).toMatchObject({ kind: 'webinar', result: 'failed', attempts: 1 });
		expect(row.message).not.toBe('');
		expect(await rowsOf(LOG_TABLE, ferns)).toMatchObject([{ result: 'failed' }]);

		change(ferns, { topic: 'Ferns, renamed meanwhile' });
		expect(nodeRan(await stage.start('Every hour'), 'Sync webinar')).toBe(false);
		await stage.setInAllRows(OPEN_TABLE, { retryAt: new Date(0).toISOString() });
		expect(executionError(await stage.start('Every hour'))).toBe('');
		expectAsPlanned(ferns);
		expect(await rowsOf(OPEN_TABLE, ferns)).toEqual([]);
	});

	it('waits while Zoom cannot be read', async () => {
		const news = change(ferns, { topic: FERNS });
		stage.sandbox.addFault({
			vendor: 'zoom',
			match: new RegExp(`GET /webinars/${ferns.id}`),
			fault: { kind: 'status', status: 429, policy: 'Daily-limit' },
		});
		expect(executionError(await deliver(news))).toContain('Get webinar');
		expect(await rowsOf(OPEN_TABLE, ferns)).toMatchObject([{ kind: 'webinar', attempts: 1 }]);
		await stage.setInAllRows(OPEN_TABLE, { retryAt: new Date(0).toISOString() });
		expect(executionError(await stage.start('Every hour'))).toBe('');
		expectAsPlanned(ferns);
		expect(await stage.rows(OPEN_TABLE)).toEqual([]);
	});
});

it('leaves out the webinars of a host whose sync is off, and catches them up', async () => {
	const { users } = stage.sandbox.zoom.world;
	const mosses = plan(MOSSES);
	const { email } = users.find(({ id }) => id === mosses.hostId)!;
	const off = { scope: 'host', hostOrWebinar: email.toUpperCase(), sync: false, note: '' };
	await stage.insertRow(SETTINGS_TABLE, off);
	const first = await deliver(stage.sandbox.zoom.events.webinarCreated(mosses.id));
	expect(nodeItems(first, 'Summary')[0].json.message).toContain(`Sync is off for ${MOSSES}`);
	await stage.setInAllRows(OPEN_TABLE, { retryAt: new Date(0).toISOString() });
	await stage.start('Every hour');
	expect(eventsOf(mosses)).toEqual([]);
	expect(await rowsOf(LOG_TABLE, mosses)).toMatchObject([{ result: 'skipped', reason: 'syncOff' }]);

	await stage.setInAllRows(SETTINGS_TABLE, { sync: true });
	await stage.setInAllRows(OPEN_TABLE, { retryAt: new Date(0).toISOString() });
	expect(executionError(await stage.start('Every hour'))).toBe('');
	expectAsPlanned(mosses);
	expect(await stage.rows(OPEN_TABLE)).toEqual([]);
});

it('mends once a day what nobody was told of: planned, moved, deleted', async () => {
	const cacti = plan(CACTI);
	await deliver(stage.sandbox.zoom.events.webinarCreated(cacti.id));
	const [ferns, mosses] = [FERNS, MOSSES].map((topic) =>
		stage.sandbox.zoom.world.webinars.find((one) => one.topic === topic)!,
	);
	change(ferns, { startTime: later(ferns, 2) });
	remove(cacti);
	const before = (await stage.rows(LOG_TABLE)).length;
	expect(executionError(await stage.start('Every day'))).toBe('');
	for (const webinar of [roses, ferns, mosses]) expectAsPlanned(webinar);
	expect(eventsOf(cacti)).toMatchObject([{ cancelled: true }]);
	const rows = (await stage.rows(LOG_TABLE)).slice(before);
	expect(rows.map(({ topic, action }) => `${String(topic)} ${String(action)}`).sort()).toEqual([
		`${CACTI} cancelled`,
		`${FERNS} updated`,
		`${ROSES} created`,
	]);

	stage.sandbox.books.clear();
	expect(executionError(await stage.start('Every day'))).toBe('');
	expect(stage.sandbox.books.writes('hubspot')).toEqual([]);
	expect(await stage.rows(LOG_TABLE)).toHaveLength(before + rows.length);
});

it('changes nothing when every call comes once more, byte for byte', async () => {
	const tables = async () => [await stage.rows(LOG_TABLE), await stage.rows(OPEN_TABLE)];
	const [state, rows] = [stage.state(), await tables()];
	const { answers } = await stage.replayAll();
	expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
	expect(stage.state()).toEqual(state);
	expect(await tables()).toEqual(rows);
});
