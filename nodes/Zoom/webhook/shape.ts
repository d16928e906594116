import type { Registrant, RegistrantStatus } from '../../shared/model/registrant';
import type { Webinar } from '../../shared/model/webinar';
import { asIsoTime, asText } from '../../shared/transport/json';
import { isWebinarRecording } from '../mapping/recording';
import { changesOf, type Change } from './changes';
import { triggerEvent } from './events';
import { eventIdOf, sequenceOf } from './identity';
import type { ZoomEvent } from './parse';
import { participantOf, type Participant } from './participant';
import { recordingsOf, type RecordedFile } from './recordings';
import { registrantOf } from './registration';
import { occurrencesOf, webinarOf, type Occurrence } from './webinar';

/** What every event has. */
type Head = {
	event: string;
	/** The same for every delivery of the same event: hex SHA-256 over signed content only. */
	eventId: string;
	/** When Zoom says it happened, ISO 8601 UTC; null when it does not say. */
	eventTime: string | null;
	/** Sort by it to have events in their order; null when Zoom sent no time. */
	sequence: number | null;
	webinar: Webinar;
	/** The host's user ID; the only name of the host in most events. */
	hostId: string;
};

type Operator = { email: string; userId: string };

/** What the trigger emits; which members there are depends on the family of the event. */
export type TriggerItem = Head & {
	/** webinar.ended: the host and the panelists rehearsed; no attendee was let in. */
	practiceSession?: boolean;
	/** Who did it, where Zoom tells. */
	operator?: Operator;
	/** Created, deleted, updated: `single` = one date of a series, `all` = the webinar. */
	operation?: string;
	occurrences?: Occurrence[];
	changes?: Change[];
	registrant?: Registrant;
	registrationStatus?: RegistrantStatus;
	participant?: Participant;
	recordings?: RecordedFile[];
	/** Only by option: opens the files for 24 hours. */
	downloadToken?: string;
};

export type Shaped =
	| { kind: 'item'; item: TriggerItem }
	| {
			kind: 'leftOut';
			/** For a log; nothing of the body is in it. */
			why: string;
			/** Nothing is wrong, it merely concerns somebody else. */
			usual: boolean;
	  };

export interface ShapeOptions {
	includeDownloadToken: boolean;
}

/** Zoom's event in our words. Never throws. */
export function shape(event: ZoomEvent, options: ShapeOptions): Shaped {
	const family = triggerEvent(event.event)?.family;
	if (family === undefined) return leftOut('it is of a kind that this trigger does not know');
	if (family === 'recording' && !isWebinarRecording(event.object)) {
		return { ...leftOut('it is about the recording of a meeting'), usual: true };
	}
	const webinar = webinarOf(event);
	if (webinar === null) return leftOut('it does not name the webinar and its session');
	return {
		kind: 'item',
		item: {
			event: event.event,
			eventId: eventIdOf(event),
			eventTime: event.eventTimestamp === null ? null : asIsoTime(event.eventTimestamp),
			sequence: sequenceOf(event),
			webinar,
			hostId: asText(event.object.host_id),
			...PARTS[family](event, options),
		},
	};
}

type Part = Omit<Partial<TriggerItem>, keyof Head>;

const PARTS = {
	session: ({ event, object }) =>
		event === 'webinar.ended' ? { practiceSession: object.practice_session === true } : {},
	schedule: (event) => ({
		...operatorOf(event),
		operation: asText(event.payload.operation),
		occurrences: occurrencesOf(event.object),
	}),
	change: (event) => ({
		...operatorOf(event),
		operation: asText(event.payload.scope),
		occurrences: occurrencesOf(event.object),
		changes: changesOf(event),
	}),
	registration: (event) => {
		const registrant = registrantOf(event);
		return {
			...operatorOf(event),
			registrationStatus: registrant.status,
			registrant,
			occurrences: occurrencesOf(event.object),
		};
	},
	participant: (event) => ({ participant: participantOf(event) }),
	recording: (event, { includeDownloadToken }) => ({
		recordings: recordingsOf(event),
		...(includeDownloadToken && { downloadToken: event.downloadToken }),
	}),
} satisfies Record<string, (event: ZoomEvent, options: ShapeOptions) => Part>;

/** Empty where Zoom names nobody: people register by themselves. */
function operatorOf({ payload }: ZoomEvent): { operator?: Operator } {
	const operator = { email: asText(payload.operator), userId: asText(payload.operator_id) };
	return operator.email === '' && operator.userId === '' ? {} : { operator };
}

function leftOut(why: string): Extract<Shaped, { kind: 'leftOut' }> {
	return { kind: 'leftOut', why, usual: false };
}
