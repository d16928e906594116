/** What an event tells beside the webinar; one shape of item for each family. */
export type EventFamily =
	'session' | 'schedule' | 'change' | 'registration' | 'participant' | 'recording';

export interface TriggerEvent {
	family: EventFamily;
	/** Granular scope that Zoom wants for it; apps for the whole account have it with `:admin`. */
	scope: string;
	/** Order among events of the same millisecond: what can only follow comes later. */
	rank: number;
}

/**
 * Every event that can start the workflow, by Zoom's own name.
 * https://developers.zoom.us/docs/api/meetings/events/#tag/webinar
 */
const EVENTS: Readonly<Record<string, TriggerEvent>> = {
	'webinar.created': event('schedule', 0),
	'webinar.updated': event('change', 1),
	'webinar.registration_created': event('registration', 2),
	'webinar.registration_approved': event('registration', 3),
	'webinar.registration_denied': event('registration', 4),
	'webinar.registration_cancelled': event('registration', 5),
	'webinar.started': event('session', 6),
	'webinar.participant_joined': event('participant', 7),
	'webinar.participant_left': event('participant', 8),
	'webinar.ended': event('session', 9),
	'recording.completed': event('recording', 10),
	'recording.transcript_completed': event('recording', 11),
	'webinar.deleted': event('schedule', 12),
};

function event(family: EventFamily, rank: number): TriggerEvent {
	return { family, scope: scopeOf(family), rank };
}

function scopeOf(family: EventFamily): string {
	if (family === 'registration') return 'webinar:read:registrant';
	if (family === 'participant') return 'webinar:read:participant';
	return family === 'recording' ? 'cloud_recording:read:recording' : 'webinar:read:webinar';
}

/** What is known about an event; undefined for those that this trigger does not know. */
export function triggerEvent(name: string): TriggerEvent | undefined {
	return Object.hasOwn(EVENTS, name) ? EVENTS[name] : undefined;
}

/** Whether Zoom names the host by email too; the other events hold the host's user ID only. */
export function namesHostEmail(name: string): boolean {
	const family = triggerEvent(name)?.family;
	return family === 'session' || family === 'recording';
}
