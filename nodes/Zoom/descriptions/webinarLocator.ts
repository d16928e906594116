import type { IExecuteFunctions } from 'n8n-workflow';

import { webinarLocatorOf, type WebinarNaming } from '../../shared/node/webinarLocator';
import { webinarNumberOf } from '../mapping/webinarLink';
import { normaliseWebinarId } from '../transport/paths';

const NAMING: WebinarNaming = {
	id: {
		placeholder: 'e.g. 954 2637 1234',
		regex: '^[\\s-]*(?:\\d[\\s-]*){9,12}$',
		errorMessage: 'A webinar ID has 9 to 12 digits',
	},
	url: {
		placeholder: 'e.g. https://zoom.us/j/95426371234',
		forms: [
			{
				regex: '(?!.*/register/).*',
				errorMessage: 'A registration link does not contain the webinar ID. Paste the join link.',
			},
			{
				regex: '\\s*https?://[^/]+/(?:.*/register/.*|(?:j|w|wc|wc/join|s|webinar)/\\d{9,12}.*)',
				errorMessage: 'Paste the join link of the webinar, e.g. https://zoom.us/j/95426371234',
			},
		],
	},
};

export const pastWebinarLocator = webinarLocatorOf(
	NAMING,
	'searchPastWebinars',
	'The webinar. The list shows those that ended within the last six months.',
);

export const webinarLocator = webinarLocatorOf(
	NAMING,
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
