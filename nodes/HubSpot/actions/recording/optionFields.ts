import type { INodeProperties } from 'n8n-workflow';

import { whenPeopleFailOption } from '../../../shared/node/people';
import { eventOptions } from '../../descriptions/eventOptions';

const ownOptions: INodeProperties[] = [
	{
		displayName: 'Create Missing Properties',
		name: 'createMissingProperties',
		type: 'boolean',
		default: true,
		description:
			'Whether to create the properties of marketing events of this package when HubSpot does not have them yet. Needs the scope crm.schemas.contacts.write.',
	},
	{
		displayName: 'Excluded Domains',
		name: 'excludedDomains',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		placeholder: 'e.g. example.com, mail*.competitor.*',
		description:
			'Leave out contacts at these email domains and at their subdomains. Separate them by commas or lines. A star stands for any characters; *.example.com means the subdomains only.',
	},
	{
		displayName: 'File Access',
		name: 'fileAccess',
		type: 'options',
		default: 'PRIVATE',
		description:
			'Who can open an uploaded file. HubSpot plays a recording only from a public file.',
		options: [
			{
				name: 'Private',
				value: 'PRIVATE',
				description: 'Users of the HubSpot account',
			},
			{
				name: 'Public',
				value: 'PUBLIC_INDEXABLE',
				description: 'Everybody; search engines may list it',
			},
			{
				name: 'Public, Not Indexed',
				value: 'PUBLIC_NOT_INDEXABLE',
				description: 'Everybody who has the address',
			},
		],
		displayOptions: { show: { '/as': ['file'] } },
	},
	{
		displayName: 'Folder Path',
		name: 'folderPath',
		type: 'string',
		default: '/webinars',
		placeholder: 'e.g. /webinars/2026',
		description: 'Folder of the HubSpot file manager for uploaded files',
		displayOptions: { show: { '/as': ['file'] } },
	},
	{
		displayName: 'Include Passcode',
		name: 'includePasscode',
		type: 'boolean',
		default: false,
		description:
			'Whether to write the passcode of the recording beside its link. Every user who sees the call sees it.',
	},
	{
		displayName: 'Input Data Field Name',
		name: 'binaryField',
		type: 'string',
		default: 'data',
		hint: 'The name of the input field containing the file of the recording',
		displayOptions: { show: { '/as': ['file'] } },
	},
	{
		displayName: 'Read Back After (Seconds)',
		name: 'readBackAfter',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 5,
		description:
			"If HubSpot's answer to a call or note is lost: how long to wait before looking for it, up to three times. It is never sent twice.",
	},
	whenPeopleFailOption,
	{
		displayName: 'Write to Marketing Event',
		name: 'eventProperty',
		type: 'boolean',
		default: true,
		description:
			'Whether to save the link of the recording, and which calls and notes belong to it, in properties of the marketing event',
	},
];

/** The Options of *Add recordings to CRM*, in the order of their names. */
export const recordingOptions = [...ownOptions, ...eventOptions].sort((one, other) =>
	one.displayName < other.displayName ? -1 : 1,
);
