import { explain } from '../../shared/model/reasons';
import type { JsonObject } from '../../shared/transport/json';
import { VendorError } from '../../shared/transport/vendorError';
import { segment } from './paths';
import { zoomRequest, type ZoomContext } from './request';
import { isNotFound } from './told';

/**
 * The answer about a webinar; where Zoom does not know the webinar because the ID is a meeting's,
 * the error says that. It costs a call only then, and says nothing more where the app may not read
 * meetings (`meeting:read:meeting[:admin]`).
 * https://developers.zoom.us/docs/api/meetings/#tag/meetings/GET/meetings/{meetingId}
 */
export async function tellingMeetings<T>(
	context: ZoomContext,
	webinarId: string,
	answer: Promise<T>,
): Promise<T> {
	return await answer.catch(async (error: unknown) => {
		if (isNotFound(error) && (await isMeeting(context, webinarId))) {
			throw new VendorError({
				...(error as VendorError).details,
				...explain('notAWebinar'),
				message: `${webinarId} is the ID of a meeting, not of a webinar`,
				reason: 'notAWebinar',
				failure: { cause: 'configuration-invalid' },
			});
		}
		throw error;
	});
}

/**
 * Webinars made in Zoom Events: their people hold tickets, not registrations, so all who came would
 * be strangers here. Zoom documents the mark for its lists only; it is looked for in any answer.
 * @param details a webinar as Zoom tells it
 */
export function refuseZoomEvents(details: JsonObject | undefined): void {
	if (details?.is_events_webinar !== true) return;
	throw new VendorError({
		vendor: 'zoom',
		status: 0,
		code: '',
		...explain('zoomEventsWebinar'),
		reason: 'zoomEventsWebinar',
		failure: { cause: 'configuration-invalid' },
	});
}

/** Zoom refuses this call for a webinar, so whatever it refuses is no meeting. */
async function isMeeting(context: ZoomContext, id: string): Promise<boolean> {
	const asked = zoomRequest(context, { path: `/meetings/${segment(id)}`, label: 'light' });
	return await asked.then(
		() => true,
		(error: unknown) => {
			if (error instanceof VendorError) return false;
			throw error;
		},
	);
}
