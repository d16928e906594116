/** A trigger of every kind, published, and the doors of the fuzzing in front of them. */
import { createCredential } from '../../host/drive/credentials';
import { webhookUrl } from '../../host/drive/workflows';
import { HUBSPOT_KEY, HUBSPOT_SECRET } from '../../fuzz/webhooks/hubspotDoors';
import { hubspotAction, hubspotActionV2, hubspotWebhook } from '../../fuzz/webhooks/hubspotDoors';
import type { Door } from '../../fuzz/webhooks/contract';
import { MARKETO_KEY, marketoCallWebhook, marketoFlowStep } from '../../fuzz/webhooks/marketoDoors';
import { zoomDoor, ZOOM_EVENTS, ZOOM_SECRETS } from '../../fuzz/webhooks/zoomDoor';
import { Canvas } from '../support/canvas';
import { node, workflow } from '../support/nodes';

/** The address by which HubSpot is said to know this n8n; a proxy would be in between. */
const PUBLIC_URL = 'https://n8n.example.com';

/** A published trigger and who calls it. */
export interface Published {
	doors: Door[];
	workflowId: string;
	/** Path of the door that starts the workflow. */
	path: string;
}

export async function publishAll(canvas: Canvas): Promise<Published[]> {
	const { n8n } = canvas;
	const nowhere = 'http://127.0.0.1:9';
	canvas.hold([
		await createCredential(n8n, 'zoomWebinarServerToServerOAuth2Api', 'Zoom (fuzz)', {
			region: 'custom',
			baseUrl: nowhere,
			accountId: 'abc',
			clientId: 'FAKE-client',
			clientSecret: 'FAKE-client-secret',
			webhookSecretToken: ZOOM_SECRETS[0],
			previousWebhookSecretToken: ZOOM_SECRETS[1],
		}),
		await createCredential(n8n, 'hubSpotWebinarServiceKeyApi', 'HubSpot (fuzz)', {
			apiKey: 'FAKE-key',
			webhookSecret: HUBSPOT_KEY,
			baseUrl: nowhere,
		}),
		await createCredential(n8n, 'hubSpotWebinarOAuth2Api', 'HubSpot app (fuzz)', {
			clientId: 'hubspot-app',
			clientSecret: HUBSPOT_SECRET,
			scope: 'oauth',
			optionalScopes: '',
			baseUrl: nowhere,
		}),
		await createCredential(n8n, 'marketoIncomingApi', 'Marketo (fuzz)', {
			apiKey: MARKETO_KEY,
			webhookSecret: MARKETO_KEY,
			webhookHeader: 'X-Api-Key',
		}),
	]);
	const publish = async (
		doors: Door[],
		type: string,
		parameters: Record<string, unknown>,
		[path, last = path]: [string, string?],
	): Promise<Published> => {
		const trigger = { ...node('Trigger', type, parameters), webhookId: crypto.randomUUID() };
		const made = await canvas.imported(workflow(`Hostile ${doors[0]!.name}`, [[trigger]]));
		const url = (await webhookUrl(n8n, made, 'Trigger')).replace(/[^/]+$/, '');
		await canvas.publish(made.id, `${url}${last}`);
		return { doors, workflowId: made.id, path: new URL(`${url}${path}`).pathname };
	};
	const options = { publicUrl: PUBLIC_URL };
	return [
		await publish([zoomDoor], 'zoomWebinarTrigger', { events: [...ZOOM_EVENTS], options: {} }, [
			'zoom',
		]),
		await publish(
			[hubspotAction, hubspotActionV2],
			'hubSpotWorkflowActionTrigger',
			{ calledBy: 'workflowAction', answer: 'atOnce', options },
			['hubspot-action', 'hubspot-definition'],
		),
		await publish(
			[hubspotWebhook],
			'hubSpotWorkflowActionTrigger',
			{ calledBy: 'webhook', verification: 'apiKeyHeader', headerName: 'X-API-Key', options },
			['hubspot-action', 'hubspot-definition'],
		),
		await publish(
			[marketoFlowStep],
			'marketoFlowStepTrigger',
			{ calledBy: 'flowStep', options: {} },
			['submitAsyncAction', 'call-webhook'],
		),
		await publish(
			[marketoCallWebhook],
			'marketoFlowStepTrigger',
			{ calledBy: 'webhook', answer: 'atOnce', options: {} },
			['call-webhook'],
		),
	];
}

/** What the doors sign addresses with. */
export const signedUrl = (path: string) => `${PUBLIC_URL}${path}`;
