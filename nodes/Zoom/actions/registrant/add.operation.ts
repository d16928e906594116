import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { occurrenceLocator } from '../../descriptions/occurrenceLocator';
import { webinarLocator } from '../../descriptions/webinarLocator';
import { addOptions } from './add/options';

export { addRegistrants as operation } from './add/add';

const occurrences: INodeProperties = {
	...occurrenceLocator,
	description:
		'The date to register for, where the webinar wants one. Several: By ID, with commas between them.',
};

const fields: INodeProperties[] = [
	webinarLocator,
	occurrences,
	{
		displayName: 'Email',
		name: 'email',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. nathan@example.com',
		description: 'The address that Zoom sends the confirmation and the join link to',
	},
	{
		displayName: 'First Name',
		name: 'firstName',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. Nathan',
		description: 'Zoom registers nobody without a first name',
	},
	{
		displayName: 'Last Name',
		name: 'lastName',
		type: 'string',
		default: '',
		placeholder: 'e.g. Smith',
	},
	{
		displayName: 'Fields',
		name: 'fields',
		type: 'resourceMapper',
		noDataExpression: true,
		default: { mappingMode: 'defineBelow', value: null },
		description:
			'Zoom’s registration fields and the questions of the chosen webinar. Empty ones are not sent.',
		typeOptions: {
			loadOptionsDependsOn: ['webinar.value'],
			resourceMapper: {
				resourceMapperMethod: 'getRegistrationFields',
				mode: 'map',
				valuesLabel: 'Answers of Each Person',
				fieldWords: { singular: 'field', plural: 'fields' },
				addAllFields: true,
				multiKeyMatch: false,
				supportAutoMap: false,
			},
		},
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: addOptions,
	},
];

/** The fields of *Add contact to webinar*. */
export const description = updateDisplayOptions(
	{ show: { resource: ['registrant'], operation: ['add'] } },
	fields,
);
