import { WorkflowExecute } from 'n8n-core';
import { createRunExecutionData } from 'n8n-workflow';

import { until } from '../../sandbox/testing/until';
import { loneNode } from '../support/loneNode';
import { stage, type Stage } from '../support/world';
import { apiCalls, attendeesOf } from '../zoom/support/zoom';

const ENDLESS = 10_000;

let here: Stage;
beforeEach(async () => {
	here = await stage();
});
afterEach(async () => await here.close());

/** Ends when the sandbox has been called so often. */
async function calls(count: number): Promise<void> {
	await until(() => apiCalls(here).length >= count, `${count} calls`);
}

test.each(['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const)(
	'%s: a cancelled execution sends nothing further, and nobody gets an outcome of it',
	async (onError) => {
		here.sandbox.addFault({
			vendor: 'zoom',
			match: /registrants$/,
			fault: { kind: 'status', status: 429, policy: 'QPS' },
			times: ENDLESS,
		});
		const { workflow, node, additionalData } = await loneNode({
			type: 'zoomWebinar',
			credentials: here.zoom,
			parameters: attendeesOf(here.story.main.webinarId),
			changes: { onError },
		});
		const items = [{ json: {} }, { json: {} }];
		const running = new WorkflowExecute(
			additionalData,
			'manual',
			createRunExecutionData({
				executionData: {
					nodeExecutionStack: [{ node, data: { main: [items] }, source: null }],
				},
			}),
		).processRunExecutionData(workflow);
		// The details, the report, the participants and the first refusal are there: it waits now.
		await calls(4);
		running.cancel();
		const run = await running;
		expect(run.finished).not.toBe(true);
		expect(run.data.resultData.error?.message).toBe('The execution was cancelled');
		const outputs = run.data.resultData.runData.Node?.[0]?.data?.main ?? [];
		// n8n notes down the input of a node that throws on; nothing of ours is in it.
		for (const item of outputs.flat()) expect(item?.json).toEqual({});
		expect(apiCalls(here)).toHaveLength(4);
	},
);
