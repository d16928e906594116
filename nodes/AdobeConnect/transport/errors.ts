import { explain, type Reason } from '../../shared/model/reasons';
import type { Verdict } from '../../shared/transport/retry';
import type { HttpAnswer } from '../../shared/transport/send';
import { VendorError, type VendorErrorDetails } from '../../shared/transport/vendorError';
import { statusOf, type AdobeStatus } from './classify';
import { unreadable, type Unreadable } from './http';
import { retryLater, RETRY_LATER_MS } from './limits';
import { REFUSALS, type Meaning } from './refusals';

const CHECK_HOST =
	'Check Host of the credential: open that address in a browser, Adobe Connect must answer there';

/** What was asked for, of the sign-in. */
export const SIGN_IN = 'the sign-in';

const UNREADABLE: Record<Unreadable['trouble'], Meaning> = {
	page: {
		message: 'A web page came instead of an answer from Adobe Connect',
		repair: CHECK_HOST,
	},
	empty: { message: 'Adobe Connect sent an empty answer', repair: CHECK_HOST },
	malformed: { message: 'The answer of Adobe Connect is not complete XML', repair: CHECK_HOST },
	stalled: {
		message: 'The answer of Adobe Connect did not come to its end',
		repair: explain('temporarilyUnavailable').repair,
	},
	endless: {
		message: 'The answer of Adobe Connect took too long, and was not read any further',
		repair:
			'Look for a proxy or gateway between this n8n and Adobe Connect that slows down its answers',
	},
	doctype: {
		message:
			'The answer holds a document type, which Adobe Connect never sends; it was not read any further',
		repair:
			'Look for a proxy or gateway between this n8n and Adobe Connect that changes its answers',
	},
	tooLarge: {
		message: 'The answer of Adobe Connect is too large (more than 64 MB or 2 million values)',
		repair: 'Ask for fewer people or for a shorter time at once',
	},
	certificate: {
		message: 'The certificate of the server is not trusted',
		repair:
			'If it is your own server, turn on Ignore SSL Issues in the credential. If not, ask whoever runs it to renew the certificate',
	},
};

/**
 * The error for an answer that no further try will mend.
 * @param what what was asked for, as the end of "Adobe Connect refused …"
 * @param now epoch milliseconds
 * @param secrets what was sent along; a server that repeats it is not quoted with it
 */
export function errorFromAnswer(
	what: string,
	answer: HttpAnswer,
	verdict: Verdict,
	now: number,
	secrets: readonly string[] = [],
): VendorError {
	const status = withoutSecrets(statusOf(answer.body), secrets);
	const { reason = 'vendorRejected', ...meant } = meaning(what, answer, status, verdict);
	return adobeError({
		...meant,
		reason,
		status: answer.status,
		code: [status.code, status.subcode].filter(Boolean).join('/'),
		...(reason === 'temporarilyUnavailable' && {
			retryAt: new Date(now + Math.max(RETRY_LATER_MS, wishOf(verdict))).toISOString(),
			failure: { cause: 'temporarily-unavailable' as const },
		}),
		body: status,
	});
}

/** The error when no answer came at all. @param now epoch milliseconds */
export function errorFromLoss(what: string, now: number): VendorError {
	return adobeError({
		status: 0,
		code: '',
		message: `Adobe Connect could not be reached (${what})`,
		repair: 'Check the network of this n8n and Host of the credential, then run again',
		reason: 'temporarilyUnavailable',
		retryAt: retryLater(now),
		failure: { cause: 'temporarily-unavailable' },
	});
}

export function adobeError(details: Omit<VendorErrorDetails, 'vendor'>): VendorError {
	return new VendorError({ vendor: 'adobeConnect', ...details });
}

/** Of fewer letters nobody could tell whether it is one. */
const SHORTEST_SECRET = 4;

function withoutSecrets(status: AdobeStatus, secrets: readonly string[]): AdobeStatus {
	const known = secrets.filter(({ length }) => length >= SHORTEST_SECRET);
	const hide = (text: string) => known.reduce((left, one) => left.split(one).join('…'), text);
	const { code, subcode, field, min, max, exception, param } = status;
	return {
		code: hide(code),
		subcode: hide(subcode),
		field: hide(field),
		min: hide(min),
		max: hide(max),
		exception: hide(exception),
		param: hide(param),
	};
}

function wishOf(verdict: Verdict): number {
	return verdict.kind === 'throttled' || verdict.kind === 'unavailable'
		? (verdict.retryAfterMs ?? 0)
		: 0;
}

function meaning(
	what: string,
	{ status: http, body }: HttpAnswer,
	status: AdobeStatus,
	verdict: Verdict,
): Meaning & { reason?: Reason } {
	const flaw = unreadable(body);
	if (flaw?.trouble === 'certificate') {
		const { message, repair } = UNREADABLE.certificate;
		return { message: `${message} (${flaw.detail})`, repair, reason: 'permissionMissing' };
	}
	if (http >= 300 && http < 400) {
		return {
			message: `Adobe Connect sent a redirect, which was not followed (${what})`,
			repair:
				'Enter in Host of the credential, with https://, the address at which Adobe Connect itself answers',
			reason: 'permissionMissing',
		};
	}
	if (verdict.kind === 'throttled' || verdict.kind === 'unavailable') {
		const isDown = http < 200 || http >= 300 || flaw === undefined;
		const why = isDown ? status.exception || `status ${http}` : UNREADABLE[flaw.trouble].message;
		return {
			message: `Adobe Connect is overloaded or down (${why}, ${what})`,
			repair: explain('temporarilyUnavailable').repair,
			reason: 'temporarilyUnavailable',
		};
	}
	if (flaw !== undefined) {
		const { message, repair } = UNREADABLE[flaw.trouble];
		const where = http === 200 ? what : `status ${http}, ${what}`;
		return { message: `${message} (${where})`, repair };
	}
	if (http < 200 || http >= 300) {
		return { message: `The server answered with status ${http} (${what})`, repair: CHECK_HOST };
	}
	if (status.code === '') {
		return { message: `The server answers XML of another kind (${what})`, repair: CHECK_HOST };
	}
	return refusal(what, status);
}

/** In Adobe Connect's own words, with what is known about them. */
function refusal(what: string, status: AdobeStatus): Meaning & { reason?: Reason } {
	const { code, subcode, exception } = status;
	const known = REFUSALS[`${code}/${subcode}`] ?? REFUSALS[code];
	const words = [code, subcode, exception].filter(Boolean).join(', ');
	if (known === undefined) {
		return {
			message: `Adobe Connect refused ${what}: ${words}`,
			repair: explain('vendorRejected').repair,
		};
	}
	const { message, repair, reason } = known(status);
	return { message: `Adobe Connect refused ${what}: ${message} (${words})`, repair, reason };
}
