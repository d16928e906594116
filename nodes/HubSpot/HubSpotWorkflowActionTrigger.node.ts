import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { triggerFields } from './webhook/fields';
import { assertReady } from './webhook/readiness';
import { receive } from './webhook/receive';

/** Of the addresses in the panel, "Send a webhook" uses the first one only. */
const ONLY_FOR_ACTIONS = '={{ $parameter["calledBy"] !== "workflowAction" }}';

export class HubSpotWorkflowActionTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'HubSpot Workflow Action Trigger',
		name: 'hubSpotWorkflowActionTrigger',
		icon: { light: 'file:hubSpotWebinar.svg', dark: 'file:hubSpotWebinar.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle:
			'={{ $parameter["calledBy"] === "workflowAction" ? "Custom workflow action" : "Send a webhook" }}',
		description:
			'Starts the workflow when a HubSpot workflow sends a contact, for example to add it to a webinar',
		eventTriggerDescription: 'Waiting for HubSpot to call the Test URL',
		activationMessage: 'HubSpot can now call the Production URLs.',
		defaults: { name: 'HubSpot Workflow Action Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Contact', 'Choices Requested'],
		credentials: [
			{
				name: 'hubSpotWebinarOAuth2Api',
				required: true,
				// A custom action is always verified by signature, without being asked.
				displayOptions: { hide: { verification: ['none', 'apiKeyHeader'] } },
			},
			{
				name: 'hubSpotWebinarServiceKeyApi',
				required: true,
				displayOptions: { show: { verification: ['apiKeyHeader'] } },
			},
		],
		// Frozen paths: the URLs stand in the users' HubSpot accounts. The first one is where contacts go,
		// because n8n tells a node the address of its first webhook only.
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode:
					'={{ $parameter["calledBy"] === "workflowAction" && $parameter["answer"] === "whenComplete" ? "responseNode" : "onReceived" }}',
				// Empty, so that n8n answers with what webhook() returns.
				responseData: '={{ "" }}',
				path: 'hubspot-action',
			},
			{
				name: 'default',
				httpMethod: 'GET',
				responseMode: 'onReceived',
				responseData: '={{ "" }}',
				path: 'hubspot-action',
				ndvHideUrl: true,
			},
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'responseNode',
				path: 'hubspot-choices',
				ndvHideUrl: ONLY_FOR_ACTIONS,
			},
			{
				name: 'default',
				httpMethod: 'GET',
				responseMode: 'onReceived',
				path: 'hubspot-definition',
				ndvHideUrl: ONLY_FOR_ACTIONS,
			},
		],
		triggerPanel: {
			header: 'Pull in a contact from a HubSpot workflow',
			executionsHelp: {
				inactive:
					'HubSpot calls the addresses of this trigger.<br><br><b>Test URL</b>: answers only while you listen for a test event.<br><br><b>Production URL</b>: answers only while this workflow is active.',
				active:
					'<b>Production URL</b>: this workflow is active and starts whenever HubSpot calls it; see the executions list.<br><br><b>Test URL</b>: answers only while you listen for a test event.',
			},
			activationHint:
				'Publish (activate) this workflow before you turn on the workflow in HubSpot.',
		},
		properties: triggerFields,
	};

	/** n8n has nothing to make or to remove in HubSpot; the addresses are entered there by hand. */
	webhookMethods = {
		default: {
			/** Never there, so that every activation checks the settings. */
			async checkExists(this: IHookFunctions): Promise<boolean> {
				await assertReady(this);
				return false;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this);
	}
}
