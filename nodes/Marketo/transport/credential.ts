import { createHash } from 'crypto';
import type { INode } from 'n8n-workflow';

import { asNumber, asObject } from '../../shared/transport/json';
import { marketoBaseUrl } from './endpoint';
import { CONCURRENT, RATE } from './limits';

export const MARKETO_CREDENTIAL = 'marketoRestOAuth2Api';

/** What the parts of this vendor need of any of n8n's contexts to reach a credential. */
export interface CredentialContext {
	getNode(): INode;
	getCredentials(type: string): Promise<object>;
}

/** What a credential says about the instance; secrets stay in n8n. */
export interface MarketoAccount {
	/** Checked; /rest, /bulk and /identity lie below it. */
	baseUrl: string;
	/** Marketo counts calls per instance, of all integrations together. */
	rateKey: string;
	/** Calls in 20 seconds, and calls at once, that these nodes allow themselves. */
	callsPerWindow: number;
	concurrentCalls: number;
}

/**
 * The instance behind the credential.
 * @throws ParameterError when its endpoint cannot be used
 */
export async function marketoAccount(context: CredentialContext): Promise<MarketoAccount> {
	const fields = asObject(await context.getCredentials(MARKETO_CREDENTIAL));
	const baseUrl = marketoBaseUrl(fields.endpoint);
	const hash = createHash('sha256').update(baseUrl).digest('hex');
	return {
		baseUrl,
		rateKey: `marketo ${hash.slice(0, 16)}`,
		callsPerWindow: within(fields.callsPerWindow, RATE.polite, RATE.max),
		concurrentCalls: within(fields.concurrentCalls, CONCURRENT.polite, CONCURRENT.max),
	};
}

function within(value: unknown, standard: number, max: number): number {
	const number = Math.floor(asNumber(value) ?? standard);
	return Math.min(max, Math.max(1, number));
}
