import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { whenPeopleFailOption } from '../../../shared/node/people';
import { registrationResultFields } from '../../../shared/node/registrationResultFields';

export { completeWorkflowAction as operation } from './complete/complete';

const outcomeFields = registrationResultFields({
	status: 'HubSpot shows Deferred and Failed as failed actions',
	errorCode: 'A short code that the HubSpot workflow can branch on',
	message: "What happened, for the history of HubSpot's workflow",
});

const furtherOutputs: INodeProperties = {
	displayName: 'Further Outputs',
	name: 'furtherOutputs',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	default: {},
	placeholder: 'Add output',
	description: 'Outputs that you have added to the definition of the action in HubSpot',
	options: [
		{
			displayName: 'Output',
			name: 'output',
			values: [
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					default: '',
					description: 'As in the definition',
				},
				{ displayName: 'Value', name: 'value', type: 'string', default: '' },
			],
		},
	],
};

const fields: INodeProperties[] = [
	{
		displayName:
			'HubSpot lets only the app of the workflow action answer: choose OAuth2 and the credential of that app.',
		name: 'appNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { authentication: ['serviceKey'] } },
	},
	{
		displayName: 'Callback ID',
		name: 'callbackId',
		type: 'string',
		default: '={{ $json.callbackId }}',
		description:
			'Stands for the contact that waits in HubSpot. If empty, the one from the HubSpot Workflow Action Trigger is used.',
	},
	{
		displayName: 'Map Data',
		name: 'mapData',
		type: 'options',
		noDataExpression: true,
		default: 'automatic',
		description: 'Where the outcome of the registration comes from',
		options: [
			{
				name: 'Automatically',
				value: 'automatic',
				description:
					'The items come from Add Contact to Webinar of this package, or from the error output of a node',
			},
			{
				name: 'Map Each Field',
				value: 'manual',
				description: 'The items come from anywhere else',
			},
		],
	},
	...outcomeFields,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [furtherOutputs, whenPeopleFailOption],
	},
];

/** The fields of *Complete Workflow Action*. */
export const description = updateDisplayOptions(
	{ show: { resource: ['workflowAction'], operation: ['complete'] } },
	fields,
);
