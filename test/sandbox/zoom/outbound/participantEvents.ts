import { createHash } from 'node:crypto';
import type { ZoomEvents } from '../../contract';
import type { Cast } from './cast';

type ParticipantEvents = Pick<ZoomEvents, 'participantJoined' | 'participantLeft'>;

/**
 * One event per join and leave, several per person; an address that Zoom hides is empty.
 * https://developers.zoom.us/docs/api/meetings/events/#tag/webinar
 */
export function participantEvents(cast: Cast): ParticipantEvents {
	function about(webinarId: number, sessionUuid: string, userId: string) {
		const webinar = cast.webinar(webinarId);
		const session = cast.session(webinar, sessionUuid);
		const row = session.participants.find((one) => one.user_id === userId);
		if (!row) throw new Error(`Nobody with user_id ${userId} was in session ${sessionUuid}`);
		const who = {
			user_id: row.user_id,
			user_name: row.name,
			id: row.id,
			email: row.user_email,
			...(row.registrant_id === '' ? {} : { registrant_id: row.registrant_id }),
			participant_user_id: row.participant_user_id,
			participant_uuid: uuidOf(sessionUuid, userId),
		};
		const payload = (participant: Record<string, unknown>) => ({
			account_id: cast.accountId(),
			object: {
				id: String(webinar.id),
				uuid: session.uuid,
				host_id: webinar.hostId,
				topic: webinar.topic,
				type: webinar.type,
				start_time: session.startTime,
				timezone: webinar.timezone,
				duration: webinar.duration,
				participant,
			},
		});
		return { row, session, who, payload };
	}

	return {
		participantJoined(webinarId, sessionUuid, userId) {
			const { row, who, payload } = about(webinarId, sessionUuid, userId);
			return {
				event: 'webinar.participant_joined',
				eventTime: Date.parse(row.join_time),
				payload: payload({ ...who, join_time: row.join_time }),
			};
		},
		participantLeft(webinarId, sessionUuid, userId) {
			const { row, session, who, payload } = about(webinarId, sessionUuid, userId);
			const ended = row.leave_time >= session.endTime;
			const why = ended ? '<br>Reason: Host ended the webinar.' : '<br>Reason: left the webinar.';
			return {
				event: 'webinar.participant_left',
				eventTime: Date.parse(row.leave_time),
				payload: payload({
					...who,
					leave_time: row.leave_time,
					leave_reason: `${row.name} left the webinar.${why}`,
				}),
			};
		},
	};
}

/** Assigned at each join, the same in the events of joining and leaving. */
function uuidOf(sessionUuid: string, userId: string): string {
	return createHash('sha256').update(`${sessionUuid}/${userId}`).digest('base64url').slice(0, 22);
}
