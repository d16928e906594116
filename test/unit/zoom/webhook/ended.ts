import type { ZoomEvent } from '../../../../nodes/Zoom/webhook/parse';

/** `webinar.ended` as Zoom's documentation shows it, no practice session. */
export const ENDED = {
	event: 'webinar.ended',
	event_ts: 1626230691572,
	payload: {
		account_id: 'AAAAAABBBB',
		object: {
			id: '1234567890',
			uuid: '4444AAAiAAAAAiAiAiiAii==',
			host_id: 'x1yCzABCDEfg23HiJKl4mN',
			host_email: 'jchill@example.com',
			topic: 'My Webinar',
			type: 5,
			start_time: '2021-07-13T21:44:51Z',
			timezone: 'America/Los_Angeles',
			end_time: '2021-07-13T23:00:51Z',
			duration: 60,
			practice_session: false,
		},
	},
};

/** The event as parsed, with other values in its object. */
export function endedEvent(object: Record<string, unknown> = {}): ZoomEvent {
	return {
		event: ENDED.event,
		eventTimestamp: ENDED.event_ts,
		accountId: ENDED.payload.account_id,
		object: { ...ENDED.payload.object, ...object },
	};
}
