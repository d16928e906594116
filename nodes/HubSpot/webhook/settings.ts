import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { asNumber, asObject, asText } from '../../shared/transport/json';
import { withoutTrailing } from '../../shared/transport/trailing';
import type { Answer } from './parse';

/** How a request proves that it comes from HubSpot. */
export type Verification =
	| { kind: 'none' }
	| { kind: 'apiKeyHeader'; header: string; secret: string }
	| { kind: 'signature'; secret: string };

/** The fields of the trigger, read once per request. */
export interface Settings {
	calledBy: 'workflowAction' | 'webhook';
	answer: Answer;
	verification: Verification;
	/** IDs of HubSpot accounts; empty = all. */
	acceptedPortals: string[];
	/** Minutes that a workflow waits for its answer at most. */
	waitMinutes: number;
	/** The address under which HubSpot knows this n8n, where it differs from n8n's own; else empty. */
	publicUrl: string;
	/** Internal names, beside those that are always asked for. */
	contactProperties: string[];
	actionName: string;
}

export const DEFAULT_WAIT_MINUTES = 60;
export const DEFAULT_HEADER = 'X-API-Key';
export const DEFAULT_ACTION_NAME = 'Add contact to webinar';

/** The longest that HubSpot lets a contact wait is its default of a week. */
const MAX_WAIT_MINUTES = 7 * 24 * 60;

type Context = IWebhookFunctions | IHookFunctions;

export async function readSettings(context: Context): Promise<Settings> {
	const read = (name: string, fallback: string) =>
		asText(context.getNodeParameter(name, fallback) as unknown);
	const options = asObject(context.getNodeParameter('options', {}));
	const isAction = read('calledBy', 'webhook') === 'workflowAction';
	const answer = read('answer', 'callBack');
	const minutes = asNumber(options.waitMinutes) ?? DEFAULT_WAIT_MINUTES;
	return {
		calledBy: isAction ? 'workflowAction' : 'webhook',
		answer: isAction && (answer === 'callBack' || answer === 'whenComplete') ? answer : 'atOnce',
		verification: await readVerification(
			context,
			isAction ? 'signature' : read('verification', 'apiKeyHeader'),
			read('headerName', DEFAULT_HEADER),
		),
		acceptedPortals: listed(options.acceptedPortals),
		waitMinutes: Math.min(MAX_WAIT_MINUTES, Math.max(1, Math.round(minutes))),
		publicUrl: withoutTrailing(asText(options.publicUrl).trim(), '/'),
		contactProperties: listed(options.contactProperties),
		actionName: asText(options.actionName).trim() || DEFAULT_ACTION_NAME,
	};
}

async function readVerification(
	context: Context,
	kind: string,
	header: string,
): Promise<Verification> {
	if (kind === 'none') return { kind };
	if (kind === 'signature') {
		const { clientSecret } = asObject(await context.getCredentials('hubSpotWebinarOAuth2Api'));
		return { kind, secret: asText(clientSecret).trim() };
	}
	const { webhookSecret } = asObject(await context.getCredentials('hubSpotWebinarServiceKeyApi'));
	return { kind: 'apiKeyHeader', header, secret: asText(webhookSecret).trim() };
}

function listed(value: unknown): string[] {
	return asText(value)
		.split(/[\s,;]+/)
		.filter((part) => part !== '');
}
