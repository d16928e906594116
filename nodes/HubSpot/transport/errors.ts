import type { Failure } from 'n8n-workflow';

import { explain, type Reason } from '../../shared/model/reasons';
import { asArray, asObject, asText } from '../../shared/transport/json';
import type { Verdict } from '../../shared/transport/retry';
import type { HttpAnswer } from '../../shared/transport/send';
import { VendorError } from '../../shared/transport/vendorError';
import { RETRY_DAILY_MS, RETRY_LATER_MS } from './limits';
import { vendorWords } from './vendorWords';

const KEYS = 'Development → Keys → Service Keys in HubSpot';

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
 */
export function errorFromAnswer(
	what: string,
	answer: HttpAnswer,
	verdict: Verdict,
	now: number,
): VendorError {
	const body = asObject(answer.body);
	const { reason, message, repair, failure, retryAfterMs } = meaning(what, answer, verdict);
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

/** Every person is concerned: the key itself is refused, or lacks a scope. */
export function isRunWide(error: VendorError): boolean {
	return error.details.reason === 'permissionMissing';
}

/** Trying again later can help. */
export function isTemporary(error: VendorError): boolean {
	return error.details.retryAt !== undefined;
}

function meaning(what: string, answer: HttpAnswer, verdict: Verdict): Meaning {
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
			message: 'HubSpot does not accept the service key',
			repair: `Copy the key again from ${KEYS} into the credential`,
			failure: { cause: 'credential-invalid' },
		};
	}
	if (answer.status === 403) return forbidden(what, answer.body);
	return {
		reason: 'vendorRejected',
		message: `HubSpot refused ${what}: ${vendorWords(answer.body) || `status ${answer.status}`}`,
		repair: explain('vendorRejected').repair,
	};
}

function forbidden(what: string, body: unknown): Meaning {
	const context = asObject(asObject(body).context);
	const scopes = asArray(context.requiredGranularScopes).map(asText).filter(Boolean);
	const base = { reason: 'permissionMissing', failure: { cause: 'credential-invalid' } } as const;
	if (scopes.length === 0) {
		return {
			...base,
			message: `HubSpot does not allow ${what}: ${vendorWords(body) || 'status 403'}`,
			repair: `Check the scopes of the key under ${KEYS} and the plan of the account`,
		};
	}
	const named = scopes.length === 1 ? `the scope ${scopes[0]}` : `one of ${scopes.join(', ')}`;
	return {
		...base,
		message: `The service key lacks ${named} (${what})`,
		repair: `Open the key under ${KEYS}, add ${named}, then run again`,
	};
}

function later(now: number, ms: number): string {
	return new Date(now + ms).toISOString();
}
