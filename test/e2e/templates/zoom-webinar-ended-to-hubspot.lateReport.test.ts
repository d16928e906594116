import { nodeItems, nodeRan } from '../../host/drive/executions';
import type { WorkflowFile } from '../../host/drive/templates';
import { MAIN_TEMPLATE, runMainJob, SYNC_NODE } from '../../host/job/mainJob';
import { outcomesOf } from '../../host/job/outcomes';
import { until } from '../../sandbox/testing/until';
import { parametersOf, setStage, type Stage } from './support/stage';
import { LOG_TABLE } from './support/tables';

let stage: Stage;

afterEach(async () => await stage?.close());

it('sleeps until a report that comes late is there, then writes what it says', async () => {
	const late = { seed: 13, registrants: 30, reportDelayMinutes: 25 };
	stage = await setStage({ template: MAIN_TEMPLATE, ...late });
	await stage.publish();
	const hook = await stage.hookOf('Webinar ended');
	const { sandbox, story } = stage;
	const { webinarId, sessionUuid } = story.main;
	const execution = await stage.executionOf(async () => {
		await sandbox.zoom.webinarEnded(webinarId, sessionUuid, hook);
		await until(async () => (await stage.waiting()).length === 1, 'the workflow waits', {
			everyMs: 100,
		});
		sandbox.advance(40 * 60_000);
		expect(await stage.endWaits()).toBe(1);
	});
	expect(execution.status).toBe('success');
	const [first] = nodeItems(execution, 'Wait for the report');
	expect(first.json).toMatchObject({
		reason: 'reportNotReady',
		webinar: { sessionId: sessionUuid },
	});
	expect(stage.judge.hubSpot([story.main])).toEqual([]);
});

/** Asks Zoom again after seconds instead of minutes, and takes its report for final the second time. */
function hurry(file: WorkflowFile): void {
	const finalAfterHours = '={{ $runIndex === 0 ? 24 : 0.0001 }}';
	const options = { finalAfterHours, retryAfterMinutes: 3 / 60 };
	parametersOf(file, 'Get attendees').options = options;
}

it('stops waiting when the report counts as final, and says that nobody attended', async () => {
	stage = await setStage({
		template: MAIN_TEMPLATE,
		seed: 14,
		registrants: 30,
		reportDelayMinutes: 600,
		edit: hurry,
	});
	await stage.publish();
	const { n8n, sandbox, story, workflow } = stage;
	const hook = await stage.hookOf('Webinar ended');
	const { execution } = await runMainJob({ n8n, sandbox, session: story.main, workflow }, hook);
	expect(nodeRan(execution, 'Wait for the report')).toBe(true);
	const people = nodeItems(execution, 'Get attendees');
	expect(people.length).toBeGreaterThan(0);
	expect(people.every(({ json }) => json.reason === 'nobodyAttended')).toBe(true);
	expect(people.every(({ json }) => json.attendanceStatus === 'noShow')).toBe(true);
	expect(outcomesOf(execution, SYNC_NODE)).toHaveLength(people.length);
	expect(await stage.rows(LOG_TABLE)).toHaveLength(people.length);
	const verbs = sandbox.hubspot.events.flatMap(({ activities }) => activities.map((a) => a.verb));
	expect(new Set(verbs)).toEqual(new Set(['register']));
});
