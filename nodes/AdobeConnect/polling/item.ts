import type { IDataObject } from 'n8n-workflow';

import { asIsoTime } from '../../shared/transport/json';
import type { AdobeWebinar } from '../mapping/webinar';
import type { TriggerEvent } from './settings';

/**
 * What the trigger emits: the same form as the Zoom Webinar Trigger's, so that what follows takes both.
 * @param id of what happened: the run, the recording, the person
 * @param time when it happened, ISO 8601 UTC; null = Adobe Connect does not tell
 * @param part what the event is about beside the webinar
 */
export function triggerItem(
	event: TriggerEvent,
	webinar: AdobeWebinar,
	id: string,
	time: string | null,
	part: object = {},
): IDataObject {
	const at = Date.parse(time ?? '');
	return {
		event,
		eventId: `${event}/${webinar.webinarId}/${id}`,
		eventTime: asIsoTime(time ?? ''),
		sequence: Number.isFinite(at) ? at : null,
		webinar,
		...part,
	};
}
