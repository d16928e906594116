import type { ZoomEvent, ZoomEvents } from '../../contract';
import type { ZoomWebinarState } from '../../world';
import { occurrencesIn, type Cast } from './cast';

/** Time between something happening and its event, milliseconds. */
const EVENT_DELAY_MS = 1000;

type WebinarEvents = Pick<
	ZoomEvents,
	'webinarCreated' | 'webinarUpdated' | 'webinarDeleted' | 'webinarStarted' | 'webinarEnded'
>;

/**
 * What happens to a webinar. The id is a number where it is planned and text where it runs; `duration`
 * is always the scheduled one. https://developers.zoom.us/docs/api/meetings/events/#tag/webinar
 */
export function webinarEvents(cast: Cast, now: () => number): WebinarEvents {
	const operator = ({ hostId }: ZoomWebinarState) => ({
		operator: cast.host(hostId).email,
		operator_id: hostId,
	});

	function running(webinarId: number, sessionUuid: string) {
		const webinar = cast.webinar(webinarId);
		const session = cast.session(webinar, sessionUuid);
		const object = {
			id: String(webinar.id),
			uuid: session.uuid,
			host_id: webinar.hostId,
			host_email: cast.host(webinar.hostId).email,
			topic: webinar.topic,
			type: webinar.type,
			start_time: session.startTime,
			timezone: webinar.timezone,
			duration: webinar.duration,
		};
		return { session, object };
	}

	const event = (name: string, at: number, payload: Record<string, unknown>): ZoomEvent => ({
		event: name,
		// The same however often the event is sent.
		eventTime: at,
		payload: { account_id: cast.accountId(), ...payload },
	});

	return {
		webinarCreated(webinarId) {
			const webinar = cast.webinar(webinarId);
			return event('webinar.created', Date.parse(webinar.createdAt), {
				...operator(webinar),
				operation: webinar.type === 5 ? 'single' : 'all',
				object: {
					...planned(webinar),
					join_url: webinar.joinUrl,
					...(webinar.passcode === undefined ? {} : { password: webinar.passcode }),
					creation_source: 'open_api',
					...(webinar.occurrences ? { occurrences: webinar.occurrences } : {}),
					settings: { use_pmi: false, alternative_hosts: webinar.alternativeHosts.join(';') },
					...(webinar.recurrence ? { recurrence: webinar.recurrence } : {}),
				},
			});
		},
		webinarUpdated(webinarId, { now: changed, before }, options = {}) {
			const webinar = cast.webinar(webinarId);
			const at = now();
			const old = { id: webinar.id, ...before };
			const inObject = options.oldObjectIn === 'object';
			return event('webinar.updated', at, {
				...operator(webinar),
				scope: webinar.type === 5 || options.single ? 'single' : 'all',
				object: { id: webinar.id, ...changed, ...(inObject ? { old_object: old } : {}) },
				time_stamp: at,
				...(inObject ? {} : { old_object: old }),
			});
		},
		webinarDeleted(webinarId, occurrenceId) {
			const webinar = cast.webinar(webinarId);
			return event('webinar.deleted', now(), {
				...operator(webinar),
				operation: webinar.type === 5 || occurrenceId !== undefined ? 'single' : 'all',
				object: {
					...planned(webinar),
					...occurrencesIn(
						webinar,
						({ occurrence_id }) => occurrenceId === undefined || occurrence_id === occurrenceId,
					),
				},
			});
		},
		webinarStarted(webinarId, sessionUuid) {
			const { session, object } = running(webinarId, sessionUuid);
			const at = Date.parse(session.startTime) + EVENT_DELAY_MS;
			return event('webinar.started', at, { object });
		},
		webinarEnded(webinarId, sessionUuid) {
			const { session, object } = running(webinarId, sessionUuid);
			return event('webinar.ended', Date.parse(session.endTime) + EVENT_DELAY_MS, {
				object: { ...object, end_time: session.endTime, practice_session: session.practiceSession },
			});
		},
	};
}

function planned(webinar: ZoomWebinarState) {
	return {
		uuid: webinar.uuid,
		id: webinar.id,
		host_id: webinar.hostId,
		topic: webinar.topic,
		type: webinar.type,
		start_time: webinar.startTime,
		duration: webinar.duration,
		timezone: webinar.timezone,
	};
}
