import type { INodeProperties } from 'n8n-workflow';

import { BASE_URL, hidden, IS_SAFE } from '../shared/fields';

/**
 * Where Zoom answers.
 * @param served what the gateway has to serve, for its description
 */
export function addressFields(served: string): INodeProperties[] {
	return [
		{
			displayName: 'Region',
			name: 'region',
			type: 'options',
			options: [
				{ name: 'Global', value: 'global' },
				{ name: 'Zoom for Government', value: 'government' },
				{ name: 'Custom', value: 'custom', description: 'A gateway of your own in front of Zoom' },
			],
			default: 'global',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://zoom-gateway.example.com',
			description: `The gateway serves ${served}. Your client secret is sent there, so it must be https.`,
			displayOptions: { show: { region: ['custom'] } },
		},
	];
}

/** What signs Zoom's deliveries to the Zoom Webinar Trigger. */
export const WEBHOOK_FIELDS: INodeProperties[] = [
	{
		displayName: 'Webhook Secret Token',
		name: 'webhookSecretToken',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		description:
			'Only for the Zoom Webinar Trigger. In your app in the Zoom App Marketplace: Features → Access → Secret Token.',
	},
	{
		displayName: 'Previous Webhook Secret Token',
		name: 'previousWebhookSecretToken',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		description:
			'Only while you change the Secret Token in Zoom: events signed with either one are accepted',
	},
];

function byRegion(global: string, government: string, custom: string): string {
	return `={{ $self["region"] === "government" ? "${government}" : $self["region"] === "custom" ? ${custom} : "${global}" }}`;
}

/** Zoom's OAuth address for a path such as `token`; empty where the Base URL must not be used. */
export function oAuthUrl(path: string): string {
	const custom = `(${IS_SAFE} ? ${BASE_URL} + "/oauth/${path}" : "")`;
	return byRegion(`https://zoom.us/oauth/${path}`, `https://zoomgov.com/oauth/${path}`, custom);
}

/** The API's address, which the nodes check before they use it. */
export const API_URL = hidden(
	'API URL',
	'apiUrl',
	byRegion('https://api.zoom.us/v2', 'https://api.zoomgov.com/v2', `${BASE_URL} + "/v2"`),
);
