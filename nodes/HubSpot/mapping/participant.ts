import {
	asIsoTime,
	asNumber,
	asObject,
	asText,
	type JsonObject,
} from '../../shared/transport/json';

/** How a person stands with an event now; HubSpot computes `noShow` once the event is over. */
export type ParticipantState = 'attended' | 'cancelled' | 'noShow' | 'registered' | 'unknown';

/** One person's participation in one marketing event. */
export type Participant = {
	/** Record ID. */
	contactId: string;
	email: string;
	firstName: string;
	lastName: string;
	state: ParticipantState;
	/** ISO 8601 UTC: when the state came about; null where HubSpot does not say. */
	occurredAt: string | null;
	/** null = not known; of people who attended only. */
	attendanceDurationSeconds: number | null;
	/** 0–100 of the event's length; null = not known. */
	attendancePercent: number | null;
	marketingEvent: {
		recordId: string;
		externalAccountId: string;
		externalEventId: string;
		name: string;
	};
};

const STATES: Record<string, ParticipantState> = {
	ATTENDED: 'attended',
	CANCELLED: 'cancelled',
	NO_SHOW: 'noShow',
	REGISTERED: 'registered',
};

/**
 * HubSpot's participations in our words.
 * https://developers.hubspot.com/docs/api-reference/marketing-marketing-events-v3/guide
 */
export function toParticipants(rows: readonly JsonObject[]): Participant[] {
	const factor = percentFactor(rows);
	return rows.map((row) => toParticipant(row, factor));
}

/** HubSpot's own word. */
export function attendanceStateOf({ properties }: JsonObject): string {
	return asText(asObject(properties).attendanceState);
}

function toParticipant(row: JsonObject, factor: number): Participant {
	const { contact: linked, marketingEvent: event } = asObject(row.associations);
	const contact = asObject(linked);
	const properties = asObject(row.properties);
	const { marketingEventId, externalAccountId, externalEventId, name } = asObject(event);
	return {
		contactId: asText(contact.contactId),
		email: asText(contact.email),
		firstName: asText(contact.firstname),
		lastName: asText(contact.lastname),
		state: STATES[attendanceStateOf(row)] ?? 'unknown',
		occurredAt: timeOf(properties.occurredAt),
		attendanceDurationSeconds: asNumber(properties.attendanceDurationSeconds) ?? null,
		attendancePercent: percentOf(properties.attendancePercentage, factor),
		marketingEvent: {
			recordId: asText(marketingEventId),
			externalAccountId: asText(externalAccountId),
			externalEventId: asText(externalEventId),
			name: asText(name),
		},
	};
}

/** A share above this is none: people may stay somewhat longer than the event, not half as long again. */
const MOST_OF_A_SHARE = 1.5;

/**
 * HubSpot's guide shows `"0.95"` and does not say what it is a part of: 1 or 100. One figure that
 * cannot be a share tells for all, because they come from the same answer.
 */
function percentFactor(rows: readonly JsonObject[]): number {
	const isPercent = rows.some(
		({ properties }) =>
			(asNumber(asObject(properties).attendancePercentage) ?? 0) > MOST_OF_A_SHARE,
	);
	return isPercent ? 1 : 100;
}

/** With one decimal. */
function percentOf(value: unknown, factor: number): number | null {
	const share = asNumber(value);
	if (share === undefined) return null;
	return Math.min(100, Math.max(0, Math.round(share * factor * 10) / 10));
}

/** Epoch milliseconds in the specification, ISO 8601 in the guide; both may come as text. */
function timeOf(value: unknown): string | null {
	return asIsoTime(asNumber(value) ?? value);
}
