import type { Failure } from 'n8n-workflow';

import { explain, type Reason } from '../../shared/model/reasons';
import { asObject, asObjects, asText } from '../../shared/transport/json';
import type { Verdict } from '../../shared/transport/retry';
import type { HttpAnswer } from '../../shared/transport/send';
import { VendorError } from '../../shared/transport/vendorError';
import { errorCodes } from './classify';
import { retryLater, RETRY_LATER_MS } from './limits';

interface Meaning {
	reason: Reason;
	message: string;
	repair: string;
	failure?: Failure;
	/** Epoch milliseconds. */
	retryAt?: number;
}

const MAX_WORDS = 500;

/** What Marketo says, as far as it says something. */
export function vendorWords(body: unknown): string {
	const words = asObjects(asObject(body).errors)
		.map(({ code, message }) => [asText(message), asText(code) && `(${asText(code)})`])
		.map((parts) => parts.filter(Boolean).join(' '))
		.filter(Boolean)
		.join('; ');
	const told = words || asText(asObject(body).message);
	return told.length > MAX_WORDS ? `${told.slice(0, MAX_WORDS)}…` : told;
}

/**
 * The error for an answer that no further try will mend.
 * @param what what was asked for, as the end of "Marketo refused …"
 * @param permission of the API user's role, as Marketo calls it
 * @param now epoch milliseconds
 */
export function errorFromAnswer(
	what: string,
	permission: string,
	answer: HttpAnswer,
	verdict: Verdict,
	now: number,
): VendorError {
	const { retryAt, ...meant } = meaning(what, permission, answer, verdict, now);
	return new VendorError({
		vendor: 'marketo',
		status: answer.status,
		code: errorCodes(answer.body)[0] ?? '',
		...meant,
		retryAt: retryAt === undefined ? undefined : new Date(retryAt).toISOString(),
		body: answer.body,
		trackingId: asText(asObject(answer.body).requestId) || undefined,
	});
}

/** The error when no answer came at all. @param now epoch milliseconds */
export function errorFromLoss(what: string, now: number): VendorError {
	return new VendorError({
		vendor: 'marketo',
		status: 0,
		code: '',
		message: `Marketo could not be reached (${what})`,
		repair: 'Check the network of this n8n and the Endpoint of the credential, then run again',
		reason: 'temporarilyUnavailable',
		retryAt: retryLater(now),
		failure: { cause: 'temporarily-unavailable' },
	});
}

/** Marketo's own code of a refusal, e.g. `610`; empty for anything else. */
export function codeOf(error: unknown): string {
	return error instanceof VendorError ? error.details.code : '';
}

function meaning(
	what: string,
	permission: string,
	answer: HttpAnswer,
	verdict: Verdict,
	now: number,
): Meaning {
	if (verdict.kind === 'quota') {
		return {
			reason: 'dailyLimit',
			message: 'The daily quota of API calls of the Marketo instance is used up',
			repair: 'Run again after 00:00 US Central time, when Marketo starts to count again',
			failure: { cause: 'quota-exhausted' },
			retryAt: verdict.resetsAt ?? now + RETRY_LATER_MS,
		};
	}
	if (verdict.kind === 'throttled' || verdict.kind === 'unavailable') {
		const code = errorCodes(answer.body)[0] ?? `status ${answer.status}`;
		return {
			reason: 'temporarilyUnavailable',
			message: `Marketo is overloaded or down (${code}, ${what})`,
			repair: explain('temporarilyUnavailable').repair,
			failure: {
				cause: verdict.kind === 'throttled' ? 'rate-limited' : 'temporarily-unavailable',
			},
			retryAt: now + Math.max(RETRY_LATER_MS, verdict.retryAfterMs ?? 0),
		};
	}
	if (verdict.kind === 'tokenExpired' || answer.status === 401) {
		return {
			reason: 'permissionMissing',
			message: withWords('Marketo does not accept the sign-in', answer.body),
			repair:
				'Copy Client ID and Client Secret again from Admin → Integration → LaunchPoint → View Details in Marketo into the credential, and check its Endpoint',
			failure: { cause: 'credential-invalid' },
		};
	}
	if (errorCodes(answer.body)[0] === '603') {
		return {
			reason: 'permissionMissing',
			message: `The API user of Marketo may not do this (${what})`,
			repair: `Give its role the permission Access API → ${permission} under Admin → Users & Roles in Marketo. If it has it, allow the address of this n8n under Admin → IP Restrictions (API).`,
			failure: { cause: 'credential-invalid' },
		};
	}
	if (answer.status === 413 || answer.status === 414) {
		return {
			reason: 'vendorRejected',
			message: `Marketo refused ${what}: the request is larger than ${answer.status === 413 ? '1 MB' : '8 KB'}`,
			repair: 'Send fewer fields, or shorter values in them',
		};
	}
	return {
		reason: 'vendorRejected',
		message: `Marketo refused ${what}: ${vendorWords(answer.body) || `status ${answer.status}`}`,
		repair: explain('vendorRejected').repair,
	};
}

/** n8n's sign-in errors carry the identity service's own reason as `message`. */
function withWords(message: string, body: unknown): string {
	const words = vendorWords(body);
	return words === '' ? message : `${message}: ${words}`;
}
