import type { ZoomEvent } from '../../../../nodes/Zoom/webhook/parse';
import { shape, type TriggerItem } from '../../../../nodes/Zoom/webhook/shape';

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
export function endedEvent(changes: Record<string, unknown> = {}): ZoomEvent {
	const object = { ...ENDED.payload.object, ...changes };
	return {
		event: ENDED.event,
		eventTimestamp: ENDED.event_ts,
		accountId: ENDED.payload.account_id,
		object,
		payload: { account_id: ENDED.payload.account_id, object },
		downloadToken: '',
	};
}

/** What comes out of the event, which must be one that starts something. */
export function itemOf(event: ZoomEvent, includeDownloadToken = false): TriggerItem {
	const shaped = shape(event, { includeDownloadToken });
	if (shaped.kind !== 'item') throw new Error(`Left out: ${shaped.why}`);
	return shaped.item;
}
