import { executionError, nodeItems, nodeRan } from '../../host/drive/executions';
import { countByResult, outcomesOf } from '../../host/job/outcomes';
import { MARKETO_PROGRAMS } from '../../story';
import { callsFor, filledIn } from './support/programs';
import { setStage, type Stage } from './support/stage';
import { LOG_TABLE, OPEN_TABLE } from './support/tables';

const TEMPLATE = 'zoom-webinar-ended-to-marketo';
const CONNECT = 'Connect a program';
const BY_HAND = 'Try it with a past webinar';
const SYNC = 'Sync attendance';
const PROGRAM = MARKETO_PROGRAMS.main;

let stage: Stage;
let hook: string;

beforeAll(async () => {
	stage = await setStage({ template: TEMPLATE, seed: 211, registrants: 40 });
	await stage.publish();
	hook = await stage.hookOf('Webinar ended');
});
afterAll(async () => await stage?.close());

/** Somebody enters the numbers and starts *Connect a program*. */
async function connect(programId: number, webinarId = stage.story.main.webinarId) {
	const { id } = await stage.importAlso(filledIn(TEMPLATE, { programId, webinarId }));
	return await stage.start(CONNECT, id);
}

describe('before the webinar its program is connected', () => {
	it('says what has to be filled in first', async () => {
		const execution = await stage.start(CONNECT);
		expect(executionError(execution)).toBe(
			'Say what is missing: Open the node "Which program and webinar", enter both the program ID and the webinar ID, and start "Connect a program" again',
		);
		expect(stage.sandbox.books.entries).toEqual([]);
	});

	it.each([
		['does not exist', 99_999, /Connect webinar: .*99999/s],
		['is none for webinars', MARKETO_PROGRAMS.classic, /Connect webinar: .*channel/is],
	])('ends with the reason when the program %s', async (_what, program, words) => {
		const execution = await connect(program);
		expect(executionError(execution)).toMatch(words);
		expect(stage.sandbox.books.writes('marketo')).toEqual([]);
	});

	it('keeps the webinar in the tokens of the program', async () => {
		const { main } = stage.story;
		const execution = await connect(PROGRAM);
		expect(executionError(execution)).toBe('');
		expect(nodeItems(execution, 'Connect webinar').map(({ json }) => json.outcome)).toMatchObject([
			{ result: 'synced', action: 'connected' },
		]);
		const tokens = stage.sandbox.marketo.programs.get(PROGRAM)?.tokens ?? {};
		expect(JSON.stringify(tokens)).toContain(String(main.webinarId));
	});

	it('does so for another workflow as well, once per item', async () => {
		const { main } = stage.story;
		const before = stage.state();
		const { id } = await stage.importAlso(
			callsFor(stage.workflow.id, [
				{ programId: PROGRAM, webinarId: main.webinarId },
				{ programId: String(PROGRAM), webinarId: String(main.webinarId) },
			]),
		);
		const execution = await stage.start('Start', id);
		expect(executionError(execution)).toBe('');
		expect(nodeItems(execution, 'Call the template').map(({ json }) => json.outcome)).toMatchObject(
			[{ result: 'unchanged' }, { result: 'unchanged' }],
		);
		expect(stage.state()).toEqual(before);
	});
});

describe('the webinar has ended', () => {
	it('is tried by hand first: Preview says what would happen and writes nothing', async () => {
		const before = stage.state();
		const execution = await stage.start(BY_HAND);
		expect(executionError(execution)).toBe('');
		const outcomes = nodeItems(execution, SYNC).map(({ json }) => json.outcome);
		expect(outcomes.length).toBeGreaterThan(40);
		expect(outcomes).toEqual(outcomes.map(() => expect.objectContaining({ preview: true })));
		expect(stage.state()).toEqual(before);
		expect(await stage.rows(LOG_TABLE)).toEqual([]);
	});

	it('defers everybody while the quota of the day is used up', async () => {
		const { sandbox, story } = stage;
		sandbox.addFault({
			vendor: 'marketo',
			match: /members\/status\.json/,
			fault: { kind: 'marketoError', code: '607' },
		});
		const { webinarId, sessionUuid } = story.main;
		const execution = await stage.executionOf(
			async () => await sandbox.zoom.webinarEnded(webinarId, sessionUuid, hook),
		);
		expect(executionError(execution)).toBe('');
		const { deferred } = countByResult(outcomesOf(execution, SYNC));
		expect(deferred).toBeGreaterThan(0);
		const open = await stage.rows(OPEN_TABLE);
		expect(open.filter(({ reason }) => reason === 'dailyLimit')).toHaveLength(deferred);
		expect(stage.judge.marketo(story.main, PROGRAM)).not.toEqual([]);
	});

	it('is written as the story tells it when the hour takes them up', async () => {
		const everybody = await stage.rows(LOG_TABLE);
		await stage.setInAllRows(OPEN_TABLE, { retryAt: new Date(0).toISOString() });
		const execution = await stage.start('Every hour');
		expect(executionError(execution)).toBe('');
		expect(stage.judge.marketo(stage.story.main, PROGRAM)).toEqual([]);
		const statuses = new Set(stage.judge.statuses(PROGRAM).values());
		expect([...statuses]).toEqual(expect.arrayContaining(['Attended', 'No Show']));
		const people = nodeItems(execution, SYNC).length;
		expect(await stage.rows(LOG_TABLE)).toHaveLength(everybody.length + people);
	});

	it('leaves who was refused in the open table, with the reason and the repair', async () => {
		// Several people in Marketo have that address: it is the only one that n8n cannot decide.
		expect(await stage.rows(OPEN_TABLE)).toMatchObject([
			{
				result: 'failed',
				reason: 'duplicateLeads',
				message: expect.stringContaining('Several people in Marketo') as string,
				repair: expect.stringContaining('Merge the duplicates') as string,
			},
		]);
	});

	it('changes nothing when every call comes once more, byte for byte', async () => {
		const [before, rows] = [stage.state(), await stage.rows(LOG_TABLE)];
		const { answers, executions } = await stage.replayAll();
		expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
		expect(executions.map((execution) => nodeRan(execution, 'Get attendees'))).toEqual([false]);
		expect(stage.state()).toEqual(before);
		expect(await stage.rows(LOG_TABLE)).toEqual(rows);
	});
});
