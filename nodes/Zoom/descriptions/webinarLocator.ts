import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { webinarNumberOf } from '../mapping/webinarLink';
import { normaliseWebinarId } from '../transport/paths';

/** The webinar, picked from a list, typed or pasted as a link. */
function locator(searchListMethod: string, description: string): INodeProperties {
	return {
		displayName: 'Webinar',
		name: 'webinar',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: true,
		description,
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a webinar…',
				typeOptions: { searchListMethod, searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. 954 2637 1234',
				validation: [
					{
						type: 'regex',
						properties: {
							regex: '^[\\s-]*(?:\\d[\\s-]*){9,12}$',
							errorMessage: 'A webinar ID has 9 to 12 digits',
						},
					},
				],
			},
			{
				displayName: 'By URL',
				name: 'url',
				type: 'string',
				placeholder: 'e.g. https://zoom.us/j/95426371234',
				validation: [
					{
						type: 'regex',
						properties: {
							regex: '(?!.*/register/).*',
							errorMessage:
								'A registration link does not contain the webinar ID. Paste the join link.',
						},
					},
					{
						type: 'regex',
						properties: {
							regex:
								'\\s*https?://[^/]+/(?:.*/register/.*|(?:j|w|wc|wc/join|s|webinar)/\\d{9,12}.*)',
							errorMessage:
								'Paste the join link of the webinar, e.g. https://zoom.us/j/95426371234',
						},
					},
				],
			},
		],
	};
}

export const pastWebinarLocator = locator(
	'searchPastWebinars',
	'The webinar. The list shows those that ended within the last six months.',
);

export const webinarLocator = locator(
	'searchWebinars',
	'The webinar. The list shows those that are coming or live.',
);

/**
 * The webinar ID that the locator holds, as Zoom's API wants it; a link is taken in every mode.
 * @throws ParameterError for what is no webinar ID
 */
export function readWebinarId(context: IExecuteFunctions, itemIndex: number): string {
	return normaliseWebinarId(
		webinarNumberOf(context.getNodeParameter('webinar', itemIndex, '', { extractValue: true })),
	);
}
