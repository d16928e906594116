import type { IDataObject } from 'n8n-workflow';

import type { Destination } from '../model/outcome';
import { explain } from '../model/reasons';
import { asIsoTime } from '../transport/json';
import { VendorError } from '../transport/vendorError';
import type { Choice } from './choice';
import type { AttendeeOptions } from './options';
import type { HeldSession } from './session';

export interface Waiting {
	vendor: Destination;
	choice: Choice;
	options: AttendeeOptions;
	/** Epoch milliseconds. */
	now: number;
}

/**
 * The input with the moment to try again, for the Not Ready output. Its own words on the webinar stay:
 * the next round reads the session's end from them. Of several sessions each names its own.
 * @throws VendorError where a report that is not ready is to fail
 */
export function notReady(
	input: IDataObject,
	{ webinar, finalAt }: HeldSession,
	{ vendor, choice: { kind }, options, now }: Waiting,
): IDataObject {
	const { message, repair } = explain('reportNotReady');
	const retryAt = asIsoTime(now + options.retryAfterMs);
	if (options.whenNotReady === 'fail') {
		throw new VendorError({
			vendor,
			status: 404,
			code: '',
			message,
			repair,
			reason: 'reportNotReady',
			retryAt: retryAt ?? undefined,
			failure: { cause: 'temporarily-unavailable', retryAfterMs: options.retryAfterMs },
		});
	}
	const several = kind === 'all' || kind === 'occurrence';
	const named = several ? { ...input, webinar } : { webinar, ...input };
	return { ...named, reason: 'reportNotReady', message, retryAt, finalAt };
}
