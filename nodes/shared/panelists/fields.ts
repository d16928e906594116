import type { IExecuteFunctions, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { ParameterError } from '../node/errors';
import { asText } from '../transport/json';

/** What a platform calls those who present: Zoom's panelists, Adobe Connect's presenters. */
export interface PanelistWords {
	/** e.g. `panelist` */
	one: string;
	/** e.g. `panelists` */
	many: string;
}

/** What every platform does with those who present. */
export function panelistOperations({ one, many }: PanelistWords): INodeProperties {
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['panelist'] } },
		options: [
			{
				name: 'Add',
				value: 'add',
				action: `Add ${one}`,
				description: `Invite people as ${many} of a webinar`,
			},
			{
				name: 'Get Many',
				value: 'getAll',
				action: `Get many ${many}`,
				description: `Get the ${many} of a webinar with their join links`,
			},
			{
				name: 'Remove',
				value: 'remove',
				action: `Remove ${one}`,
				description: `Remove one ${one} or all of them`,
			},
		],
		default: 'getAll',
	};
}

/** Email and Name of *Add*. */
export const inviteeFields: INodeProperties[] = [
	{
		displayName: 'Email',
		name: 'email',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. nathan@example.com',
	},
	{
		displayName: 'Name',
		name: 'panelistName',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. Nathan Smith',
		description: 'First and last name, as attendees see it',
	},
];

/** Whom *Remove* removes. */
export function leaverFields(words: PanelistWords): INodeProperties[] {
	return [
		{
			displayName: 'Remove',
			name: 'remove',
			type: 'options',
			default: 'one',
			options: leaverOptions(words),
		},
		{
			displayName: `${title(words.one)} Email or ID`,
			name: 'panelist',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. nathan@example.com',
			displayOptions: { show: { remove: ['one'] } },
		},
	];
}

function leaverOptions({ one, many }: PanelistWords): INodePropertyOptions[] {
	return [
		{ name: `One ${title(one)}`, value: 'one' },
		{ name: `All ${title(many)}`, value: 'all', description: `Everybody who is a ${one} now` },
	];
}

/** Who is to be removed. */
export interface Leaving {
	/** Everybody. */
	all: boolean;
	/** Email or ID of the one; empty for all. */
	key: string;
}

/** @throws ParameterError where nobody is named: it must not mean everybody */
export function readLeaving(
	context: IExecuteFunctions,
	itemIndex: number,
	{ one, many }: PanelistWords,
): Leaving {
	const all = context.getNodeParameter('remove', itemIndex, 'one') === 'all';
	const key = all ? '' : asText(context.getNodeParameter('panelist', itemIndex, '')).trim();
	if (!all && key === '') {
		throw new ParameterError(
			`${title(one)} Email or ID is empty`,
			`Enter the email or ID of the ${one}, or choose All ${title(many)} in Remove`,
		);
	}
	return { all, key };
}

function title(word: string): string {
	return word.charAt(0).toUpperCase() + word.slice(1);
}
