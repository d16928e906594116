import { setTimeout as sleep } from 'node:timers/promises';
import {
	latestExecutionId,
	nodeItems,
	nodeRan,
	waitForExecution,
} from '../../host/drive/executions';
import { MAIN_TEMPLATE, runMainJob, SYNC_NODE } from '../../host/job/mainJob';
import { outcomesOf } from '../../host/job/outcomes';
import type { Story } from '../../story/contract';
import type { WorkflowFile } from '../../host/drive/templates';
import { parametersOf, setStage, type Stage } from './support/stage';
import { LOG_TABLE } from './support/tables';

let stage: Stage | undefined;

afterEach(async () => {
	await stage?.close();
	stage = undefined;
});

/** Asks Zoom again after seconds instead of minutes. */
function hurry(file: WorkflowFile, finalAfterHours: number, retrySeconds: number): void {
	parametersOf(file, 'Get attendees').options = {
		finalAfterHours,
		retryAfterMinutes: retrySeconds / 60,
	};
}

/** n8n keeps an execution that waits longer than 65 seconds in its database and wakes it up. */
const ASLEEP_SECONDS = 70;

jest.setTimeout(240_000);

it('sleeps until a report that comes late is there, then writes what it says', async () => {
	stage = await setStage({
		template: MAIN_TEMPLATE,
		seed: 13,
		registrants: 30,
		reportDelayMinutes: 25,
		edit: (file) => hurry(file, 2, ASLEEP_SECONDS),
	});
	await stage.publish();
	const { n8n, sandbox, story, workflow } = stage;
	const hook = await stage.hookOf('Webinar ended');
	const after = await latestExecutionId(n8n, workflow.id);
	const { webinarId, sessionUuid } = story.main;
	await sandbox.zoom.webinarEnded(webinarId, sessionUuid, hook);
	while (!sandbox.books.calls('zoom').some(({ status }) => status === 404)) await sleep(200);
	sandbox.advance(40 * 60_000);
	const execution = await waitForExecution(n8n, workflow.id, { after });
	expect(execution.status).toBe('success');
	const [first] = nodeItems(execution, 'Wait for the report');
	expect(first.json).toMatchObject({
		reason: 'reportNotReady',
		webinar: { sessionId: sessionUuid },
	});
	expect(stage.judge.hubSpot([story.main])).toEqual([]);
});

it('stops waiting when the report counts as final, and says that nobody attended', async () => {
	const finalIn = (story: Story) => Date.now() + 20_000 - Date.parse(story.main.endTime);
	stage = await setStage({
		template: MAIN_TEMPLATE,
		seed: 14,
		registrants: 30,
		reportDelayMinutes: 600,
		edit: (file, story) => hurry(file, finalIn(story) / 3_600_000, 3),
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
