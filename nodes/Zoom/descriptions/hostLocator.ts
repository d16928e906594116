import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { ParameterError } from '../../shared/node/errors';
import { asText } from '../../shared/transport/json';
import { chosenCredential } from '../transport/credential';

/** Zoom's word for the user who signed in; server-to-server apps have none. */
export const ME = 'me';

/** A user of the Zoom account who hosts webinars. */
export const hostLocator: INodeProperties = {
	displayName: 'Host',
	name: 'host',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	description: 'The user who hosts the webinars. With OAuth2, empty means the user who signed in.',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select a host…',
			typeOptions: { searchListMethod: 'searchHosts', searchable: true },
		},
		{
			displayName: 'By Email or ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. host@example.com',
		},
	],
};

/**
 * The host that the locator holds: a user ID, an email, or `me` with OAuth2.
 * https://developers.zoom.us/docs/internal-apps/s2s-oauth/#use-your-access-token : `me` is nobody there
 * @throws ParameterError without a host where one is needed
 */
export function readHost(context: IExecuteFunctions, itemIndex: number): string {
	const host = asText(
		context.getNodeParameter('host', itemIndex, '', { extractValue: true }),
	).trim();
	const signedInAsUser = chosenCredential(context.getNode()) === 'zoomWebinarOAuth2Api';
	if (signedInAsUser) return host === '' ? ME : host;
	if (host === '') {
		throw new ParameterError('Host is empty', 'Choose a host or enter the email of one');
	}
	if (host.toLowerCase() === ME) {
		throw new ParameterError(
			'Host is "me", which server-to-server OAuth does not know',
			'Choose a host or enter the email of one',
		);
	}
	return host;
}
