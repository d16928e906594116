import type { INodeProperties } from 'n8n-workflow';

/** Who an item is about: by the address, or by Marketo's own number. */
export const findPersonBy: INodeProperties[] = [
	{
		displayName: 'Find Person By',
		name: 'findBy',
		type: 'options',
		default: 'email',
		options: [
			{ name: 'Email', value: 'email' },
			{
				name: 'Lead ID',
				value: 'leadId',
				description: 'Tells several people with the same address apart, and needs no extra call',
			},
		],
	},
	{
		displayName: 'Email',
		name: 'email',
		type: 'string',
		default: '={{ $json.email }}',
		required: true,
		placeholder: 'e.g. nathan@example.com',
		displayOptions: { show: { findBy: ['email'] } },
	},
	{
		displayName: 'Lead ID',
		name: 'leadId',
		type: 'string',
		default: '={{ $json.leadId }}',
		required: true,
		placeholder: 'e.g. 318581',
		displayOptions: { show: { findBy: ['leadId'] } },
	},
];
