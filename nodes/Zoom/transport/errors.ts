import { asObject, asObjects, asText } from '../../shared/transport/json';
import type { Verdict } from '../../shared/transport/retry';
import type { HttpAnswer } from '../../shared/transport/send';
import { VendorError, type VendorErrorDetails } from '../../shared/transport/vendorError';
import { zoomCode } from './classify';
import { refusalWords, type Refusal, type Words } from './refusals';

/** Troubles of Zoom's pass within minutes. */
const RETRY_LATER_MS = 10 * 60_000;

/**
 * Zoom's refusal as an error that says what to mend, with Zoom's own words.
 * @param now epoch milliseconds
 */
export function refusal(answer: HttpAnswer, verdict: Verdict, now = Date.now()): VendorError {
	const said = saidBy(answer);
	const code = zoomCode(answer.body);
	const details: VendorErrorDetails = {
		vendor: 'zoom',
		status: answer.status,
		code: code === undefined ? '' : String(code),
		body: answer.body,
		trackingId: asText(answer.headers['x-zm-trackingid']),
		...wordsFor(verdict, { code, status: answer.status, said, signIn: signInOf(answer) }),
	};
	if (verdict.kind === 'quota' && verdict.resetsAt !== undefined) {
		details.retryAt = new Date(verdict.resetsAt).toISOString();
	}
	if (details.reason === 'temporarilyUnavailable') details.retryAt = later(now);
	return new VendorError(details);
}

function later(now: number): string {
	return new Date(now + RETRY_LATER_MS).toISOString();
}

/** Zoom's words, with the fields that it names: "Validation Failed." alone helps nobody. */
function saidBy({ body }: HttpAnswer): string {
	const { message, errors } = asObject(body);
	const fields = asObjects(errors).map(
		({ field, message: why }) => `${asText(field)}: ${asText(why)}`,
	);
	return [asText(message), ...fields].filter((part) => part !== '').join(' ');
}

/** Which sign-in was refused (signIn.ts), when it was that. */
function signInOf({ body }: HttpAnswer): string | undefined {
	return asText(asObject(body).signIn) || undefined;
}

function wordsFor(verdict: Verdict, refused: Refusal): Words {
	const { status, said } = refused;
	if (verdict.kind === 'quota' && /for the registrant/i.test(said)) {
		return {
			message: `Zoom takes no more requests for this registrant today: ${said}`,
			repair: 'Run again after midnight UTC, when Zoom resets the limit',
			reason: 'registrantDailyLimit',
			failure: { cause: 'quota-exhausted', resetsAtEpochMs: verdict.resetsAt },
		};
	}
	if (verdict.kind === 'quota') {
		return {
			message: `Zoom's daily limit is used up${said && `: ${said}`}`,
			repair: 'Run again after midnight UTC, when Zoom resets the limit',
			reason: 'dailyLimit',
			failure: { cause: 'quota-exhausted', resetsAtEpochMs: verdict.resetsAt },
		};
	}
	if (verdict.kind === 'throttled' || verdict.kind === 'unavailable') {
		return {
			message: `Zoom is overloaded or cannot be reached (HTTP ${status})${said && `: ${said}`}`,
			repair: 'Run again in some minutes',
			reason: 'temporarilyUnavailable',
			failure: { cause: 'temporarily-unavailable' },
		};
	}
	return refusalWords(refused);
}

/** No answer came, even after trying again. @param now epoch milliseconds */
export function unreachable(now = Date.now()): VendorError {
	return new VendorError({
		vendor: 'zoom',
		status: 0,
		code: '',
		message: 'Zoom could not be reached',
		repair: 'Check the network of this n8n and the Base URL of the credential, then run again',
		reason: 'temporarilyUnavailable',
		retryAt: later(now),
		failure: { cause: 'temporarily-unavailable' },
	});
}
