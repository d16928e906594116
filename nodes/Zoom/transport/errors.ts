import { asObject, asText } from '../../shared/transport/json';
import type { Verdict } from '../../shared/transport/retry';
import type { HttpAnswer } from '../../shared/transport/send';
import { VendorError, type VendorErrorDetails } from '../../shared/transport/vendorError';
import { zoomCode } from './classify';

/** Stands where Zoom's words would: n8n asks for the token itself and keeps the answer. */
export const SIGN_IN_REFUSED = 'Zoom refused the sign-in';

type Words = Pick<VendorErrorDetails, 'message' | 'repair' | 'reason' | 'failure'>;

/** Zoom's refusal as an error that says what to mend, with Zoom's own words. */
export function refusal(answer: HttpAnswer, verdict: Verdict): VendorError {
	const said = asText(asObject(answer.body).message);
	const code = zoomCode(answer.body);
	const details: VendorErrorDetails = {
		vendor: 'zoom',
		status: answer.status,
		code: code === undefined ? '' : String(code),
		body: answer.body,
		trackingId: asText(answer.headers['x-zm-trackingid']),
		...wordsFor(verdict, code, answer.status, said),
	};
	if (verdict.kind === 'quota' && verdict.resetsAt !== undefined) {
		details.retryAt = new Date(verdict.resetsAt).toISOString();
	}
	return new VendorError(details);
}

function wordsFor(verdict: Verdict, code: number | undefined, status: number, said: string): Words {
	if (verdict.kind === 'quota') {
		return {
			message: `Zoom's daily limit is used up: ${said}`,
			repair: 'Run again after midnight UTC, when Zoom resets the limit',
			reason: 'dailyLimit',
			failure: { cause: 'quota-exhausted', resetsAtEpochMs: verdict.resetsAt },
		};
	}
	if (verdict.kind === 'throttled' || verdict.kind === 'unavailable') {
		return {
			message: `Zoom is overloaded or cannot be reached (HTTP ${status})${said ? `: ${said}` : ''}`,
			repair: 'Run again in some minutes',
			reason: 'temporarilyUnavailable',
			failure: { cause: 'temporarily-unavailable' },
		};
	}
	return wordsForCode(code, status, said);
}

function wordsForCode(code: number | undefined, status: number, said: string): Words {
	const quoted = said === '' ? `HTTP ${status}` : said;
	if (/does not contain scopes/i.test(said)) {
		return {
			message: `The Zoom app lacks a scope. ${quoted}`,
			repair:
				'Add one of the named scopes to the app (Scopes page), then save the credential again so that n8n fetches a new token',
			reason: 'permissionMissing',
			failure: { cause: 'configuration-invalid' },
		};
	}
	if (said === SIGN_IN_REFUSED) {
		return {
			message: `${SIGN_IN_REFUSED}: account ID, client ID or client secret is wrong`,
			repair:
				'Copy all three again from the App Credentials page, and check that the app is activated',
			reason: 'permissionMissing',
			failure: { cause: 'credential-invalid' },
		};
	}
	if (status === 401 || code === 124) {
		return {
			message: `Zoom does not accept the access token. ${quoted}`,
			repair: 'Check account ID, client ID and client secret, and that the app is activated',
			reason: 'permissionMissing',
			failure: { cause: 'credential-invalid' },
		};
	}
	if (/webinar plan is missing/i.test(said)) {
		return {
			message: `The host has no webinar licence. ${quoted}`,
			repair: 'Assign a Zoom Webinars licence to the host, or choose another host',
			reason: 'permissionMissing',
			failure: { cause: 'configuration-invalid' },
		};
	}
	if (code === 3001 || status === 404) {
		return {
			message: `Zoom does not know this webinar. ${quoted}`,
			repair: 'Check the webinar ID, and that the credential belongs to the account that hosts it',
			reason: 'webinarNotFound',
			failure: { cause: 'configuration-invalid' },
		};
	}
	if (code === 12702) {
		return {
			message: `Zoom keeps reports for one year. ${quoted}`,
			repair: 'Choose a more recent webinar',
			reason: 'webinarNotFound',
		};
	}
	return {
		message: `Zoom refused the request. ${quoted}`,
		repair: "Mend what Zoom's words name, then run again",
		reason: 'vendorRejected',
	};
}

/** No answer came, even after trying again. */
export function unreachable(): VendorError {
	return new VendorError({
		vendor: 'zoom',
		status: 0,
		code: '',
		message: 'Zoom could not be reached',
		repair: 'Check the network of this n8n and the Base URL of the credential, then run again',
		reason: 'temporarilyUnavailable',
		failure: { cause: 'temporarily-unavailable' },
	});
}
