import { normaliseEmail } from '../../shared/model/email';
import type { JsonObject } from '../../shared/transport/json';
import { cleanLines, cleanText, cut } from './text';
import { readTime } from './time';

/** One run of a webinar, as far as HubSpot is told of it. */
export interface SessionInput {
	provider: string;
	/** Empty when the platform's account is not known. */
	accountId: string;
	webinarId: string;
	/** Empty when the source does not tell sessions apart. */
	sessionId: string;
	topic: string;
	description: string;
	/** ISO 8601 UTC, actual times. */
	start: string;
	end: string;
	hostEmail: string;
	/** Where people register, else where they join. */
	url: string;
}

/** What is not said by which platform. */
const NO_PROVIDER = 'webinar';
const MAX_ID = 200;

/** The session of an item, or the name of the field that is missing or wrong. */
export function readSession(
	webinar: JsonObject,
	reason: string,
): { session: SessionInput | null; problem: string } {
	const refuse = (problem: string) => ({ session: null, problem });
	const webinarId = cleanText(webinar.webinarId);
	if (webinarId === '') return refuse('Webinar ID is missing');
	if (webinarId.length > MAX_ID) return refuse('Webinar ID is too long');
	const sessionId = cleanText(webinar.sessionId);
	if (sessionId.length > MAX_ID) return refuse('Session ID is too long');
	const topic = cleanText(webinar.topic);
	if (topic === '') return refuse('Topic is missing');
	// A platform may have no actual times of a session that nobody joined.
	const scheduled = reason === 'nobodyAttended';
	const start = readTime(webinar.startTime ?? (scheduled ? webinar.scheduledStartTime : null));
	const end = readTime(webinar.endTime ?? (scheduled ? webinar.scheduledEndTime : null));
	if (start === null) return refuse('Start Time is missing');
	if (end === null) return refuse('End Time is missing');
	if (start === undefined) return refuse('Start Time is not a time');
	if (end === undefined) return refuse('End Time is not a time');
	if (Date.parse(end) < Date.parse(start)) return refuse('End Time lies before Start Time');
	const session = {
		provider: cut(cleanText(webinar.provider), MAX_ID) || NO_PROVIDER,
		accountId: cut(cleanText(webinar.accountId), MAX_ID),
		webinarId,
		sessionId,
		topic,
		description: cleanLines(webinar.description),
		start,
		end,
		hostEmail: normaliseEmail(webinar.hostEmail),
		url: cleanText(webinar.registrationUrl) || cleanText(webinar.joinUrl),
	};
	return { session, problem: '' };
}
