import type { ZoomSession, ZoomUser, ZoomWebinarState } from '../../world';

/** Time between the end of a session and its event, milliseconds. */
const EVENT_DELAY_MS = 1000;

/**
 * The documented payload of `webinar.ended`; `duration` is the scheduled one and the id is a string here.
 * https://developers.zoom.us/docs/api/meetings/events/#tag/webinar/POSTwebinar.ended
 */
export function webinarEndedPayload(
	accountId: string,
	webinar: ZoomWebinarState,
	session: ZoomSession,
	host: ZoomUser,
): Record<string, unknown> {
	return {
		account_id: accountId,
		object: {
			id: String(webinar.id),
			uuid: session.uuid,
			host_id: webinar.hostId,
			host_email: host.email,
			topic: webinar.topic,
			type: webinar.type,
			start_time: session.startTime,
			timezone: webinar.timezone,
			duration: webinar.duration,
			end_time: session.endTime,
			practice_session: session.practiceSession,
		},
	};
}

/** When Zoom says the session ended, epoch milliseconds: the same however often the event is sent. */
export function endedEventTime(session: ZoomSession): number {
	return Date.parse(session.endTime) + EVENT_DELAY_MS;
}
