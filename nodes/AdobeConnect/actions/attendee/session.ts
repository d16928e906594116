import type { Told } from '../../../shared/attendees/choice';
import type { AttendeeOptions } from '../../../shared/attendees/options';
import type { HeldSession } from '../../../shared/attendees/session';
import type { AdobeWebinar } from '../../mapping/webinar';
import type { AdobeClient } from '../../transport/request';
import type { FoundWebinar } from '../webinars/find';
import type { Readings } from './readings';

/** What sessions are looked for with. */
export interface Search {
	client: AdobeClient;
	found: FoundWebinar;
	readings: Readings;
	options: AttendeeOptions;
	/** Of the session that was asked for by its ID; null = nobody told anything. */
	told: Told | null;
	/** Epoch milliseconds. */
	now: number;
}

/** A session of Adobe Connect: one run of a room. */
export interface AdobeSession extends HeldSession {
	webinar: AdobeWebinar;
	/** transcript-id of the stays with an answered survey. */
	surveyed: ReadonlySet<string>;
	/** The event had no other run, so that all of its report is about this one. */
	isOnly: boolean;
	/** Epoch milliseconds after which coming to the event is viewing its recording; null = nobody tells. */
	viewedAfter: number | null;
}
