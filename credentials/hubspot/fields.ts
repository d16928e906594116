import type { ICredentialTestRequest, INodeProperties } from 'n8n-workflow';

import { BASE_URL, IS_SAFE, safeOnly } from '../shared/fields';

/** HubSpot's one API address; accounts of all regions answer there. */
const API = 'https://api.hubapi.com';

/**
 * Where HubSpot answers.
 * @param sent what is sent there, for the description
 */
export function baseUrlField(sent: string): INodeProperties {
	return {
		displayName: 'Base URL',
		name: 'baseUrl',
		type: 'string',
		default: API,
		description: `Leave this as it is. Change it only if you call HubSpot through a gateway of your own; your ${sent} is sent there.`,
	};
}

/** HubSpot's OAuth addresses; a gateway serves both below its own. Empty where it must not be used. */
export function oAuthUrl(path: 'authorize' | 'token'): string {
	const hubSpots =
		path === 'authorize' ? 'https://app.hubspot.com/oauth/authorize' : `${API}/oauth/2026-03/token`;
	const own = `${BASE_URL} + "/oauth/${path === 'token' ? '2026-03/token' : path}"`;
	return `={{ ${BASE_URL} === "${API}" ? "${hubSpots}" : ${IS_SAFE} ? ${own} : "" }}`;
}

/** The Test button: the account's own details, which need no scope. */
export function hubSpotTest(refused: string): ICredentialTestRequest {
	return {
		request: {
			baseURL: safeOnly('$credentials.baseUrl.trim().replace(/\\/+$/, "")'),
			url: '/account-info/2026-03/details',
			// The key is for this address alone.
			disableFollowRedirect: true,
		},
		rules: [{ type: 'responseCode', properties: { value: 401, message: refused } }],
	};
}
