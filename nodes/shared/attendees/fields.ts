import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { attendeeOptionFields, type OptionWords } from './optionFields';

/** What each choice of Session means on a platform. */
export interface SessionWords {
	description: string;
	latest: string;
	one: string;
	/** What the platform calls one date of a webinar; default: Occurrence. */
	occurrenceName?: string;
	occurrence: string;
	all: string;
}

/** Which runs of the webinar, by the field that *Get attendees* of every platform has. */
export function sessionField(words: SessionWords): INodeProperties {
	return {
		displayName: 'Session',
		name: 'session',
		type: 'options',
		default: 'latest',
		description: words.description,
		options: [
			{ name: 'Latest', value: 'latest', description: words.latest },
			{ name: 'By Session ID', value: 'one', description: words.one },
			{
				name: words.occurrenceName ?? 'Occurrence',
				value: 'occurrence',
				description: words.occurrence,
			},
			{ name: 'All', value: 'all', description: words.all },
		],
	};
}

export function sessionIdField(
	words: Required<Pick<INodeProperties, 'description' | 'placeholder'>>,
): INodeProperties {
	return {
		displayName: 'Session ID',
		name: 'sessionId',
		type: 'string',
		default: '',
		...words,
		displayOptions: { show: { session: ['one'] } },
	};
}

/** The dates of a series; the platform's own picker. */
export function occurrenceField(locator: INodeProperties, description: string): INodeProperties {
	return {
		...locator,
		required: true,
		description,
		displayOptions: { show: { session: ['occurrence'] } },
	};
}

/** @param options in the order of their names, as n8n wants them */
export function peopleField(options: INodePropertyOptions[]): INodeProperties {
	return {
		displayName: 'People to Return',
		name: 'peopleToReturn',
		type: 'multiOptions',
		default: ['attended', 'noShow'],
		description: 'Which people of the webinar to return, one item per person',
		options,
	};
}

export function optionsField(words: OptionWords): INodeProperties {
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: attendeeOptionFields(words),
	};
}
