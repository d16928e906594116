import type { IWebhookFunctions } from 'n8n-workflow';

import { calledPart, publicOrigin, webhookAddress } from '../../shared/node/webhookAddress';

/** The sub-paths of the trigger. Frozen: the addresses stand in the users' HubSpot accounts. */
export const PATHS = {
	action: 'hubspot-action',
	choices: 'hubspot-choices',
	definition: 'hubspot-definition',
} as const;

export type Part = keyof typeof PATHS;

/** Which of the trigger's addresses was called; undefined for none of them. */
export function partOf(originalUrl: string): Part | undefined {
	const last = calledPart(originalUrl);
	return (Object.keys(PATHS) as Part[]).find((part) => PATHS[part] === last);
}

/** The address as HubSpot called it, which is what HubSpot signs: path and query as they came in. */
export function calledUrl(context: IWebhookFunctions, publicUrl: string): string {
	const { originalUrl } = context.getRequestObject();
	return `${publicOrigin(context, publicUrl)}${originalUrl}`;
}

/** The address of one of the trigger's webhooks, for HubSpot's definition. */
export function addressOf(context: IWebhookFunctions, publicUrl: string, part: Part): string {
	return webhookAddress(context, publicUrl, PATHS[part]);
}
