import { WorkflowExecute } from 'n8n-core';
import { createRunExecutionData } from 'n8n-workflow';

import { until } from '../../../sandbox/testing/until';
import { loneNode } from '../../support/loneNode';
import { stage, type Stage } from '../../support/world';
import { apiCalls, inAHurry, zoomFault } from '../support/zoom';
import { chat, record, video } from './files';
import { filesystemMode, storeThat, syncOf } from './sync';

const TEN_GB = 10 * 1024 ** 3;

let here: Stage;
beforeAll(inAHurry);
beforeEach(async () => {
	here = await stage();
});
afterEach(async () => {
	await storeThat(undefined);
	await here.close();
});

/** Cancels the run when the moment has come. */
async function cancelled(isTime: () => boolean, onError?: 'continueRegularOutput') {
	const { workflow, node, additionalData } = await loneNode({
		type: 'zoomWebinar',
		credentials: here.zoom,
		parameters: syncOf(here, { return: 'file', files: ['video', 'chat'] }),
		changes: { onError },
	});
	const running = new WorkflowExecute(
		additionalData,
		'trigger',
		createRunExecutionData({
			executionData: {
				nodeExecutionStack: [{ node, data: { main: [[{ json: {} }]] }, source: null }],
			},
		}),
	).processRunExecutionData(workflow);
	await until(isTime, 'the moment of the cancellation');
	running.cancel();
	return { run: await running, staticData: JSON.stringify(workflow.staticData) };
}

test('in the middle of a file: it ends at once, nothing is kept and nothing counts as returned', async () => {
	const disk = await filesystemMode();
	record(here, here.story.main, [video('v', TEN_GB), chat('c')]);
	const { run, staticData } = await cancelled(() => disk.files().length > 0);
	expect(run.finished).not.toBe(true);
	expect(run.data.resultData.error?.message).toContain('cancelled');
	expect(disk.files()).toEqual([]);
	expect(apiCalls(here).filter((call) => call.includes('/rec/download/'))).toHaveLength(1);
	expect(staticData).not.toContain('sessions');
	disk.remove();
});

test('while waiting for Zoom’s limit, also where the node is set to continue', async () => {
	record(here, here.story.main, [video('v'), chat('c')]);
	zoomFault(here, {
		match: /\/rec\/download\//,
		fault: { kind: 'status', status: 429, policy: 'QPS' },
		times: 999,
	});
	const { run } = await cancelled(
		() => apiCalls(here).some((call) => call.includes('/rec/download/')),
		'continueRegularOutput',
	);
	expect(run.data.resultData.error?.message).toContain('cancelled');
	expect(apiCalls(here).filter((call) => call.includes('/rec/download/')).length).toBeLessThan(3);
});
