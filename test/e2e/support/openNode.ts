import { randomUUID } from 'node:crypto';

import type { INodeParameters } from 'n8n-workflow';
import type { Page } from 'playwright-core';
import {
	createAdobeConnectCredential,
	createCredential,
	createMarketoCredentials,
	createSandboxCredentials,
} from '../../host/drive/credentials';
import { importWorkflow } from '../../host/drive/templates';
import type { Sandbox } from '../../sandbox/contract';
import type { EditorPage } from './browser';
import type { CleanUp } from './cleanUp';
import { refuseUnknown } from './offered';
import type { N8nClient } from '../../host/server/n8nClient';
import type { SharedServer } from './sharedServer';

interface Place {
	n8n: N8nClient & SharedServer;
	sandbox: Sandbox;
	editor: EditorPage;
	cleanUp: CleanUp;
}

/**
 * Opens the panel of a node of ours, in a workflow with nothing else. Throws when the node does not
 * offer what the parameters say.
 */
export async function openNode(
	{ n8n, sandbox, editor, cleanUp }: Place,
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
	const credentials = await createSandboxCredentials(n8n, sandbox);
	// What the action of an app is verified with; nothing signs in with it here.
	const app = { clientId: 'app', clientSecret: 'FAKE-secret', baseUrl: sandbox.hubspotBaseUrl };
	credentials.push(await createCredential(n8n, 'hubSpotWebinarOAuth2Api', 'HubSpot app', app));
	credentials.push(...(await createMarketoCredentials(n8n, sandbox)));
	credentials.push(await createAdobeConnectCredential(n8n, sandbox));
	for (const { id } of credentials) cleanUp.credential(id);
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
	await page.locator('[data-test-id="canvas-node"][data-node-name="Tried"]').dblclick();
	await page.locator('[data-test-id="ndv"]').waitFor();
	return page;
}
