import type { INodeProperties } from 'n8n-workflow';

/** The smart campaign, picked from a list, typed or pasted as a link. */
export const campaignLocator: INodeProperties = {
	displayName: 'Smart Campaign',
	name: 'campaign',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description:
		'The smart campaign. The list shows those that are active and have the trigger Campaign is Requested with the source Web Service API.',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select a smart campaign…',
			typeOptions: { searchListMethod: 'searchCampaigns', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 5001',
			validation: [
				{
					type: 'regex',
					properties: { regex: '\\s*\\d+\\s*', errorMessage: 'A smart campaign ID is a number' },
				},
			],
		},
		{
			displayName: 'By URL',
			name: 'url',
			type: 'string',
			placeholder: 'e.g. https://app-ab12.marketo.com/#SC5001A1',
			validation: [
				{
					type: 'regex',
					properties: {
						regex: '.*#(?:.*/)?SC\\d+.*',
						errorMessage:
							'Paste the address of the smart campaign in Marketo, e.g. https://app-ab12.marketo.com/#SC5001A1',
					},
				},
			],
		},
	],
};
