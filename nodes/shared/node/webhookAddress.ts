import type { IWebhookFunctions } from 'n8n-workflow';

import { isLoopback, parsedUrl } from '../transport/baseUrl';

/**
 * Scheme, host and port under which the vendor reaches this n8n: n8n's own, or the one that a proxy in
 * front of it has. n8n tells the address of the first webhook only, and for a test the production one.
 * @param publicUrl of the option Public URL; empty = n8n's own
 */
export function publicOrigin(context: IWebhookFunctions, publicUrl: string): string {
	return publicUrl || originOf(productionUrl(context));
}

/** The address of one of the trigger's webhooks, whose static paths differ in their last part only. */
export function webhookAddress(
	context: IWebhookFunctions,
	publicUrl: string,
	lastPart: string,
): string {
	const production = productionUrl(context);
	const path = production.slice(originOf(production).length);
	const folder = path.slice(0, path.lastIndexOf('/') + 1);
	return `${publicOrigin(context, publicUrl)}${folder}${lastPart}`;
}

/** The last part of a called address; the query is left out. */
export function calledPart(originalUrl: string): string {
	const path = originalUrl.split('?')[0] ?? '';
	return path.slice(path.lastIndexOf('/') + 1);
}

/** Whether a vendor can call what stands in the option Public URL; empty is n8n's own address. */
export function isPublicUrl(text: string): boolean {
	if (text === '') return true;
	const url = parsedUrl(text);
	return (
		url !== undefined &&
		(url.protocol === 'https:' || isLoopback(url)) &&
		url.search === '' &&
		url.hash === ''
	);
}

function productionUrl(context: IWebhookFunctions): string {
	return context.getNodeWebhookUrl('default') ?? '';
}

/** `URL` would leave out a port that is written although it is the usual one. */
function originOf(url: string): string {
	return /^[a-z]+:\/\/[^/]+/i.exec(url)?.[0] ?? '';
}
