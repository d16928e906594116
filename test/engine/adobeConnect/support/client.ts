import path from 'node:path';

import { ExecuteContext } from 'n8n-core';
import {
	createRunExecutionData,
	Workflow,
	type IExecuteData,
	type IExecuteFunctions,
} from 'n8n-workflow';

import type { AdobeClient } from '../../../../nodes/AdobeConnect/transport/request';
import type { CredentialValues } from '../../support/credentials';
import { PACKAGE } from '../../support/nodeTypes';
import { additionalDataFor, packageTypes } from '../../support/runNode';
import { ADOBE } from './run';

type Transport = typeof import('../../../../nodes/AdobeConnect/transport/request');

const BUILT = path.join(__dirname, '../../../../dist/nodes/AdobeConnect/transport/request.js');

/** The transport of the built package in an execution of n8n-core. */
export async function clientOf(
	credentials: CredentialValues,
	signal?: AbortSignal,
): Promise<AdobeClient> {
	const nodeTypes = await packageTypes();
	const workflow = new Workflow({
		id: 'transport',
		active: false,
		nodeTypes,
		settings: { executionOrder: 'v1' },
		connections: {},
		nodes: [
			{
				id: 'node',
				name: 'Node',
				type: `${PACKAGE}.adobeConnect`,
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
				credentials: { [ADOBE]: { id: '1', name: 'Adobe Connect' } },
			},
		],
	});
	const node = workflow.getNode('Node')!;
	const executeData: IExecuteData = { node, data: { main: [[]] }, source: null };
	const context = new ExecuteContext(
		workflow,
		node,
		additionalDataFor(nodeTypes, credentials, workflow),
		'manual',
		createRunExecutionData({}),
		0,
		[],
		{ main: [[]] },
		executeData,
		[],
		signal,
	);
	const { createClient } = (await import(BUILT)) as Transport;
	return await createClient(context as IExecuteFunctions);
}
