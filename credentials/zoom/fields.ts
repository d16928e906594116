import type { INodeProperties } from 'n8n-workflow';

/** A field that people do not see. */
export function hidden(displayName: string, name: string, value: string): INodeProperties {
	return { displayName, name, type: 'hidden', default: value };
}

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
			placeholder: 'https://zoom-gateway.example.com',
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
		description: 'Only for the Zoom Webinar Trigger. Features → Access → Secret Token of your app.',
	},
	{
		displayName: 'Previous Webhook Secret Token',
		name: 'previousWebhookSecretToken',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		description:
			'Only while you rotate the secret token: deliveries signed with either one are accepted',
	},
];

/**
 * n8n sends the client secret to these addresses by itself, before any node could check them, so
 * the Base URL is held to the rule of the nodes here already: https, http on this machine only, no
 * user name, no query. What breaks it leads nowhere. One rule, two forms: the nodes' own check says
 * what is wrong.
 */
const SAFE_BASE_URL =
	'/^(https:\\/\\/[^@/?#\\\\\\s]+|http:\\/\\/(localhost|127(\\.\\d{1,3}){3}|\\[::1\\])(:\\d+)?)(\\/[^?#\\\\\\s]*)?$/i';

const CUSTOM = '$self["baseUrl"].trim().replace(/\\/+$/, "")';

function byRegion(global: string, government: string, custom: string): string {
	return `={{ $self["region"] === "government" ? "${government}" : $self["region"] === "custom" ? ${custom} : "${global}" }}`;
}

/** Zoom's OAuth address for a path such as `token`; empty where the Base URL must not be used. */
export function oAuthUrl(path: string): string {
	const custom = `(${SAFE_BASE_URL}.test($self["baseUrl"].trim()) ? ${CUSTOM} + "/oauth/${path}" : "")`;
	return byRegion(`https://zoom.us/oauth/${path}`, `https://zoomgov.com/oauth/${path}`, custom);
}

/** The API's address, which the nodes check before they use it. */
export const API_URL = hidden(
	'API URL',
	'apiUrl',
	byRegion('https://api.zoom.us/v2', 'https://api.zoomgov.com/v2', `${CUSTOM} + "/v2"`),
);
