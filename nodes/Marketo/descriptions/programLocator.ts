import type { INodeProperties } from 'n8n-workflow';

/** The program, picked from a list, typed, pasted as a link, or found by the webinar it is connected to. */
export const programLocator: INodeProperties = {
	displayName: 'Program',
	name: 'program',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description:
		'The program in Marketo. Webinar finds the program that Connect Webinar has connected to the webinar.',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select a program…',
			typeOptions: { searchListMethod: 'searchPrograms', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 1207',
			validation: [
				{
					type: 'regex',
					properties: { regex: '\\s*\\d+\\s*', errorMessage: 'A program ID is a number' },
				},
			],
		},
		{
			displayName: 'By URL',
			name: 'url',
			type: 'string',
			placeholder: 'e.g. https://app-ab12.marketo.com/#ME1207A1',
			validation: [
				{
					type: 'regex',
					properties: {
						regex: '.*#(?:.*/)?(?:ME|PG|NP|EBP)\\d+.*',
						errorMessage:
							'Paste the address of the program in Marketo, e.g. https://app-ab12.marketo.com/#ME1207A1',
					},
				},
			],
		},
		{
			displayName: 'Webinar',
			name: 'webinar',
			type: 'string',
			hint: 'The ID of the webinar. For one date of a series: webinar ID, dot, occurrence ID.',
			placeholder: 'e.g. {{ $json.webinar.webinarId }}',
		},
	],
};
