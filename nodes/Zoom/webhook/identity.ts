import { createHash } from 'crypto';

import { asObject, asObjects, asText, type JsonObject } from '../../shared/transport/json';
import { triggerEvent, type EventFamily } from './events';
import type { ZoomEvent } from './parse';
import { normaliseWebinarId, occurrencesOf } from './webinar';

/** Events of one millisecond; more kinds than this do not exist. */
const RANKS = 1000;

/**
 * The same for every delivery of the same event, another one for every other event: hex SHA-256.
 * Zoom's own `x-zm-request-id` is a header and headers are not signed, so it could be changed to
 * make a replayed delivery look new. A JSON array keeps the parts apart.
 */
export function eventIdOf(event: ZoomEvent): string {
	const { object } = event;
	const family = triggerEvent(event.event)?.family ?? 'session';
	const parts = [
		event.event,
		event.eventTimestamp,
		asText(object.uuid),
		normaliseWebinarId(asText(object.id)),
		...subjectOf[family](event),
	];
	return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/**
 * Orders the events of a webinar, because Zoom delivers them out of order now and then: Zoom's
 * millisecond times 1000, plus the place that the kind of event has in a webinar's life. null when
 * Zoom sent no time.
 */
export function sequenceOf({ event, eventTimestamp }: ZoomEvent): number | null {
	if (eventTimestamp === null || eventTimestamp < 0) return null;
	const sequence = Math.floor(eventTimestamp) * RANKS + (triggerEvent(event)?.rank ?? 0);
	return Number.isSafeInteger(sequence) ? sequence : null;
}

/** What tells two events of one kind, webinar and millisecond apart. */
const subjectOf: Record<EventFamily, (event: ZoomEvent) => string[]> = {
	/** A session begins once and ends once. */
	session: () => [],
	schedule: ({ payload, object }) => [
		asText(payload.operation),
		...occurrencesOf(object).map(({ occurrenceId }) => occurrenceId),
	],
	change: ({ payload, object }) => [
		asText(payload.scope),
		asText(payload.time_stamp),
		JSON.stringify([object, payload.old_object ?? null]),
	],
	registration: ({ object }) => textsOf(asObject(object.registrant), ['id', 'email', 'status']),
	/** Each join has a user_id of its own. */
	participant: ({ object }) =>
		textsOf(asObject(object.participant), [
			'user_id',
			'participant_uuid',
			'registrant_id',
			'email',
			'join_time',
			'leave_time',
		]),
	/** Not the links and the token: Zoom sends other ones with a repetition. */
	recording: ({ object }) =>
		asObjects(object.recording_files)
			.map((file) => textsOf(file, ['id', 'file_type', 'recording_start']).join(' '))
			.sort(),
};

function textsOf(row: JsonObject, fields: readonly string[]): string[] {
	return fields.map((field) => asText(row[field]));
}
