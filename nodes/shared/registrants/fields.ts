import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { limitFields } from '../node/limit';

/** Who is meant, where somebody who is registered already is written to. */
export const registrantField: INodeProperties = {
	displayName: 'Registrant Email or ID',
	name: 'registrantId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. nathan@example.com',
	description:
		'The registrantId that this node or the trigger gives, or the email of the registrant',
};

/** Email, First Name and Last Name of *Add contact to webinar*. */
export function contactFields(words: { email: string; firstName: string }): INodeProperties[] {
	return [
		{
			displayName: 'Email',
			name: 'email',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. nathan@example.com',
			description: words.email,
		},
		{
			displayName: 'First Name',
			name: 'firstName',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. Nathan',
			description: words.firstName,
		},
		{
			displayName: 'Last Name',
			name: 'lastName',
			type: 'string',
			default: '',
			placeholder: 'e.g. Smith',
		},
	];
}

/** The questions of the chosen webinar, from the method `getRegistrationFields`. */
export function questionsField(description: string): INodeProperties {
	return {
		displayName: 'Fields',
		name: 'fields',
		type: 'resourceMapper',
		noDataExpression: true,
		default: { mappingMode: 'defineBelow', value: null },
		description,
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
	};
}

/** The Options of an operation. */
export function optionsField(options: INodeProperties[]): INodeProperties {
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options,
	};
}

/**
 * Which registrants *Get many* gets, how many, and its Options.
 * @param further Options of the platform's own
 */
export function listFields(
	words: { denied: string; answers: string },
	further: INodeProperties[] = [],
): INodeProperties[] {
	return [
		{
			displayName: 'Status',
			name: 'status',
			type: 'options',
			default: 'approved',
			description: 'Which registrants to get',
			options: [
				{ name: 'All', value: 'all', description: 'Approved first, then pending, then denied' },
				{ name: 'Approved', value: 'approved' },
				{ name: 'Denied', value: 'denied', description: words.denied },
				{ name: 'Pending', value: 'pending', description: 'Waiting for the approval of the host' },
			],
		},
		...limitFields,
		optionsField([
			{
				displayName: 'Include Answers',
				name: 'includeAnswers',
				type: 'boolean',
				default: false,
				description: words.answers,
			},
			...further,
		]),
	];
}

/** What every platform does with registrants; further operations are put among them by name. */
export function registrantOperations(further: INodePropertyOptions[] = []): INodeProperties {
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['registrant'] } },
		options: [...OPERATIONS, ...further].sort((a, b) => a.name.localeCompare(b.name)),
		default: 'add',
	};
}

const OPERATIONS: readonly INodePropertyOptions[] = [
	{
		name: 'Add Contact to Webinar',
		value: 'add',
		action: 'Add contact to webinar',
		description: 'Register people for a webinar, one or thousands',
	},
	{
		name: 'Delete',
		value: 'delete',
		action: 'Delete registrant',
		description: 'Delete registrants of a webinar',
	},
	{
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many registrants',
		description: 'Get the registrants of a webinar',
	},
	{
		name: 'Update Status',
		value: 'updateStatus',
		action: 'Update registrant status',
		description: 'Approve, deny or cancel registrants, one or thousands',
	},
];
