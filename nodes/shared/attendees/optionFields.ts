import type { INodeProperties } from 'n8n-workflow';

import { sessionOptionFields, type SessionOptionWords } from './sessionOptionFields';

/** What differs in the options between platforms. */
export interface OptionWords extends Omit<SessionOptionWords, 'tooShort'> {
	includeTexts: string;
	includeEngagement: string;
	registeredOnly: string;
}

const TOO_SHORT =
	'People who stayed for less count as no-shows. Their times stay in the item, with attendance.belowThreshold set to true.';

/** The options of *Get attendees*, sorted as n8n wants them. */
export const attendeeOptionFields = (words: OptionWords): INodeProperties[] =>
	sortedByName([
		...sessionOptionFields({ ...words, tooShort: TOO_SHORT }),
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
