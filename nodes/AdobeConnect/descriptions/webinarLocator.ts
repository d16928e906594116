import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { webinarKeyOf, type WebinarKey } from '../mapping/webinarLink';

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
				placeholder: 'e.g. 1890591',
				validation: [
					{
						type: 'regex',
						properties: {
							regex: '^\\s*\\d{1,18}\\s*$',
							errorMessage: 'An ID of Adobe Connect (sco-id) has digits only',
						},
					},
				],
			},
			{
				displayName: 'By URL',
				name: 'url',
				type: 'string',
				placeholder: 'e.g. https://example.adobeconnect.com/r3wrt7zkrpg/',
				validation: [
					{
						type: 'regex',
						properties: {
							regex: '\\s*https?://[^/]+/.+',
							errorMessage:
								'Paste the address of the room or of the event, e.g. https://example.adobeconnect.com/r3wrt7zkrpg/',
						},
					},
				],
			},
		],
	};
}

export const pastWebinarLocator = locator(
	'searchPastWebinars',
	'The event, seminar or meeting. The list shows those that ended within the last six months, and meeting rooms.',
);

export const webinarLocator = locator(
	'searchWebinars',
	'The event, seminar or meeting. The list shows those that are coming or live, and meeting rooms.',
);

/**
 * The webinar that the locator holds; a link is taken in every mode.
 * @param baseUrl of the credential
 * @throws ParameterError for what is neither an ID nor a link of this Adobe Connect
 */
export function readWebinarKey(
	context: Pick<IExecuteFunctions, 'getNodeParameter'>,
	itemIndex: number,
	baseUrl: string,
): WebinarKey {
	const typed = context.getNodeParameter('webinar', itemIndex, '', { extractValue: true });
	return webinarKeyOf(typed, baseUrl);
}
