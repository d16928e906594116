import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { assertReady } from './webhook/readiness';
import { receive } from './webhook/receive';

export class ZoomWebinarTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Zoom Webinar Trigger',
		name: 'zoomWebinarTrigger',
		icon: { light: 'file:zoomWebinar.svg', dark: 'file:zoomWebinar.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{$parameter["events"].join(", ")}}',
		description: 'Starts the workflow when a Zoom webinar ended',
		eventTriggerDescription: 'Waiting for Zoom to call the Test URL',
		activationMessage:
			'Zoom can now call the Production URL. If you have not done so yet, press Validate in the Zoom App Marketplace.',
		defaults: { name: 'Zoom Webinar Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'zoomWebinarServerToServerOAuth2Api', required: true }],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				// Frozen: the URL stands in the users' Zoom apps.
				path: 'zoom',
			},
		],
		triggerPanel: {
			header: 'Pull in a webinar that ended',
			executionsHelp: {
				inactive:
					'Zoom calls two addresses.<br><br><b>Test URL</b>: answers only while you listen for a test event. Press Validate in the Zoom App Marketplace while you listen, then let a webinar end.<br><br><b>Production URL</b>: answers only while this workflow is active.',
				active:
					'<b>Production URL</b>: this workflow is active and starts whenever Zoom calls it; see the executions list.<br><br><b>Test URL</b>: answers only while you listen for a test event.',
			},
			activationHint:
				'Publish (activate) this workflow before you press Validate for the Production URL in the Zoom App Marketplace.',
		},
		properties: [
			{
				displayName:
					'Connect Zoom once, in the <a href="https://marketplace.zoom.us/" target="_blank">Zoom App Marketplace</a>:<br>1. Open your Server-to-Server OAuth app → Features → Access. Copy the Secret Token into Webhook Secret Token of the credential.<br>2. Publish (activate) this workflow. Under Event Subscription add the event Webinar → Webinar has ended and paste the Production URL of this node.<br>3. Press Validate, then Save.<br>The Production URL answers only while this workflow is active, the Test URL only while you listen for a test event.',
				name: 'connectNotice',
				type: 'notice',
				default: '',
			},
			{
				displayName: 'Trigger On',
				name: 'events',
				type: 'multiOptions',
				required: true,
				default: ['webinar.ended'],
				options: [
					{
						name: 'Webinar Ended',
						value: 'webinar.ended',
						description: 'When a session of a webinar is over',
					},
				],
			},
			{
				displayName: 'Options',
				name: 'options',
				type: 'collection',
				placeholder: 'Add option',
				default: {},
				options: [
					{
						displayName: 'Accept Deliveries Up To (Minutes)',
						name: 'acceptUpToMinutes',
						type: 'number',
						typeOptions: { minValue: 1 },
						default: 120,
						description:
							'How far the signed time of a delivery may be from now. Zoom tries again for up to 85 minutes when n8n cannot be reached.',
					},
					{
						displayName: 'Include Practice Sessions',
						name: 'includePracticeSessions',
						type: 'boolean',
						default: false,
						description: 'Whether to start also when only a practice session ended',
					},
					{
						displayName: 'Topic Contains',
						name: 'topicContains',
						type: 'string',
						default: '',
						placeholder: 'e.g. product update',
						description:
							'Only webinars whose topic contains this text. Upper and lower case are the same.',
					},
					{
						displayName: 'Webinar IDs',
						name: 'webinarIds',
						type: 'string',
						default: '',
						placeholder: 'e.g. 852 1234 5678, 987 6543 2100',
						description:
							'Only these webinars, separated by commas. Blanks and dashes do not matter.',
					},
				],
			},
		],
	};

	/** The subscription is made by hand in Zoom, so n8n has nothing to register or to remove there. */
	webhookMethods = {
		default: {
			/** Never there, so that every activation checks the settings. */
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return false;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				await assertReady(this);
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
