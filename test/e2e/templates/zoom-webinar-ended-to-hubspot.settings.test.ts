import { executionError, nodeItems, nodeRan } from '../../host/drive/executions';
import { MAIN_TEMPLATE } from '../../host/job/mainJob';
import { setStage, type Stage } from './support/stage';
import { LOG_TABLE, OPEN_TABLE, SETTINGS_TABLE, type Row, updateRows } from './support/tables';

const DAY = 'Every day';
let stage: Stage;

/** The main webinar ended 4 hours ago, and a first hour has made the tables. */
beforeAll(async () => {
	stage = await setStage({ template: MAIN_TEMPLATE, seed: 214, registrants: 30, hoursAgo: 4 });
	expect(executionError(await stage.start('Every hour'))).toBe('');
});
afterAll(async () => await stage?.close());

const webinarRow = () => ({ scope: 'webinar', hostOrWebinar: spaced(stage.story.main.webinarId) });
/** As Zoom shows an ID to people. */
const spaced = (id: number) => String(id).replace(/^(\d{3})(\d{4})/, '$1 $2 ');

async function change(scope: string, data: Row): Promise<void> {
	await updateRows(stage.n8n, SETTINGS_TABLE, ['scope', scope], data);
}

const ofMain = (row: Row) => row.sessionId === stage.story.main.sessionUuid;

/** Nothing is written; the log says it once, and the webinar stays on the open list. */
async function expectLeftOut(): Promise<void> {
	expect(stage.sandbox.books.writes('hubspot')).toEqual([]);
	const off = { kind: 'webinar', result: 'skipped', reason: 'syncOff' };
	expect((await stage.rows(LOG_TABLE)).filter(ofMain)).toMatchObject([off]);
	expect((await stage.rows(OPEN_TABLE)).filter(ofMain)).toMatchObject([{ ...off, attempts: 0 }]);
}

it('begins with everything on, for everybody', async () => {
	expect(await stage.rows(SETTINGS_TABLE)).toMatchObject([
		{ scope: 'default', hostOrWebinar: '*', sync: true, recordings: true, excludedDomains: '' },
	]);
});

it('leaves out a webinar whose host is switched off, and says so once', async () => {
	const { hostEmail, topic } = stage.story.main;
	const hostOrWebinar = ` ${hostEmail.toUpperCase()} `;
	await stage.insertRow(SETTINGS_TABLE, { scope: 'host', hostOrWebinar, sync: false });
	const execution = await stage.start(DAY);
	expect(executionError(execution)).toBe('');
	expect(nodeItems(execution, 'Summary')[0].json.message).toContain(`Sync is off for ${topic}.`);
	expect(nodeRan(execution, 'Get attendees')).toBe(false);
	await expectLeftOut();
});

it.each([
	['its own row', { host: { sync: true }, webinar: false, default: true }],
	['the default, where host and webinar say nothing', { host: { sync: null }, default: false }],
])('keeps it left out by %s, without saying it again', async (_what, rows) => {
	await change('host', rows.host);
	await change('default', { sync: rows.default });
	if ('webinar' in rows) {
		await stage.insertRow(SETTINGS_TABLE, { ...webinarRow(), sync: rows.webinar });
	} else {
		await change('webinar', { sync: null });
	}
	await stage.setInAllRows(OPEN_TABLE, { retryAt: new Date(0).toISOString() });
	const execution = await stage.start('Every hour');
	expect(executionError(execution)).toBe('');
	await expectLeftOut();
});

it('catches the webinar up when it alone is switched on, without the excluded domains', async () => {
	const { main } = stage.story;
	const [domain = ''] = main.people.map(({ email }) => email.split('@')[1]).filter(Boolean);
	await change('webinar', { sync: true });
	await change('default', { excludedDomains: ` ${domain} , nowhere.example` });
	await stage.setInAllRows(OPEN_TABLE, { retryAt: new Date(0).toISOString() });
	const execution = await stage.start('Every hour');
	expect(executionError(execution)).toBe('');
	expect(stage.judge.hubSpot([main], { excludedDomains: [domain] })).toEqual([]);
	const log = (await stage.rows(LOG_TABLE)).filter(ofMain);
	expect(log.filter(({ reason }) => reason === 'excludedDomain').length).toBeGreaterThan(0);
	expect(await stage.rows(OPEN_TABLE)).toEqual([]);
});

it('goes on leaving out the others', async () => {
	const execution = await stage.start(DAY);
	expect(executionError(execution)).toBe('');
	expect(nodeRan(execution, 'Get attendees')).toBe(false);
});
