import type { INodeProperties } from 'n8n-workflow';

import { STATUSES } from '../items/registrationStatus';

const manual = { show: { mapData: ['manual'] } };

/** How a CRM uses what it is told of a registration. */
export interface ResultWords {
	status: string;
	/** Empty = it goes without saying. */
	errorCode: string;
	message: string;
}

/**
 * The fields of *Map Each Field* of an operation that tells a CRM what became of a registration.
 * @param words descriptions of the fields, in the words of the CRM
 * @param afterLink fields of that CRM alone, behind Join URL
 */
export function registrationResultFields(
	words: ResultWords,
	afterLink: readonly INodeProperties[] = [],
): INodeProperties[] {
	const fields: INodeProperties[] = [
		{
			displayName: 'Registration Status',
			name: 'registrationStatus',
			type: 'options',
			default: 'registered',
			description: words.status,
			options: Object.entries(STATUSES)
				.map(([value, { name }]) => ({ name, value }))
				.sort((one, other) => one.name.localeCompare(other.name)),
		},
		{ displayName: 'Join URL', name: 'joinUrl', type: 'string', default: '' },
		...afterLink,
		{
			displayName: 'Error Code',
			name: 'errorCode',
			type: 'string',
			default: '',
			placeholder: 'e.g. WEBINAR_NOT_FOUND',
			...(words.errorCode !== '' && { description: words.errorCode }),
		},
		{
			displayName: 'Message',
			name: 'message',
			type: 'string',
			default: '',
			description: words.message,
		},
	];
	return fields.map((field) => ({ ...field, displayOptions: manual }));
}
