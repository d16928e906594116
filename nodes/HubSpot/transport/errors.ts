import type { Failure } from 'n8n-workflow';

import { explain, type Reason } from '../../shared/model/reasons';
import { asArray, asObject, asText } from '../../shared/transport/json';
import type { Verdict } from '../../shared/transport/retry';
import type { HttpAnswer } from '../../shared/transport/send';
import { VendorError } from '../../shared/transport/vendorError';
import type { HubSpotCredentialName } from './credential';
import { RETRY_DAILY_MS, RETRY_LATER_MS } from './limits';
import { nameScopes } from './scopes';
import { vendorWords } from './vendorWords';

/** What a repair names, by the way the node signs in. */
const SIGN_INS = {
	hubSpotWebinarServiceKeyApi: {
		name: 'The service key',
		refused: 'HubSpot does not accept the service key',
		mend: 'Copy the key again from Development → Keys → Service Keys in HubSpot into the credential',
		add: (scope: string) =>
			`Open the key under Development → Keys → Service Keys in HubSpot, add ${scope}, then run again`,
		check:
			'Check the scopes of the key under Development → Keys → Service Keys in HubSpot and the plan of the account',
	},
	hubSpotWebinarOAuth2Api: {
		name: 'The HubSpot app',
		refused: 'HubSpot does not accept the sign-in of the app',
		mend: 'Open the HubSpot OAuth2 credential, check Client ID and Client Secret, and connect the account again',
		add: (scope: string) =>
			`Add ${scope} to the app and to the scopes of the HubSpot OAuth2 credential, then connect the account again`,
		check:
			'Check the scopes of the app and of the HubSpot OAuth2 credential, and the plan of the account',
	},
} as const;

interface Meaning {
	reason: Reason;
	message: string;
	repair: string;
	failure?: Failure;
	retryAfterMs?: number;
}

/**
 * The error for an answer that no further try will mend.
 * @param what what was asked for, as the end of "HubSpot refused …"
 * @param now epoch milliseconds
 * @param credential how the node signed in, for the repair
 */
export function errorFromAnswer(
	what: string,
	answer: HttpAnswer,
	verdict: Verdict,
	now: number,
	credential: HubSpotCredentialName = 'hubSpotWebinarServiceKeyApi',
): VendorError {
	const body = asObject(answer.body);
	const meant = meaning(what, answer, verdict, credential);
	const { reason, message, repair, failure, retryAfterMs } = meant;
	return new VendorError({
		vendor: 'hubspot',
		status: answer.status,
		code: asText(body.category) || asText(body.policyName),
		message,
		repair,
		reason,
		retryAt: retryAfterMs === undefined ? undefined : later(now, retryAfterMs),
		failure,
		body: answer.body,
		trackingId: asText(body.correlationId) || undefined,
	});
}

/** The error when no answer came at all. @param now epoch milliseconds */
export function errorFromLoss(what: string, now: number): VendorError {
	return new VendorError({
		vendor: 'hubspot',
		status: 0,
		code: '',
		message: `HubSpot could not be reached (${what})`,
		repair: 'Check the network of this n8n and the Base URL of the credential, then run again',
		reason: 'temporarilyUnavailable',
		retryAt: later(now, RETRY_LATER_MS),
		failure: { cause: 'temporarily-unavailable' },
	});
}

/** HubSpot has no such record. */
export function isNotFound(error: unknown): boolean {
	return error instanceof VendorError && error.details.status === 404;
}

function meaning(
	what: string,
	answer: HttpAnswer,
	verdict: Verdict,
	credential: HubSpotCredentialName,
): Meaning {
	if (verdict.kind === 'quota') {
		return {
			reason: 'dailyLimit',
			message: 'The daily limit of API calls of the HubSpot account is used up',
			repair: 'Run again after midnight in the time zone of the HubSpot account',
			failure: { cause: 'quota-exhausted' },
			retryAfterMs: RETRY_DAILY_MS,
		};
	}
	if (verdict.kind === 'throttled' || verdict.kind === 'unavailable') {
		return {
			reason: 'temporarilyUnavailable',
			message: `HubSpot is overloaded or down (status ${answer.status}, ${what})`,
			repair: explain('temporarilyUnavailable').repair,
			failure: {
				cause: verdict.kind === 'throttled' ? 'rate-limited' : 'temporarily-unavailable',
			},
			retryAfterMs: Math.max(RETRY_LATER_MS, verdict.retryAfterMs ?? 0),
		};
	}
	if (answer.status === 401) {
		return {
			reason: 'permissionMissing',
			message: withWords(SIGN_INS[credential].refused, answer.body),
			repair: SIGN_INS[credential].mend,
			failure: { cause: 'credential-invalid' },
		};
	}
	if (answer.status === 403) return forbidden(what, answer.body, credential);
	return {
		reason: 'vendorRejected',
		message: `HubSpot refused ${what}: ${vendorWords(answer.body) || `status ${answer.status}`}`,
		repair: explain('vendorRejected').repair,
	};
}

function forbidden(what: string, body: unknown, credential: HubSpotCredentialName): Meaning {
	const signIn = SIGN_INS[credential];
	const context = asObject(asObject(body).context);
	const scopes = asArray(context.requiredGranularScopes).map(asText).filter(Boolean);
	const base = { reason: 'permissionMissing', failure: { cause: 'credential-invalid' } } as const;
	if (scopes.length === 0) {
		return {
			...base,
			message: `HubSpot does not allow ${what}: ${vendorWords(body) || 'status 403'}`,
			repair: signIn.check,
		};
	}
	const named = nameScopes(scopes);
	return {
		...base,
		message: `${signIn.name} lacks ${named} (${what})`,
		repair: signIn.add(named),
	};
}

/** Only what the sign-in itself was refused with: HubSpot's own words for a bad key say nothing more. */
function withWords(message: string, body: unknown): string {
	const words = asText(asObject(body).signIn) === '' ? '' : vendorWords(body);
	return words === '' ? message : `${message}: ${words}`;
}

function later(now: number, ms: number): string {
	return new Date(now + ms).toISOString();
}
