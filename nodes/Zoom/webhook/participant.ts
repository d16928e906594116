import { normaliseEmail } from '../../shared/model/email';
import { asObject, asText } from '../../shared/transport/json';
import type { ZoomEvent } from './parse';
import { timeOf } from './webinar';

/** Somebody who came in or went out; the same person does so several times. */
export type Participant = {
	name: string;
	/** Trimmed and lower case; empty when Zoom hides it. */
	email: string;
	/** Empty for host and panelists, and without registration. */
	registrantId: string;
	/** Zoom user of people who were signed in; empty for the others. */
	userId: string;
	/** Given anew at each join: a join and its leaving share it. */
	joinId: string;
	/** ISO 8601 UTC. */
	joinTime?: string | null;
	leaveTime?: string | null;
	/** Zoom's words, e.g. "Host ended the webinar."; empty when it gives none. */
	leaveReason?: string;
	/** Left out unless they dialled in. */
	phone?: string;
};

/** https://developers.zoom.us/docs/api/meetings/events/#tag/webinar/POSTwebinar.participant_joined */
export function participantOf({ event, object }: ZoomEvent): Participant {
	const row = asObject(object.participant);
	const phone = asText(row.phone_number);
	return {
		name: asText(row.user_name).trim(),
		email: normaliseEmail(row.email),
		registrantId: asText(row.registrant_id),
		// `id` is Zoom's older name for it.
		userId: asText(row.participant_user_id) || asText(row.id),
		joinId: asText(row.user_id),
		...(event === 'webinar.participant_joined'
			? { joinTime: timeOf(row.join_time) }
			: { leaveTime: timeOf(row.leave_time), leaveReason: reasonOf(asText(row.leave_reason)) }),
		...(phone !== '' && { phone }),
	};
}

/** `Jill Chill left the webinar.<br>Reason: Host ended the webinar.` → the reason alone. */
function reasonOf(said: string): string {
	const marker = said.lastIndexOf('Reason:');
	return (marker === -1 ? said : said.slice(marker + 'Reason:'.length))
		.replaceAll(/<br\s*\/?>/gi, ' ')
		.trim();
}
