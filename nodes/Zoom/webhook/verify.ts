import { createHmac } from 'crypto';

import { sameText } from '../../shared/transport/sameText';

/** What Zoom signs, exactly as it came in: nothing here is trusted yet. */
export interface SignedRequest {
	/** The body's bytes. Parsed and written again they differ, because Zoom sends `\uXXXX` escapes. */
	rawBody: unknown;
	/** Header `x-zm-signature`: `v0=` and 64 hex digits. */
	signature: unknown;
	/** Header `x-zm-request-timestamp`: seconds since 1970. */
	timestamp: unknown;
}

export interface VerifyOptions {
	/** Current and, while it is rotated, previous secret token; empty ones are left out by the caller. */
	secrets: readonly string[];
	/** Milliseconds since 1970. */
	now: number;
	/** How far the timestamp may be from now, before or after it. */
	windowSeconds: number;
}

export type Verdict =
	| {
			genuine: true;
			/** The secret that verified: an answer to this request is signed with it. */
			secret: string;
	  }
	| { genuine: false; why: string };

const SIGNATURE = /^v0=[0-9a-f]{64}$/;
const TIMESTAMP = /^[0-9]{1,12}$/;

/**
 * Tells whether a request was signed by Zoom within the window. Never throws.
 * The rule: https://developers.zoom.us/docs/api/webhooks/#verify-webhook-events
 */
export function verify(request: SignedRequest, options: VerifyOptions): Verdict {
	const { rawBody, signature, timestamp } = request;
	if (options.secrets.length === 0) return refused('the credential has no Webhook Secret Token');
	if (!Buffer.isBuffer(rawBody)) return refused('it has no body');
	if (typeof signature !== 'string' || !SIGNATURE.test(signature)) {
		return refused('it is not signed');
	}
	if (typeof timestamp !== 'string' || !TIMESTAMP.test(timestamp)) {
		return refused('it has no timestamp');
	}
	const ageSeconds = options.now / 1000 - Number(timestamp);
	if (ageSeconds > options.windowSeconds) return refused('it is too old');
	if (ageSeconds < -options.windowSeconds) return refused('its timestamp is in the future');
	const secret = options.secrets.find((candidate) =>
		sameText(sign(candidate, timestamp, rawBody), signature),
	);
	if (secret === undefined) {
		return refused('its signature does not belong to the Webhook Secret Token of the credential');
	}
	return { genuine: true, secret };
}

function refused(why: string): Verdict {
	return { genuine: false, why };
}

function sign(secret: string, timestamp: string, rawBody: Buffer): string {
	const digest = createHmac('sha256', secret).update(`v0:${timestamp}:`).update(rawBody);
	return `v0=${digest.digest('hex')}`;
}
