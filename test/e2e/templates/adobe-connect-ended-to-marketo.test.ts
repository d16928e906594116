import { executionError, nodeItems, nodeRan } from '../../host/drive/executions';
import { MARKETO_PROGRAMS } from '../../story';
import type { StorySession } from '../../story/contract';
import { AdobeSession } from './support/adobeSession';
import { filledIn } from './support/programs';
import { setStage, type Stage } from './support/stage';
import { LOG_TABLE, OPEN_TABLE } from './support/tables';

const TEMPLATE = 'adobe-connect-ended-to-marketo';
const CONNECT = 'Connect a program';
const SYNC = 'Sync attendance';
const PROGRAM = MARKETO_PROGRAMS.main;
const ADOBE = { platform: 'adobeConnect' } as const;

let stage: Stage;
let event: AdobeSession;
let session: StorySession;

beforeAll(async () => {
	stage = await setStage({ template: TEMPLATE, seed: 213, registrants: 40 });
	event = new AdobeSession(stage);
	event.goesOn();
	await stage.publish();
});
afterAll(async () => await stage?.close());

it('says what has to be filled in before a program can be connected', async () => {
	const execution = await stage.start(CONNECT);
	expect(executionError(execution)).toMatch(
		/^Say what is missing: .*both the program ID and the webinar ID/,
	);
});

it('keeps everybody of a webinar without a program open, and says what to do', async () => {
	session = await event.ends();
	const execution = await stage.executionOf(async () => await stage.pollNow());
	expect(executionError(execution)).toMatch(
		/Sync attendance: nobody could be written\. None of the \d+ event programs is connected to webinar \d+\. Connect the webinar to a program/,
	);
	const open = await stage.rows(OPEN_TABLE);
	expect(open.length).toBeGreaterThan(40);
	expect(new Set(open.map(({ reason }) => reason))).toEqual(new Set(['programNotFound']));
});

it('connects the program', async () => {
	const { webinarId } = event.ids;
	const { id } = await stage.importAlso(filledIn(TEMPLATE, { programId: PROGRAM, webinarId }));
	const execution = await stage.start(CONNECT, id);
	expect(executionError(execution)).toBe('');
	expect(nodeItems(execution, 'Connect webinar').map(({ json }) => json.outcome)).toMatchObject([
		{ result: 'synced', action: 'connected' },
	]);
});

it('is tried by hand: Preview writes nothing', async () => {
	const before = stage.state();
	const execution = await stage.start('Try it with a past webinar');
	expect(executionError(execution)).toBe('');
	expect(nodeItems(execution, 'Summary')[0].json).toMatchObject({ preview: true });
	expect(stage.state()).toEqual(before);
});

it('is written as the story tells it when the hour takes it up', async () => {
	await stage.setInAllRows(OPEN_TABLE, { retryAt: new Date(0).toISOString() });
	const execution = await stage.start('Every hour');
	expect(executionError(execution)).toBe('');
	expect(nodeItems(execution, SYNC).length).toBeGreaterThan(40);
	expect(stage.judge.marketo(session, PROGRAM, ADOBE)).toEqual([]);
	const statuses = new Set(stage.judge.statuses(PROGRAM).values());
	expect([...statuses]).toEqual(expect.arrayContaining(['Attended', 'No Show']));
	// Several people in Marketo have that address.
	expect((await stage.rows(OPEN_TABLE)).map(({ reason }) => reason)).toEqual(['duplicateLeads']);
});

it('starts nothing more, whatever comes again', async () => {
	const [before, rows] = [stage.state(), await stage.rows(LOG_TABLE)];
	expect(await stage.executionsOf(async () => await stage.pollNow())).toEqual([]);
	const day = await stage.start('Every day');
	expect(nodeRan(day, 'Get attendees')).toBe(false);
	expect(stage.state()).toEqual(before);
	expect(await stage.rows(LOG_TABLE)).toEqual(rows);
});
