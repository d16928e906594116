import { randomUUID } from 'node:crypto';

import type { INodeParameters } from 'n8n-workflow';
import type { Page } from 'playwright-core';
import { importWorkflow } from '../../host/drive/templates';
import { openPanel } from './canvasActions';
import type { EditorStage } from './editorStage';
import { fetched } from './fetched';
import { refuseUnknown } from './offered';

/**
 * Opens the panel of a node of ours, in a workflow with nothing else, and waits until everything in it
 * has been fetched. Throws when the node does not offer what the parameters say.
 */
export async function openNode(
	{ n8n, editor, cleanUp, credentials }: EditorStage,
	type: string,
	parameters: INodeParameters,
): Promise<Page> {
	const node = {
		id: randomUUID(),
		name: 'Tried',
		type: `n8n-nodes-webinars.${type}`,
		typeVersion: 1,
		position: [0, 0] as [number, number],
		parameters,
	};
	refuseUnknown(type, node);
	const workflow = await importWorkflow(
		n8n,
		{
			name: 'One node',
			nodes: [node],
			connections: {},
			settings: { executionOrder: 'v1' },
		},
		credentials,
	);
	cleanUp.workflow(workflow.id);
	const { page } = editor;
	await page.goto(`${n8n.url}/workflow/${workflow.id}`);
	await openPanel(page, 'Tried');
	await expect(fetched(page)).resolves.toBe(true);
	return page;
}
