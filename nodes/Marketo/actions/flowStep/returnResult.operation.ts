import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { whenPeopleFailOption } from '../../../shared/node/people';
import { registrationResultFields } from '../../../shared/node/registrationResultFields';
import { programLocator } from '../../descriptions/programLocator';
import { statusFields } from '../../descriptions/statusFields';
import { reasonFieldOption } from '../../descriptions/reasonField';

export { returnResult as operation } from './returnResult/returnResult';

const resultFields = registrationResultFields(
	{
		status: 'Deferred and Failed show as errors of the step; Failed sets Registration Error',
		errorCode: '',
		message: 'What happened, for the activity log of the person in Marketo',
	},
	[{ displayName: 'Registrant ID', name: 'registrantId', type: 'string', default: '' }],
);

const written = { show: { writeToProgram: [true] } };

const fields: INodeProperties[] = [
	{
		displayName: 'Lead ID',
		name: 'leadId',
		type: 'string',
		default: '={{ $json.leadId }}',
		description:
			'The person who waits in Marketo. If empty, the one from the Marketo Flow Step Trigger is used.',
	},
	{
		displayName: 'Map Data',
		name: 'mapData',
		type: 'options',
		noDataExpression: true,
		default: 'automatic',
		description: 'Where the result of the registration comes from',
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
	...resultFields,
	{
		displayName: 'Write to Program',
		name: 'writeToProgram',
		type: 'boolean',
		default: true,
		description:
			'Whether to write join link, registration code and status to the program member before Marketo is told, so that an email after the step has the link',
	},
	{
		...programLocator,
		required: false,
		default: { mode: 'id', value: '={{ $json.programId }}' },
		description: "The program in Marketo. If empty, the campaign's own program is used.",
		displayOptions: written,
	},
	...statusFields('getRegistrationStatuses').map((field) => ({
		...field,
		displayOptions: { show: { ...field.displayOptions?.show, ...written.show } },
	})),
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [reasonFieldOption, whenPeopleFailOption],
	},
];

/** The fields of *Return Result*. */
export const description = updateDisplayOptions(
	{ show: { resource: ['flowStep'], operation: ['returnResult'] } },
	fields,
);
