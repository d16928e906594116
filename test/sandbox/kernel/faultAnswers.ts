import { randomUUID } from 'node:crypto';
import type { BookEntry, Fault } from '../contract';
import { element, writeXml } from '../adobeConnect/http/xml';
import { errorBody, RESPONSE_ERRORS } from '../marketo/http/errors';

export interface FaultAnswer {
	headers: Record<string, string>;
	body: unknown;
}

type StatusFault = Extract<Fault, { kind: 'status' }>;

/** Next 00:00 UTC, ISO without milliseconds: Zoom's `Retry-After` after a daily limit is a date. */
export function nextMidnight(now: number): string {
	const midnight = new Date(now);
	midnight.setUTCHours(24, 0, 0, 0);
	return midnight.toISOString().replace('.000Z', 'Z');
}

/** https://developers.zoom.us/docs/api/rate-limits/ */
export const ZOOM_LIMIT_MESSAGES = {
	QPS: 'You have reached the maximum per-second rate limit for this API. Try again later.',
	'Daily-limit':
		'You have reached the maximum daily rate limit for this API. Refer to the response header for details on when you can make another request.',
} as const;

/** https://developers.zoom.us/docs/api/rate-limits/#other-meetings-and-webinar-limits */
const REGISTRANT_LIMIT_MESSAGE =
	'You have exceeded the daily rate limit of (3) for Registrants API requests for the registrant. You can resume these API requests at GMT 00:00:00.';

function zoomAnswer(fault: StatusFault, now: number): FaultAnswer {
	if (fault.status === 429 && fault.policy === 'registrant') {
		return { headers: {}, body: { code: 429, message: REGISTRANT_LIMIT_MESSAGE } };
	}
	if (fault.status === 429) {
		const type = fault.policy === 'Daily-limit' ? 'Daily-limit' : 'QPS';
		const headers: Record<string, string> = {
			'x-ratelimit-type': type,
			'x-ratelimit-remaining': '0',
		};
		if (type === 'Daily-limit') headers['retry-after'] = nextMidnight(now);
		return { headers, body: { code: 429, message: ZOOM_LIMIT_MESSAGES[type] } };
	}
	if (fault.status === 401) {
		return { headers: {}, body: { code: 124, message: 'Access token is expired.' } };
	}
	return { headers: {}, body: { code: fault.status, message: 'Internal Server Error' } };
}

/** https://developers.hubspot.com/docs/developer-tooling/platform/usage-guidelines */
function hubSpotAnswer(fault: StatusFault): FaultAnswer {
	const correlationId = randomUUID();
	if (fault.status === 429) {
		const policyName = fault.policy === 'DAILY' ? 'DAILY' : 'TEN_SECONDLY_ROLLING';
		return {
			headers: {},
			body: {
				status: 'error',
				message: `You have reached your ${policyName.toLowerCase()} limit.`,
				errorType: 'RATE_LIMIT',
				correlationId,
				policyName,
				requestId: randomUUID(),
			},
		};
	}
	const body: Record<string, string> = {
		status: 'error',
		message: 'internal error',
		correlationId,
	};
	if (fault.status === 401) {
		body.message = 'Authentication credentials not found.';
		body.category = 'INVALID_AUTHENTICATION';
	}
	return { headers: {}, body };
}

/**
 * The vendor's own words for an injected status.
 * @param now sandbox time, epoch milliseconds
 */
export function faultAnswer(
	vendor: BookEntry['vendor'],
	fault: StatusFault,
	now: number,
): FaultAnswer {
	if (vendor === 'marketo' || vendor === 'adobeConnect') return pageAnswer(fault);
	return vendor === 'zoom' ? zoomAnswer(fault, now) : hubSpotAnswer(fault);
}

/** Statuses come from what stands before Adobe's servers, as pages; they themselves answer 200. */
function pageAnswer({ status }: StatusFault): FaultAnswer {
	const body = `<html><body><h1>${status}</h1></body></html>`;
	return { headers: { 'content-type': 'text/html' }, body };
}

/** Marketo's own answer for an injected error. */
export function marketoFault({
	code,
	message,
}: Extract<Fault, { kind: 'marketoError' }>): Record<string, unknown> {
	return errorBody({ code, message: message ?? RESPONSE_ERRORS[code] ?? 'System error' });
}

/** Adobe Connect's own answer for an injected error. */
export function adobeFault({ code, subcode }: Extract<Fault, { kind: 'adobeError' }>): string {
	return writeXml(element('results', {}, [element('status', { code, subcode })]));
}

/** What a proxy or a maintenance page answers: success by status, no JSON. */
export const HTML_PAGE =
	'<!DOCTYPE html><html><head><title>Please wait</title></head><body>Please wait</body></html>';
