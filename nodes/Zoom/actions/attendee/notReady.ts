import type { IDataObject } from 'n8n-workflow';

import { explain } from '../../../shared/model/reasons';
import { asIsoTime } from '../../../shared/transport/json';
import { VendorError } from '../../../shared/transport/vendorError';
import type { Session } from './findSession';
import type { AttendeeOptions } from './options';
import type { Choice } from './wanted';

/**
 * The input with the moment to try again, for the Not Ready output. Its own words on the webinar stay:
 * the next round reads the session's end from them. Of several sessions each names its own.
 * @throws VendorError where a report that is not ready is to fail
 */
export function notReady(
	input: IDataObject,
	{ webinar, finalAt }: Session,
	{ kind }: Choice,
	options: AttendeeOptions,
	now: number,
): IDataObject {
	const { message, repair } = explain('reportNotReady');
	const retryAt = asIsoTime(now + options.retryAfterMs);
	if (options.whenNotReady === 'fail') {
		throw new VendorError({
			vendor: 'zoom',
			status: 404,
			code: '3001',
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
