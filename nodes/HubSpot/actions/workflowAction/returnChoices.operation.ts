import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

export { returnChoices as execute } from './returnChoices/returnChoices';

const manual = { show: { mapData: ['manual'] } };

const fields: INodeProperties[] = [
	{
		displayName:
			'Answers the output Choices Requested of the HubSpot Workflow Action Trigger. Put Get Many of any webinar platform before it, with Settings → Always Output Data, so that an empty list is an answer as well.',
		name: 'choicesNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Map Data',
		name: 'mapData',
		type: 'options',
		noDataExpression: true,
		default: 'automatic',
		description: 'Where the entries of the drop-down come from',
		options: [
			{
				name: 'Automatically',
				value: 'automatic',
				description: 'The items are webinars of this package: topic, start and webinar ID',
			},
			{
				name: 'Map Each Field',
				value: 'manual',
				description: 'The items come from anywhere else and keep their order',
			},
		],
	},
	{
		displayName: 'Value',
		name: 'value',
		type: 'string',
		required: true,
		default: '={{ $json.webinarId }}',
		description: 'What the action receives when the entry is chosen',
		displayOptions: manual,
	},
	{
		displayName: 'Label',
		name: 'label',
		type: 'string',
		default: '={{ $json.topic }}',
		description: 'What people see in the drop-down. If empty, they see the value.',
		displayOptions: manual,
	},
	{
		displayName: 'Description',
		name: 'choiceDescription',
		type: 'string',
		default: '',
		description: 'A second, smaller line',
		displayOptions: manual,
	},
];

/** The fields of *Return Choices*. */
export const description = updateDisplayOptions(
	{ show: { resource: ['workflowAction'], operation: ['returnChoices'] } },
	fields,
);
