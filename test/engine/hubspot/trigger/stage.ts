import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { HubSpotWorkflowActionTrigger } from '../../../../nodes/HubSpot/HubSpotWorkflowActionTrigger.node';
import type { Sandbox } from '../../../sandbox/contract';
import type { WorkflowAction } from '../../../sandbox/hubspot/workflows/contract';
import { TriggerEngine, type TriggerHost } from '../../support/triggerEngine';

export const CLIENT_SECRET = '8d1f3c1e-0000-4000-8000-0123456789ab';
export const WEBHOOK_SECRET = 'what the workflow sends';

export const engine = new TriggerEngine(new HubSpotWorkflowActionTrigger(), [
	'hubSpotWebinarOAuth2Api',
	'hubSpotWebinarServiceKeyApi',
]);

const CREDENTIAL = { clientSecret: CLIENT_SECRET, webhookSecret: WEBHOOK_SECRET };

/** The trigger as HubSpot calls it. */
export async function startTrigger(
	parameters: INodeParameters,
	credential: IDataObject = CREDENTIAL,
): Promise<TriggerHost> {
	return await engine.start({
		credential: { ...CREDENTIAL, ...credential } as typeof CREDENTIAL,
		parameters,
	});
}

/** The app behind the custom action, as HubSpot knows it. */
export function installApp({ hubspot }: Sandbox): void {
	hubspot.world.oauthApp = {
		appId: 4_210_286,
		name: 'Webinars (n8n)',
		clientId: 'client-id',
		clientSecret: CLIENT_SECRET,
		scopes: ['oauth', 'crm.objects.contacts.read', 'automation'],
		redirectUris: ['http://localhost:5678/rest/oauth2-credential/callback'],
	};
}

/** Uploads the definition that the trigger hands out, as a user does with their HubSpot project. */
export async function defineAction(
	{ hubspot }: Sandbox,
	{ origin }: TriggerHost,
): Promise<WorkflowAction> {
	const answer = await fetch(`${origin}/webhook/hubspot-definition`);
	if (answer.status !== 200) throw new Error(`The definition was refused: ${answer.status}`);
	return hubspot.workflows.defineAction(await answer.json());
}
