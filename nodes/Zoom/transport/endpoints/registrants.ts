import type { JsonObject } from '../../../shared/transport/json';
import { zoomRows } from '../pages';
import { segment } from '../paths';
import type { ZoomContext } from '../request';

/** Approved registrants; `occurrenceId` for webinars with a registration per occurrence. */
export async function getApprovedRegistrants(
	context: ZoomContext,
	webinarId: string,
	occurrenceId: string,
): Promise<JsonObject[]> {
	return await zoomRows(
		context,
		{
			path: `/webinars/${segment(webinarId)}/registrants`,
			qs: { status: 'approved', ...(occurrenceId && { occurrence_id: occurrenceId }) },
			label: 'medium',
		},
		'registrants',
	);
}
