import { WorkflowExecute } from 'n8n-core';
import { createRunExecutionData, Workflow } from 'n8n-workflow';

import { EVENT_MP4 } from '../../../sandbox/adobeConnect/testing/ids';
import { until } from '../../../sandbox/testing/until';
import { PACKAGE } from '../../support/nodeTypes';
import { additionalDataFor, packageTypes } from '../../support/runNode';
import { filesystemMode, recording, smallStage, storeThat, syncOf } from './sync';

const TEN_GB = 10 * 1024 ** 3;

test('cancelled in the middle of a file: it ends at once, nothing is kept and nothing counts as returned', async () => {
	const here = await smallStage();
	const disk = await filesystemMode();
	recording(here, EVENT_MP4).bytes = TEN_GB;
	const nodeTypes = await packageTypes();
	const workflow = new Workflow({
		id: 'cancelled',
		active: true,
		nodeTypes,
		connections: {},
		settings: { executionOrder: 'v1' },
		nodes: [
			{
				id: 'node',
				name: 'Node',
				type: `${PACKAGE}.adobeConnect`,
				typeVersion: 1,
				position: [0, 0],
				parameters: syncOf({ return: 'file', newSince: 'lastRun' }),
				credentials: { adobeConnectApi: { id: '1', name: 'Adobe Connect' } },
			},
		],
	});
	const running = new WorkflowExecute(
		additionalDataFor(nodeTypes, here.adobeConnect, workflow),
		'trigger',
		createRunExecutionData({
			executionData: {
				nodeExecutionStack: [
					{
						node: workflow.getNode('Node')!,
						data: { main: [[{ json: {} }]] },
						source: null,
					},
				],
			},
		}),
	).processRunExecutionData(workflow);
	await until(() => disk.files().length > 0, 'the file has begun');
	running.cancel();
	const { data } = await running;
	expect(data.resultData.error?.message).toContain('cancelled');
	expect(disk.files()).toEqual([]);
	expect(JSON.stringify(workflow.staticData)).not.toContain('sessions');
	disk.remove();
	await storeThat(undefined);
	await here.close();
});
