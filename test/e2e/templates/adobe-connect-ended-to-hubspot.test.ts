import { executionError, executionIds, nodeItems, nodeRan } from '../../host/drive/executions';
import { outcomeDifferences } from '../../host/job/compare';
import { outcomesOf } from '../../host/job/outcomes';
import type { StorySession } from '../../story/contract';
import { AdobeSession } from './support/adobeSession';
import { setStage, type Stage } from './support/stage';
import { LOG_TABLE, OPEN_TABLE } from './support/tables';

const SYNC = 'Sync attendance';
const ADOBE = { platform: 'adobeConnect' } as const;

let stage: Stage;
let event: AdobeSession;
let session: StorySession;

beforeAll(async () => {
	stage = await setStage({
		template: 'adobe-connect-ended-to-hubspot',
		seed: 212,
		registrants: 40,
	});
	event = new AdobeSession(stage);
	event.goesOn();
	await stage.publish();
});
afterAll(async () => await stage?.close());

it('starts nothing while people are in the room', async () => {
	await stage.pollNow();
	await stage.settled();
	expect(await executionIds(stage.n8n, stage.workflow.id)).toEqual([]);
});

it('says which webinar could not be read, and keeps it open', async () => {
	stage.sandbox.addFault({
		vendor: 'adobeConnect',
		match: /action=report-event-participants|action=report-meeting-attendance/,
		fault: { kind: 'adobeError', code: 'no-access', subcode: 'denied' },
		times: 20,
	});
	session = await event.ends();
	const execution = await stage.executionOf(async () => await stage.pollNow());
	stage.sandbox.clearFaults();
	expect(nodeItems(execution, 'Webinar ended').map(({ json }) => json)).toMatchObject([
		{ event: 'webinar.ended', webinar: { provider: 'adobeConnect', topic: session.topic } },
	]);
	expect(executionError(execution)).toContain(`Get attendees, ${session.topic}: `);
	expect(await stage.rows(OPEN_TABLE)).toMatchObject([
		{ kind: 'webinar', result: 'failed', webinarId: event.ids.webinarId },
	]);
	expect(stage.sandbox.books.writes('hubspot')).toEqual([]);
});

it('is tried by hand: Preview says what would happen and writes nothing', async () => {
	const before = stage.state();
	const rows = await stage.rows(LOG_TABLE);
	const execution = await stage.start('Try it with a past webinar');
	expect(executionError(execution)).toBe('');
	const [summary] = nodeItems(execution, 'Summary');
	expect(summary.json).toMatchObject({ preview: true, failed: 0 });
	expect(nodeItems(execution, SYNC).length).toBeGreaterThan(40);
	expect(stage.state()).toEqual(before);
	expect(await stage.rows(LOG_TABLE)).toEqual(rows);
});

it('is written as the story tells it when the hour takes it up', async () => {
	await stage.setInAllRows(OPEN_TABLE, { retryAt: new Date(0).toISOString() });
	const execution = await stage.start('Every hour');
	expect(executionError(execution)).toBe('');
	const expectation = stage.judge.expectation([session], ADOBE);
	expect(outcomeDifferences(expectation, outcomesOf(execution, SYNC))).toEqual([]);
	expect(stage.judge.hubSpot([session], ADOBE)).toEqual([]);
	expect(await stage.rows(OPEN_TABLE)).toEqual([]);
	const log = await stage.rows(LOG_TABLE);
	expect(log.filter(({ kind }) => kind === 'person')).toHaveLength(expectation.outcomes.length);
	const skipped = log.filter(({ result }) => result === 'skipped');
	expect(skipped.length).toBeGreaterThan(0);
	expect(skipped.every(({ reason, message }) => reason && message)).toBe(true);
});

it('starts nothing more, whatever comes again', async () => {
	const [before, rows] = [stage.state(), await stage.rows(LOG_TABLE)];
	const executions = await stage.executionsOf(async () => await stage.pollNow());
	expect(executions).toEqual([]);
	const day = await stage.start('Every day');
	expect(nodeRan(day, 'Get attendees')).toBe(false);
	expect(stage.state()).toEqual(before);
	expect(await stage.rows(LOG_TABLE)).toEqual(rows);
});
