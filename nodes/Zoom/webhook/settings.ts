import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';

import { asArray, asNumber, asText } from '../../shared/transport/json';
import { readHosts, readWebinarIds, type Choice } from './choice';

/**
 * Zoom repeats a delivery that failed after 5, 20 and 60 more minutes and does not say whether it
 * signs it anew, so the last genuine one may be 85 minutes old.
 * https://developers.zoom.us/docs/api/webhooks/#webhook-retries
 */
export const DEFAULT_WINDOW_MINUTES = 120;

/** Current secret token first, then the previous one; empty ones left out. */
export function readSecrets(credentials: ICredentialDataDecryptedObject): string[] {
	return [credentials.webhookSecretToken, credentials.previousWebhookSecretToken]
		.map((secret) => asText(secret).trim())
		.filter((secret) => secret !== '');
}

/** The account that the credential belongs to; empty when it does not tell. */
export function readAccountId(credentials: ICredentialDataDecryptedObject): string {
	return asText(credentials.accountId).trim();
}

/** The window of Accept Deliveries Up To; a value that is no positive number means the default. */
export function readWindowSeconds(options: IDataObject): number {
	const minutes = asNumber(options.acceptUpToMinutes) ?? 0;
	return (minutes > 0 ? minutes : DEFAULT_WINDOW_MINUTES) * 60;
}

/** The node's filters; a value of a wrong type (from an expression) filters nothing. */
export function readChoice(events: unknown, options: IDataObject): Choice {
	return {
		events: asArray(events).map(asText),
		webinarIds: readWebinarIds(asText(options.webinarIds)),
		hosts: readHosts(asText(options.hosts)),
		topicContains: asText(options.topicContains).trim(),
		includePracticeSessions: options.includePracticeSessions === true,
	};
}
