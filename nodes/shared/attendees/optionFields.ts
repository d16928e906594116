import type { INodeProperties } from 'n8n-workflow';

import { sessionOptionFields, type SessionOptionWords } from './sessionOptionFields';

/** What differs in the options between platforms. */
export interface OptionWords extends SessionOptionWords {
	includeTexts: string;
	includeEngagement: string;
	registeredOnly: string;
}

/** The options of *Get attendees*, sorted as n8n wants them. */
export const attendeeOptionFields = (words: OptionWords): INodeProperties[] =>
	sortedByName([
		...sessionOptionFields(words),
		{
			displayName: 'Include Answer Texts',
			name: 'includeTexts',
			type: 'boolean',
			default: false,
			description: words.includeTexts,
		},
		{
			displayName: 'Include Engagement',
			name: 'includeEngagement',
			type: 'boolean',
			default: true,
			description: words.includeEngagement,
		},
		{
			displayName: 'Registered People Only',
			name: 'registeredOnly',
			type: 'boolean',
			default: false,
			description: words.registeredOnly,
		},
	]);

/** As n8n wants the entries of a collection. */
export function sortedByName(fields: INodeProperties[]): INodeProperties[] {
	return [...fields].sort((one, other) => one.displayName.localeCompare(other.displayName, 'en'));
}
