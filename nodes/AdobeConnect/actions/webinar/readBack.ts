import { unless } from '../../../shared/transport/unless';
import { VendorError } from '../../../shared/transport/vendorError';
import type { AdobeWebinar } from '../../mapping/webinar';
import type { AdobeClient } from '../../transport/request';
import { findWebinar } from '../webinars/find';
import { isSameMinute } from './existing';
import type { Times } from './newWebinar';
import type { Progress } from './progress';

/** What was written, as Adobe Connect has it. */
export interface ReadBack {
	/** undefined = it could not be read. */
	webinar: AdobeWebinar | undefined;
	/** The end of a sentence; empty when all is as it was wanted. */
	difference: string;
	repair: string;
}

/**
 * Reads a webinar after it was written, and compares its times: how Adobe Connect reads them depends on
 * the server. Written is written, whether it can be read or not.
 * @param sessionId of a seminar; empty for meetings
 * @param times as they were written; null = none
 */
export async function readBack(
	client: AdobeClient,
	roomId: string,
	sessionId: string,
	times: Times | null,
	progress: Progress,
): Promise<ReadBack> {
	const found = await unless(isVendors, findWebinar(client, { scoId: roomId }, sessionId));
	if (found === undefined) {
		const message = 'It could not be read back';
		progress.note('readBack', { result: 'failed', message });
		const repair = 'Look at it in Adobe Connect Central';
		return { webinar: undefined, difference: '; it could not be read back', repair };
	}
	const { webinar } = found;
	if (times === null || isSame(webinar, times)) return { webinar, difference: '', repair: '' };
	const { scheduledStartTime: start, scheduledEndTime: end } = webinar;
	const difference = `but Adobe Connect has it from ${start ?? 'no time'} to ${end ?? 'no time'}, not from ${times.start} to ${times.end}`;
	progress.note('readBack', { result: 'failed', message: difference });
	return {
		webinar,
		difference: `, ${difference}`,
		repair: 'Check the time zone of the user of the credential in Adobe Connect, then use Update',
	};
}

function isSame({ scheduledStartTime, scheduledEndTime }: AdobeWebinar, times: Times): boolean {
	return (
		isSameMinute(Date.parse(scheduledStartTime ?? ''), times.start) &&
		isSameMinute(Date.parse(scheduledEndTime ?? ''), times.end)
	);
}

function isVendors(error: unknown): boolean {
	return error instanceof VendorError;
}
