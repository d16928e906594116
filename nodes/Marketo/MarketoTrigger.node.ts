import {
	NodeConnectionTypes,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';

import {
	getTriggerActivityTypes,
	getTriggerLeadFields,
	getTriggerMemberFields,
	getTriggerPrograms,
	getTriggerStatuses,
} from './methods/triggerOptions';
import { chosenNames } from '../shared/node/subtitle';
import { eventField, triggerFields } from './polling/fields';
import { poll } from './polling/poll';

export class MarketoTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Marketo Trigger',
		name: 'marketoTrigger',
		icon: { light: 'file:marketoProgram.svg', dark: 'file:marketoProgram.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: chosenNames(eventField),
		description:
			'Starts the workflow when a status or a field of a program member changes in Marketo, or when somebody does something in an Interactive Webinar',
		activationMessage: 'What happens in Marketo now starts this workflow, a few minutes later.',
		defaults: { name: 'Marketo Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'marketoRestOAuth2Api', required: true }],
		properties: triggerFields,
	};

	methods = {
		loadOptions: {
			getTriggerActivityTypes,
			getTriggerLeadFields,
			getTriggerMemberFields,
			getTriggerPrograms,
			getTriggerStatuses,
		},
	};

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await poll(this);
	}
}
