import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import { createCredential } from '../host/drive/credentials';
import {
	executionIds,
	latestExecutionId,
	nodeItems,
	waitForExecution,
	waitForExecutionId,
} from '../host/drive/executions';
import { importWorkflow } from '../host/drive/templates';
import { activate, deactivate, runManually, type Workflow } from '../host/drive/workflows';
import { startSandbox } from '../sandbox';
import type { Sandbox } from '../sandbox/contract';
import { until } from '../sandbox/testing/until';
import { makeStory, MARKETO_PROGRAMS } from '../story';
import { CleanUp } from './support/cleanUp';
import { sharedN8n } from './support/sharedServer';

const n8n = sharedN8n();
const cleanUp = new CleanUp(n8n);
const story = makeStory({ seed: 43, registrants: 40, now: new Date().toISOString() });
/** n8n polls once a minute at most. */
const TWO_POLLS_MS = 130_000;
const AT_MOST = { timeoutMs: TWO_POLLS_MS };
let sandbox: Sandbox;
let workflow: Workflow;

beforeAll(async () => {
	sandbox = await startSandbox({ world: story.world });
	const { clientId, clientSecret } = sandbox.marketo.world;
	const credential = await createCredential(
		n8n,
		'marketoRestOAuth2Api',
		`Marketo ${randomUUID()}`,
		{
			endpoint: sandbox.marketoBaseUrl,
			clientId,
			clientSecret,
		},
	);
	cleanUp.credential(credential.id);
	workflow = await importWorkflow(
		n8n,
		{
			name: 'Somebody registered',
			nodes: [
				{
					id: randomUUID(),
					name: 'Status changed',
					type: 'n8n-nodes-webinars.marketoTrigger',
					typeVersion: 1,
					position: [0, 0],
					parameters: {
						pollTimes: { item: [{ mode: 'everyMinute' }] },
						event: 'programStatusChanged',
						programs: [String(MARKETO_PROGRAMS.main)],
						newStatuses: ['Registered'],
					},
				},
			],
			connections: {},
			settings: { executionOrder: 'v1' },
		},
		[credential],
	);
	cleanUp.workflow(workflow.id);
});
afterAll(async () => {
	await deactivate(n8n, workflow.id);
	await cleanUp.all();
	await sandbox.close();
});

/** People who are no members yet. */
function strangers(count: number): number[] {
	const { leads } = sandbox.marketo;
	const free = [...leads.keys()].filter(
		(id) => sandbox.marketo.memberOf(MARKETO_PROGRAMS.main, id) === undefined,
	);
	return free.slice(0, count);
}
const register = (leadId: number) =>
	sandbox.marketo.changeStatus(MARKETO_PROGRAMS.main, leadId, 'Registered');
const polls = () =>
	sandbox.books.calls('marketo').filter(({ path }) => path === '/rest/v1/activities.json').length;

test('a test in the editor shows the latest change', async () => {
	const [leadId] = strangers(1);
	register(leadId!);
	const started = await runManually(n8n, workflow.id, 'Status changed');
	if (!('executionId' in started)) throw new Error('a poll must not wait');
	const execution = await waitForExecutionId(n8n, started.executionId);
	expect(execution.status).toBe('success');
	const items = nodeItems(execution, 'Status changed', 0).map(({ json }) => json);
	expect(items).toMatchObject([{ leadId, newStatus: 'Registered' }]);
});

test(
	'an active workflow starts once with everybody who registers from then on',
	async () => {
		// More than a minute before the workflow is active.
		sandbox.marketo.activities.at(-1)!.activityDate = new Date(Date.now() - 120_000).toISOString();
		sandbox.books.clear();
		const after = await latestExecutionId(n8n, workflow.id);
		await activate(n8n, workflow.id);
		const types = () =>
			sandbox.books.calls('marketo').some(({ path }) => path.endsWith('types.json'));
		await until(types, 'the first poll', AT_MOST);
		const people = strangers(2);
		for (const leadId of people) register(leadId);
		await until(() => polls() > 0, 'a poll that reads', AT_MOST);
		const execution = await waitForExecution(n8n, workflow.id, { after });
		expect(execution.status).toBe('success');
		const items = nodeItems(execution, 'Status changed', 0).map(({ json }) => json);
		expect(items.map(({ leadId }) => leadId)).toEqual(people);
		expect(items[0]).toMatchObject({
			event: 'programStatusChanged',
			email: sandbox.marketo.leads.get(people[0]!)!.fields.email,
		});
		await until(() => polls() > 1, 'the poll after it', AT_MOST);
		// The second poll has read the same activities again and started nothing, nor does it a moment later.
		await sleep(2000);
		await deactivate(n8n, workflow.id);
		const started = (await executionIds(n8n, workflow.id)).filter((id) => id > after);
		expect(started).toHaveLength(1);
	},
	3 * TWO_POLLS_MS,
);
