import type { IWebhookFunctions } from 'n8n-workflow';

/** The sub-paths of the trigger. Frozen: the addresses stand in the users' HubSpot accounts. */
export const PATHS = {
	action: 'hubspot-action',
	choices: 'hubspot-choices',
	definition: 'hubspot-definition',
} as const;

export type Part = keyof typeof PATHS;

/** Which of the trigger's addresses was called; undefined for none of them. */
export function partOf(originalUrl: string): Part | undefined {
	const path = originalUrl.split('?')[0] ?? '';
	const last = path.slice(path.lastIndexOf('/') + 1);
	return (Object.keys(PATHS) as Part[]).find((part) => PATHS[part] === last);
}

/**
 * The address as HubSpot called it, which is what HubSpot signs: n8n's public origin, or the one that
 * a proxy in front of it has, and the path and query as they came in. n8n tells the address of the
 * first webhook only, and for a test the production one; so only its origin is used.
 */
export function calledUrl(context: IWebhookFunctions, publicUrl: string): string {
	const { originalUrl } = context.getRequestObject();
	return `${publicUrl || originOf(productionUrl(context))}${originalUrl}`;
}

/** The address of one of the trigger's webhooks, for HubSpot's definition. */
export function addressOf(context: IWebhookFunctions, publicUrl: string, part: Part): string {
	const production = productionUrl(context);
	const origin = originOf(production);
	const path = production.slice(origin.length).replace(/[^/]*$/, PATHS[part]);
	return `${publicUrl || origin}${path}`;
}

function productionUrl(context: IWebhookFunctions): string {
	return context.getNodeWebhookUrl('default') ?? '';
}

/** Scheme, host and port. `URL` would leave out a port that is written although it is the usual one. */
function originOf(url: string): string {
	return /^[a-z]+:\/\/[^/]+/i.exec(url)?.[0] ?? '';
}
