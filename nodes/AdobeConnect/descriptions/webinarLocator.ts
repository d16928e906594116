import type { IExecuteFunctions } from 'n8n-workflow';

import { webinarLocatorOf, type WebinarNaming } from '../../shared/node/webinarLocator';
import { webinarKeyOf, type WebinarKey } from '../mapping/webinarLink';

const NAMING: WebinarNaming = {
	id: {
		placeholder: 'e.g. 1890591',
		regex: '^\\s*\\d{1,18}\\s*$',
		errorMessage:
			"The ID has digits only. In Adobe Connect Central it is the sco-id in the address of the webinar's page.",
	},
	url: {
		placeholder: 'e.g. https://example.adobeconnect.com/r3wrt7zkrpg/',
		forms: [
			{
				regex: '\\s*https?://[^/]+/.+',
				errorMessage:
					'Paste the address of the room or of the event, e.g. https://example.adobeconnect.com/r3wrt7zkrpg/',
			},
		],
	},
};

export const pastWebinarLocator = webinarLocatorOf(
	NAMING,
	'searchPastWebinars',
	'The event, seminar or meeting. The list shows those that ended within the last six months, and meeting rooms.',
);

export const webinarLocator = webinarLocatorOf(
	NAMING,
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
