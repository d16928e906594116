import { normaliseEmail } from '../../shared/model/email';
import { asIsoTime, asNumber, asText, type JsonObject } from '../../shared/transport/json';

/** A row of the participants report, checked: one per join, not per person. */
export interface JoinRow {
	registrantId: string;
	email: string;
	/** Zoom user of people who were signed in; empty for the others. */
	userId: string;
	/** Given anew at each join. */
	joinId: string;
	name: string;
	/** Epoch milliseconds. */
	from: number;
	to: number;
}

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

/**
 * From the first join to the last leave, ISO 8601 UTC; nulls when nobody was there. It stands for a
 * session of which Zoom tells no start or end. In one loop: 50,000 arguments would overflow the stack.
 */
export function spanOf(rows: readonly JoinRow[]): { start: string | null; end: string | null } {
	let from = Infinity;
	let to = -Infinity;
	for (const row of rows) {
		from = Math.min(from, row.from);
		to = Math.max(to, row.to);
	}
	return to < from ? { start: null, end: null } : { start: asIsoTime(from), end: asIsoTime(to) };
}

/** A name as it is compared: case and blanks do not tell people apart. */
export function comparableName(name: string): string {
	return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}
