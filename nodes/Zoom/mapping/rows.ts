import type { JoinRow } from '../../shared/attendees/stays';
import { normaliseEmail } from '../../shared/model/email';
import { asNumber, asText, type JsonObject } from '../../shared/transport/json';

/**
 * The rows that are attendance: people in the waiting room were not in the webinar, and a row
 * without a readable time tells nothing.
 */
export function toJoinRows(rows: readonly JsonObject[]): JoinRow[] {
	return rows.flatMap((row) => {
		const from = Date.parse(asText(row.join_time));
		if (asText(row.status) === 'in_waiting_room' || Number.isNaN(from)) return [];
		const leave = Date.parse(asText(row.leave_time));
		const duration = Math.max(0, asNumber(row.duration) ?? 0) * 1000;
		return [
			{
				registrantId: asText(row.registrant_id),
				email: normaliseEmail(row.user_email),
				userId: asText(row.participant_user_id) || asText(row.id),
				joinId: asText(row.user_id),
				name: asText(row.name).trim(),
				from,
				to: Number.isNaN(leave) ? from + duration : leave,
			},
		];
	});
}

/**
 * Whether Zoom is still computing: it says that durations of 0 mean "ask again later"
 * (participants report, field `duration`). A stay that really took no time has equal times.
 */
export function isUnfinished(rows: readonly JsonObject[]): boolean {
	return rows.some((row) => {
		if (asText(row.status) === 'in_waiting_room') return false;
		const stay = Date.parse(asText(row.leave_time)) - Date.parse(asText(row.join_time));
		return asNumber(row.duration) === 0 && (Number.isNaN(stay) || stay >= 1000);
	});
}
