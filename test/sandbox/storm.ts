import type { Fault, FaultsByVendor, RandomFaults } from './contract';

export interface StormOptions {
	seed: number;
	/** 0–1: the share of requests that meet a fault. */
	rate: number;
	/** Longer than the client waits for an answer. Real milliseconds. */
	beyondTimeoutMs: number;
}

/**
 * Everything that goes wrong between a client and the four vendors, drawn from one seed. Signing in is
 * left alone: n8n asks for tokens itself and does not ask again when the answer is lost.
 */
export function stormOf({ seed, rate, beyondTimeoutMs }: StormOptions): RandomFaults {
	return {
		seed,
		rate,
		faults: faultsByVendor(onTheWay(beyondTimeoutMs)),
		match: /^(?!POST (?:\/identity)?\/oauth)(?!.*action=(?:login|common-info))/,
		// One fault in twenty outlasts all tries of a client.
		stubborn: { share: 0.05, times: 7 },
	};
}

/** What may stand between any vendor and a client. */
function onTheWay(beyondTimeoutMs: number): Fault[] {
	return [
		{ kind: 'status', status: 500 },
		{ kind: 'status', status: 502 },
		{ kind: 'status', status: 503 },
		{ kind: 'status', status: 504 },
		{ kind: 'cutBefore' },
		{ kind: 'cutBefore' },
		{ kind: 'cutAfter' },
		{ kind: 'cutAfter' },
		{ kind: 'cutAfter' },
		{ kind: 'truncated' },
		{ kind: 'truncated' },
		{ kind: 'html' },
		{ kind: 'slow', ms: 60 },
		{ kind: 'slow', ms: beyondTimeoutMs },
		{ kind: 'late', ms: beyondTimeoutMs },
	];
}

const HOUR_MS = 60 * 60_000;

/** The vendor's clock runs off, past the life of its tokens, and past its day. */
const CLOCK: Fault[] = [
	{ kind: 'clock', ms: 4 * 60_000 },
	{ kind: 'clock', ms: HOUR_MS + 1000 },
	{ kind: 'clock', ms: 'pastMidnight' },
];

function faultsByVendor(common: readonly Fault[]): FaultsByVendor {
	return {
		zoom: [
			...common,
			...CLOCK,
			{ kind: 'contentType', type: 'text/plain' },
			{ kind: 'contentType', type: 'text/html' },
			{ kind: 'revoked' },
			{ kind: 'status', status: 429, policy: 'QPS' },
			{ kind: 'status', status: 429, policy: 'QPS' },
			{ kind: 'status', status: 429, policy: 'Daily-limit' },
			{ kind: 'status', status: 429, policy: 'registrant' },
		],
		hubspot: [
			...common,
			{ kind: 'contentType', type: 'text/plain' },
			{ kind: 'status', status: 429, policy: 'TEN_SECONDLY_ROLLING' },
			{ kind: 'status', status: 429, policy: 'TEN_SECONDLY_ROLLING' },
			{ kind: 'status', status: 429, policy: 'DAILY' },
		],
		marketo: [
			...common,
			...CLOCK,
			{ kind: 'contentType', type: 'text/plain' },
			{ kind: 'revoked' },
			...['606', '606', '607', '608', '611', '615', '615', '713'].map((code): Fault => ({
				kind: 'marketoError',
				code,
			})),
		],
		adobeConnect: [
			...common,
			{ kind: 'contentType', type: 'text/plain' },
			{ kind: 'revoked' },
			{ kind: 'status', status: 429 },
			{ kind: 'adobeError', code: 'internal-error' },
			{ kind: 'adobeError', code: 'no-access', subcode: 'no-login' },
		],
	};
}
