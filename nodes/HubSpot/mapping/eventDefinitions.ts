import { PROPERTY_GROUP, type PropertyDefinition } from './definitions';

/** Where the recording of a webinar is watched. */
export const RECORDING_URL_PROPERTY = 'n8n_webinar_recording_url';

/** Which calls and notes stand for which recordings: they have no natural key in HubSpot. */
export const RECORDING_CALLS_PROPERTY = 'n8n_webinar_recording_calls';

/**
 * The properties of marketing events of this package; values of names that do not exist are
 * silently dropped by HubSpot, so they are made before they are written.
 * https://developers.hubspot.com/docs/api-reference/marketing-marketing-events-v3/guide
 */
export const EVENT_PROPERTY_DEFINITIONS: readonly PropertyDefinition[] = [
	{
		name: RECORDING_URL_PROPERTY,
		label: 'Webinar recording: URL',
		description: 'Where the recording of this webinar is watched.',
		groupName: PROPERTY_GROUP.name,
		type: 'string',
		fieldType: 'text',
	},
	{
		name: RECORDING_CALLS_PROPERTY,
		label: 'Webinar recording: calls (do not edit)',
		description:
			'Which calls and notes of contacts stand for the recordings of this webinar, as n8n keeps them.',
		groupName: PROPERTY_GROUP.name,
		type: 'string',
		fieldType: 'textarea',
	},
];
