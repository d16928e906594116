import type { INodeProperties } from 'n8n-workflow';

import { sortedByName } from '../attendees/optionFields';
import { sessionOptionFields, type SessionOptionWords } from '../attendees/sessionOptionFields';

/** What differs in the options between platforms. */
export interface ReportWords extends Omit<SessionOptionWords, 'tooShort'> {
	includeOnDemand: string;
}

/** What comes out beside the figures. */
export const filesField: INodeProperties = {
	displayName: 'Files to Attach',
	name: 'filesToAttach',
	type: 'multiOptions',
	default: ['page', 'people'],
	description: 'Which files to add to the item, e.g. to send or to store them',
	options: [
		{
			name: 'Page',
			value: 'page',
			description: 'The report as one HTML page with charts, in the binary field page',
		},
		{
			name: 'People as CSV',
			value: 'people',
			description: 'Everybody with their attendance, in the binary field people',
		},
	],
};

const TOO_SHORT =
	'People who stayed for less count as no-shows, and figures.belowMinimum says how many they were';

export function reportOptionsField(words: ReportWords): INodeProperties {
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: sortedByName([
			...sessionOptionFields({ ...words, tooShort: TOO_SHORT }),
			{
				displayName: 'Include On-Demand Viewers',
				name: 'includeOnDemand',
				type: 'boolean',
				default: true,
				description: words.includeOnDemand,
			},
			{
				displayName: 'Name People',
				name: 'namePeople',
				type: 'boolean',
				default: true,
				description:
					'Whether the page and the figures say who asked a question. The CSV names everybody in any case.',
			},
			{
				displayName: 'Time Zone',
				name: 'timezone',
				type: 'string',
				default: '',
				placeholder: 'e.g. Europe/Berlin',
				description:
					"The time zone of the times on the page and in the CSV. Empty means the workflow's time zone.",
			},
		]),
	};
}
