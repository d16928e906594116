import { randomUUID } from 'node:crypto';

export interface MarketoReason {
	code: string;
	message: string;
}

/** Thrown by handlers; answered with HTTP 200 and success false, as Marketo answers nearly every error. */
export class MarketoError extends Error {
	constructor(
		readonly code: string,
		message: string,
	) {
		super(message);
	}
}

/** The few errors that have an HTTP status: 413, 414 and 401 of the identity service. */
export class HttpError extends Error {
	constructor(
		readonly status: number,
		message: string,
	) {
		super(message);
	}
}

/** e.g. 14b2d#17916378ec5 */
export function requestId(): string {
	const digits = randomUUID().replaceAll('-', '');
	return `${digits.slice(0, 4)}#${digits.slice(4, 15)}`;
}

/** https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/error-codes */
export function errorBody(...errors: MarketoReason[]): Record<string, unknown> {
	return { requestId: requestId(), success: false, errors };
}

/** Marketo's words for errors that hit a request as a whole. */
export const RESPONSE_ERRORS: Readonly<Record<string, string>> = {
	'500': 'Internal Server Error',
	'502': 'Bad Gateway',
	'601': 'Access token invalid',
	'602': 'Access token expired',
	'603': 'Access denied',
	'604': 'Request time-out',
	'605': 'HTTP Method not supported',
	'606': "Max rate limit '100' exceeded with in '20' secs",
	'607': 'Daily quota reached',
	'608': 'API Temporarily Unavailable',
	'609': 'Invalid JSON',
	'610': 'Requested resource not found',
	'611': 'System error',
	'612': 'Invalid Content Type',
	'613': 'Invalid multipart request',
	'614': 'Invalid Subscription',
	'615': 'Concurrent access limit reached',
	'702': 'No data found',
	'713': 'Transient Error',
	'719': 'Lock wait timeout exception',
	'1003': 'Invalid data',
	'1016': 'Too many imports',
	'1029': 'Export daily quota exceeded',
	'1035': 'Unsupported filter type',
};

/** Marketo's answer to everything that its error codes name. */
export function standardError(code: string): MarketoError {
	return new MarketoError(code, RESPONSE_ERRORS[code] ?? 'System error');
}
