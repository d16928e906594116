import { asText, type JsonObject } from '../../shared/transport/json';
import { changedFields, heldTime, isCompleted, wholeFields, type EventFields } from './event';
import { spanOfBoth } from './span';

/** What is known of a webinar, for its marketing event. */
export interface WantedEvent {
	/** Fields that are not told stay as HubSpot holds them. */
	fields: Partial<EventFields>;
	/** The times are those at which it really ran: the event is over. */
	actual: boolean;
	/** The event may stand for several sessions, of which these times are one's. */
	oneOfSeveral: boolean;
	/** The URL only leads into the webinar: it takes the place of no other one. */
	weakUrl: boolean;
	/** undefined = says nothing about it. */
	cancelled?: boolean;
}

export interface EventPlan {
	/** As everything is to stand. */
	fields: EventFields;
	cancelled: boolean;
	completed: boolean;
	/** What differs from the event as HubSpot holds it. */
	changed: Partial<EventFields> & { eventCancelled?: boolean };
	/** The event has to be told that it is over, with these times. */
	complete: { startDateTime: string; endDateTime: string } | null;
}

/**
 * What is to be written of a webinar's event, from what HubSpot holds. The times of an event that is
 * over are actual ones: no schedule moves them any more, and no deletion cancels it.
 */
export function planEvent(held: JsonObject | undefined, wanted: WantedEvent): EventPlan {
	const completed = held?.eventCompleted === true;
	const wasCancelled = held?.eventCancelled === true;
	const told = toldFields(held, wanted, completed);
	const cancelled = (wanted.cancelled ?? wasCancelled) && !(completed && !wasCancelled);
	const fields = wholeFields(held, told);
	const { startDateTime, endDateTime } = fields;
	const over = wanted.actual && startDateTime !== undefined && endDateTime !== undefined;
	return {
		fields,
		cancelled,
		completed,
		changed: {
			...changedFields(held ?? {}, told),
			...(cancelled !== wasCancelled && { eventCancelled: cancelled }),
		},
		complete: over && !isCompleted(held ?? {}, fields) ? { startDateTime, endDateTime } : null,
	};
}

function toldFields(
	held: JsonObject | undefined,
	{ fields, actual, oneOfSeveral, weakUrl }: WantedEvent,
	completed: boolean,
): Partial<EventFields> {
	const { startDateTime, endDateTime, eventUrl, ...told } = fields;
	const keepsUrl = weakUrl && asText(held?.eventUrl) !== '';
	const url = eventUrl === undefined || keepsUrl ? {} : { eventUrl };
	if (completed && !actual) return { ...told, ...url };
	const start = heldTime(held?.startDateTime);
	const end = heldTime(held?.endDateTime);
	const isOneMore = completed && oneOfSeveral && start !== '' && end !== '';
	if (!isOneMore || startDateTime === undefined || endDateTime === undefined) {
		return {
			...told,
			...url,
			...(startDateTime !== undefined && { startDateTime }),
			...(endDateTime !== undefined && { endDateTime }),
		};
	}
	const both = spanOfBoth({ start, end }, { start: startDateTime, end: endDateTime });
	return { ...told, ...url, startDateTime: both.start, endDateTime: both.end };
}
