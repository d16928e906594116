import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { authenticationField, zoomCredentials } from './descriptions/authentication';
import { chosenNames } from '../shared/node/subtitle';
import { registrationFields } from './subscription/fields';
import { subscribe, subscriptionExists, unsubscribe } from './subscription/lifecycle';
import { isAutomatic } from './subscription/wanted';
import { chosenCredential } from './transport/credential';
import { eventsField, optionsField } from './webhook/fields';
import { assertReady } from './webhook/readiness';
import { receive } from './webhook/receive';

export class ZoomWebinarTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Zoom Webinar Trigger',
		name: 'zoomWebinarTrigger',
		icon: { light: 'file:zoomWebinar.svg', dark: 'file:zoomWebinar.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: chosenNames(eventsField),
		description:
			'Starts the workflow when a Zoom webinar is planned, changed, registered for, attended, ended or recorded',
		eventTriggerDescription: 'Waiting for Zoom to call the Test URL',
		activationMessage:
			'Zoom can now call the Production URL. With Registration set to Manual, press Validate in the Zoom App Marketplace if you have not done so yet.',
		defaults: { name: 'Zoom Webinar Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: zoomCredentials,
		// Whoever has them can open the recording.
		sensitiveOutputFields: ['downloadToken', 'recordings[*].passcode'],
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
			header: 'Pull in a webinar event',
			executionsHelp: {
				inactive:
					'Zoom calls two addresses.<br><br><b>Test URL</b>: answers only while you listen for a test event. With manual registration, press Validate in the Zoom App Marketplace while you listen, then let the event happen.<br><br><b>Production URL</b>: answers only while this workflow is active.',
				active:
					'<b>Production URL</b>: this workflow is active and starts whenever Zoom calls it; see the executions list.<br><br><b>Test URL</b>: answers only while you listen for a test event.',
			},
			activationHint:
				'Publish (activate) this workflow before you press Validate for the Production URL in the Zoom App Marketplace.',
		},
		properties: [authenticationField, ...registrationFields, eventsField, optionsField],
	};

	/** With manual registration n8n has nothing to make or to remove in Zoom. */
	webhookMethods = {
		default: {
			/** With manual registration never there, so that every activation checks the settings. */
			async checkExists(this: IHookFunctions): Promise<boolean> {
				assertReady(this, await this.getCredentials(chosenCredential(this.getNode())));
				return isAutomatic(this) && (await subscriptionExists(this));
			},
			async create(this: IHookFunctions): Promise<boolean> {
				if (isAutomatic(this)) await subscribe(this);
				// What was made before the choice was changed and could not be removed then.
				else await unsubscribe(this);
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return await unsubscribe(this);
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this, await this.getCredentials(chosenCredential(this.getNode())));
	}
}
