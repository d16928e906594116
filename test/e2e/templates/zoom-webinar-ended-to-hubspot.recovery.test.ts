import { executionError, nodeItems, nodeRan } from '../../host/drive/executions';
import { MAIN_TEMPLATE, SYNC_NODE } from '../../host/job/mainJob';
import { countByResult, outcomesOf } from '../../host/job/outcomes';
import { parametersOf, setStage, type Stage } from './support/stage';
import { LOG_TABLE, OPEN_TABLE, type Row, tableRows } from './support/tables';

const sweep = 'Every day';
let stage: Stage | undefined;

afterEach(async () => {
	await stage?.close();
	stage = undefined;
});

describe('the daily start', () => {
	it('syncs the webinars that ended while nobody listened, and those only once', async () => {
		stage = await setStage({
			template: MAIN_TEMPLATE,
			seed: 15,
			registrants: 60,
			hoursAgo: 4,
			// Far enough back for the webinar that nobody came to.
			edit: (file) => Object.assign(parametersOf(file, 'Webinars of the last days'), { days: 5 }),
		});
		const { sandbox, story } = stage;
		const first = await stage.start(sweep);
		expect(executionError(first)).toBe('');
		expect(stage.judge.hubSpot([story.nobody, story.main])).toEqual([]);
		const rows = await stage.rows(LOG_TABLE);
		const sessions = new Set(rows.map(({ sessionId }) => sessionId));
		expect(sessions).toEqual(new Set([story.nobody.sessionUuid, story.main.sessionUuid]));
		expect(nodeItems(first, 'Summary')).toHaveLength(1);

		sandbox.books.clear();
		const second = await stage.start(sweep);
		expect(second.status).toBe('success');
		expect(nodeRan(second, 'Get attendees')).toBe(false);
		expect(sandbox.books.calls('hubspot')).toEqual([]);
		expect(await stage.rows(LOG_TABLE)).toHaveLength(rows.length);
	});

	it('leaves out a webinar that has only just ended: its own run is under way', async () => {
		stage = await setStage({ template: MAIN_TEMPLATE, seed: 16, registrants: 20 });
		const execution = await stage.start(sweep);
		expect(execution.status).toBe('success');
		expect(nodeItems(execution, 'Ended 3 hours ago or more')).toEqual([]);
		expect(stage.sandbox.books.calls('hubspot')).toEqual([]);
	});

	it('syncs the others when one webinar cannot be read, says which, and tries it again', async () => {
		stage = await setStage({
			template: MAIN_TEMPLATE,
			seed: 17,
			registrants: 30,
			hoursAgo: 4,
			edit: (file) => Object.assign(parametersOf(file, 'Webinars of the last days'), { days: 5 }),
		});
		const { sandbox, story } = stage;
		sandbox.addFault({
			vendor: 'zoom',
			match: new RegExp(`/webinars/${story.main.webinarId}/registrants`),
			fault: { kind: 'status', status: 429, policy: 'Daily-limit' },
		});
		const first = await stage.start(sweep);
		expect(first.status).toBe('error');
		expect(executionError(first)).toContain(story.main.topic);
		expect(stage.judge.hubSpot([story.nobody])).toEqual([]);
		const { sessionUuid, topic } = story.main;
		const about = ({ kind, result, sessionId }: Row) => ({ kind, result, sessionId });
		const failed = { kind: 'webinar', result: 'failed', sessionId: sessionUuid };
		expect((await stage.rows(OPEN_TABLE)).map(about)).toEqual([failed]);
		const ofMain = (row: Row) => row.sessionId === sessionUuid;
		expect((await stage.rows(LOG_TABLE)).filter(ofMain).map(about)).toEqual([failed]);
		const [summary] = nodeItems(first, 'Summary').slice(-1);
		expect(summary.json.message).toContain(`Could not run: Get attendees, ${topic}:`);

		await stage.setInAllRows(OPEN_TABLE, { retryAt: new Date(0).toISOString() });
		const second = await stage.start('Every hour');
		expect(executionError(second)).toBe('');
		expect(await stage.rows(OPEN_TABLE)).toEqual([]);
		expect(stage.judge.hubSpot([story.nobody, story.main])).toEqual([]);
	});
});

describe('the hourly start', () => {
	it('finishes people whom HubSpot could not take, and takes them off the list', async () => {
		stage = await setStage({ template: MAIN_TEMPLATE, seed: 18, registrants: 60, hoursAgo: 4 });
		const { sandbox, story } = stage;
		sandbox.addFault({
			vendor: 'hubspot',
			match: /contacts\/batch\/update/,
			fault: { kind: 'status', status: 429, policy: 'DAILY' },
		});
		const first = await stage.start(sweep);
		expect(executionError(first)).toBe('');
		const outcomes = outcomesOf(first, SYNC_NODE);
		const { deferred, failed } = countByResult(outcomes);
		expect(deferred).toBeGreaterThan(0);
		const open = await stage.rows(OPEN_TABLE);
		expect(open).toHaveLength(deferred + failed);
		expect(open.map(({ reason }) => reason)).toContain('dailyLimit');
		expect(open.filter(({ attempts }) => attempts !== 1)).toEqual([]);
		expect(stage.judge.hubSpot([story.main])).not.toEqual([]);

		// Nobody is due before the limit is reset.
		expect(nodeRan(await stage.start('Every hour'), SYNC_NODE)).toBe(false);

		await stage.setInAllRows(OPEN_TABLE, { retryAt: new Date().toISOString() });
		const second = await stage.start('Every hour');
		expect(executionError(second)).toBe('');
		const done = outcomesOf(second, SYNC_NODE);
		expect(done).toHaveLength(open.length);
		expect(countByResult(done)).toMatchObject({ deferred: 0, failed: 0 });
		expect(stage.judge.hubSpot([story.main])).toEqual([]);
		expect(await stage.rows(OPEN_TABLE)).toEqual([]);
		expect(await stage.rows(LOG_TABLE)).toHaveLength(outcomes.length + done.length);
	});

	it('counts the tries, waits longer each time, and leaves it to a person after eight', async () => {
		stage = await setStage({ template: MAIN_TEMPLATE, seed: 19, registrants: 20, hoursAgo: 4 });
		const { sandbox } = stage;
		const refuse = () =>
			sandbox.addFault({
				vendor: 'hubspot',
				match: /contacts\/batch\/update/,
				fault: { kind: 'status', status: 400 },
				times: 1000,
			});
		refuse();
		expect(executionError(await stage.start(sweep))).toBe('');
		const { n8n } = stage;
		const due = async () =>
			(await tableRows(n8n, OPEN_TABLE)).map(({ attempts, retryAt }) => ({
				attempts,
				hours: Math.round((Date.parse(String(retryAt)) - Date.now()) / 3_600_000),
			}));
		const first = await due();
		expect(first.length).toBeGreaterThan(0);
		expect(first.every(({ attempts, hours }) => attempts === 1 && hours === 1)).toBe(true);

		await stage.setInAllRows(OPEN_TABLE, { retryAt: new Date().toISOString() });
		await stage.start('Every hour');
		const second = await due();
		expect(second).toHaveLength(first.length);
		expect(second.every(({ attempts, hours }) => attempts === 2 && hours === 2)).toBe(true);

		await stage.setInAllRows(OPEN_TABLE, { retryAt: new Date().toISOString(), attempts: 8 });
		expect(nodeRan(await stage.start('Every hour'), SYNC_NODE)).toBe(false);
	});
});
