import { callBudget } from '../../host/job/budget';
import { outcomeDifferences } from '../../host/job/compare';
import { nodeItems, nodeRan } from '../../host/drive/executions';
import { readTemplate } from '../../host/drive/templates';
import { MAIN_TEMPLATE, type MainJobRun, runMainJob, SYNC_NODE } from '../../host/job/mainJob';
import { countByResult, outcomesOf } from '../../host/job/outcomes';
import { parametersOf, setStage, type Stage } from './support/stage';
import { LOG_TABLE, OPEN_TABLE } from './support/tables';

const REGISTRANTS = 1000;
let stage: Stage;
/** Where Zoom delivers. */
let hook: string;

beforeAll(async () => {
	stage = await setStage({ template: MAIN_TEMPLATE, seed: 11, registrants: REGISTRANTS });
	await stage.publish();
	hook = await stage.hookOf('Webinar ended');
});

afterAll(async () => await stage?.close());

/** The tests of this file tell one story and build on one another. */
describe('a webinar with 1,000 registrants ends', () => {
	let run: MainJobRun;

	it('answers the Validate button of the Zoom App Marketplace', async () => {
		expect(await stage.sandbox.zoom.validateUrl(hook)).toBe(true);
	});

	it('is tried by hand first: Preview says what would happen and writes nothing', async () => {
		stage.sandbox.books.clear();
		const execution = await stage.start('Try it with a past webinar');
		expect(execution.status).toBe('success');
		const items = nodeItems(execution, SYNC_NODE);
		expect(items.length).toBeGreaterThan(REGISTRANTS);
		expect(items.filter(({ json }) => !isPreview(json.outcome))).toEqual([]);
		expect(stage.sandbox.books.writes('hubspot')).toEqual([]);
		expect(stage.sandbox.books.writes('zoom')).toEqual([]);
		expect(await stage.rows(LOG_TABLE)).toEqual([]);
		const [summary] = nodeItems(execution, 'Summary');
		expect(summary.json).toMatchObject({ people: items.length, preview: true, failed: 0 });
		expect(summary.json.message).toMatch(/^Preview, nothing was written\. /);
	});

	it('is written to HubSpot exactly as the story tells it', async () => {
		const { n8n, sandbox, story, workflow } = stage;
		run = await runMainJob({ n8n, sandbox, session: story.main, workflow }, hook);
		const outcomes = outcomesOf(run.execution, SYNC_NODE);
		expect(outcomeDifferences(stage.judge.expectation([story.main]), outcomes)).toEqual([]);
		expect(stage.judge.hubSpot([story.main])).toEqual([]);
	});

	it('costs no more calls than the budget', () => {
		const { story } = stage;
		const budget = callBudget(story.world, story.main, stage.judge.expectation([story.main]));
		expect(run.calls.zoom).toBeLessThanOrEqual(budget.zoom);
		expect(run.calls.hubspot).toBeLessThanOrEqual(budget.hubspot);
		expect(run.writes.zoom).toBe(0);
	});

	it('leaves everybody in the log, and nobody open', async () => {
		const outcomes = outcomesOf(run.execution, SYNC_NODE);
		const rows = await stage.rows(LOG_TABLE);
		const line = ({ email, result, reason }: Record<string, unknown>) =>
			`${String(email)} ${String(result)} ${String(reason)}`;
		expect(rows.map(line).sort()).toEqual(outcomes.map((one) => line({ ...one })).sort());
		const { sessionUuid, topic } = stage.story.main;
		expect(rows.every((row) => row.sessionId === sessionUuid && row.topic === topic)).toBe(true);
		expect(await stage.rows(OPEN_TABLE)).toEqual([]);
	});

	it('ends with one summary for people', () => {
		const outcomes = outcomesOf(run.execution, SYNC_NODE);
		const counts = countByResult(outcomes);
		const summaries = nodeItems(run.execution, 'Summary');
		expect(summaries).toHaveLength(1);
		expect(summaries[0].json).toMatchObject({ people: outcomes.length, ...counts });
		expect(summaries[0].json.message).toBe(
			`${stage.story.main.topic}: ${outcomes.length} people. ${counts.synced} written to HubSpot, 0 already up to date, ${counts.skipped} left out by a rule, 0 to be tried again later, 0 failed.`,
		);
	});

	it('may be delivered again: answered 200, and nothing further happens', async () => {
		const { sandbox, story } = stage;
		sandbox.books.clear();
		const { webinarId, sessionUuid } = story.main;
		const execution = await stage.executionOf(async () => {
			const delivery = await sandbox.zoom.webinarEnded(webinarId, sessionUuid, hook);
			expect(delivery).toMatchObject({ status: 200, attempts: 1 });
		});
		expect(execution.status).toBe('success');
		expect(nodeRan(execution, 'Get attendees')).toBe(false);
		expect(sandbox.books.entries).toEqual([]);
	});

	it('may be synced again from start to end: not one write', async () => {
		const { sandbox, story } = stage;
		sandbox.books.clear();
		const file = readTemplate(MAIN_TEMPLATE);
		parametersOf(file, SYNC_NODE).preview = false;
		const { id } = await stage.importAlso(file);
		const execution = await stage.start('Try it with a past webinar', id);
		expect(execution.status).toBe('success');
		const counts = countByResult(outcomesOf(execution, SYNC_NODE));
		const before = countByResult(outcomesOf(run.execution, SYNC_NODE));
		expect(counts).toEqual({ ...before, synced: 0, unchanged: before.synced });
		expect(sandbox.books.writes('hubspot')).toEqual([]);
		expect(sandbox.books.writes('zoom')).toEqual([]);
		expect(stage.judge.hubSpot([story.main])).toEqual([]);
	});

	it('changes nothing when every call comes once more, byte for byte', async () => {
		const [before, rows] = [stage.state(), await stage.rows(LOG_TABLE)];
		const { answers } = await stage.replayAll();
		expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
		expect(stage.state()).toEqual(before);
		expect(await stage.rows(LOG_TABLE)).toEqual(rows);
	});
});

function isPreview(outcome: unknown): boolean {
	return (
		typeof outcome === 'object' && outcome !== null && 'preview' in outcome && !!outcome.preview
	);
}
