import { asObject, type JsonObject } from '../../../shared/transport/json';
import { zoomRows } from '../pages';
import { segment } from '../paths';
import { zoomRequest, type ZoomContext } from '../request';

/** Thin readers and writers, one per endpoint: path, label, shape. Labels: zoom.us rate-limit page. */

/** https://developers.zoom.us/docs/api/meetings/#tag/webinars/get/webinars/{webinarId} */
export async function getWebinar(context: ZoomContext, webinarId: string): Promise<JsonObject> {
	return asObject(
		await zoomRequest(context, {
			path: `/webinars/${segment(webinarId)}`,
			// The occurrence of a session lies in the past.
			qs: { show_previous_occurrences: true },
			label: 'light',
		}),
	);
}

/** Webinars of one host that have not expired: live, upcoming and some previous ones. */
export async function getHostWebinars(
	context: ZoomContext,
	host: string,
	type: 'scheduled' | 'upcoming',
): Promise<JsonObject[]> {
	return await zoomRows(
		context,
		{ path: `/users/${segment(host)}/webinars`, qs: { type }, label: 'medium' },
		'webinars',
	);
}
