import {
	NodeConnectionTypes,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';

import { testAdobeConnectCredential } from './methods/credentialTest';
import { getTriggerWebinars } from './methods/triggerOptions';
import { chosenNames } from '../shared/node/subtitle';
import { eventField, triggerFields } from './polling/fields';
import { poll } from './polling/poll';

export class AdobeConnectTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Adobe Connect Trigger',
		name: 'adobeConnectTrigger',
		icon: { light: 'file:adobeConnect.svg', dark: 'file:adobeConnect.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: chosenNames(eventField),
		description:
			'Starts the workflow when a webinar in Adobe Connect has ended, somebody has registered, or a recording is available',
		activationMessage: 'What happens in Adobe Connect now starts this workflow, at the next poll.',
		defaults: { name: 'Adobe Connect Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{ name: 'adobeConnectApi', required: true, testedBy: 'testAdobeConnectCredential' },
		],
		properties: triggerFields,
	};

	methods = {
		credentialTest: { testAdobeConnectCredential },
		loadOptions: { getTriggerWebinars },
	};

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await poll(this);
	}
}
