import { normaliseEmail } from '../model/email';
import { asNumber, type JsonObject } from '../transport/json';
import { cleanLines, cleanText, cut } from './text';
import { readTime } from './time';

/** One run of a webinar, or its plan, as far as HubSpot is told of it. */
export interface SessionInput {
	provider: string;
	/** Empty when the platform's account is not known. */
	accountId: string;
	webinarId: string;
	/** Empty for webinars with one date, and where the source does not tell. */
	occurrenceId: string;
	/** Empty when the source does not tell sessions apart. */
	sessionId: string;
	topic: string;
	description: string;
	/** What start and end are; `none`: a webinar without a fixed time, both are empty. */
	times: 'actual' | 'planned' | 'none';
	/** ISO 8601 UTC. */
	start: string;
	end: string;
	hostEmail: string;
	/** Where people register, else where they join. */
	url: string;
	/** The URL is where people register. */
	urlRegisters: boolean;
}

type Read = { session: SessionInput | null; problem: string };

/** What is not said by which platform. */
const NO_PROVIDER = 'webinar';
const MAX_ID = 200;

/** The session of an item about people who came, or the name of the field that is missing or wrong. */
export function readSession(webinar: JsonObject, reason: string): Read {
	// A platform may have no actual times of a session that nobody joined.
	const scheduled = reason === 'nobodyAttended';
	const start = readTime(webinar.startTime ?? (scheduled ? webinar.scheduledStartTime : null));
	const end = readTime(webinar.endTime ?? (scheduled ? webinar.scheduledEndTime : null));
	const problem = identityProblem(webinar) || timesProblem(start, end);
	if (problem !== '' || !start || !end) return { session: null, problem };
	return { session: { ...identity(webinar), times: 'actual', start, end }, problem };
}

/**
 * The plan of a webinar that people register for: it may not have run yet, and a webinar without a
 * fixed time has no times at all. Where the end is not told, it is the start plus the duration.
 */
export function readPlan(webinar: JsonObject): Read {
	const start = readTime(webinar.scheduledStartTime ?? webinar.startTime);
	const told = readTime(webinar.scheduledEndTime ?? webinar.endTime);
	const end = start && told === null ? laterBy(start, webinar.durationSeconds) : told;
	const problem = identityProblem(webinar) || (start === null ? '' : timesProblem(start, end));
	if (problem !== '') return { session: null, problem };
	const none = { times: 'none', start: '', end: '' } as const;
	const times = start && end ? ({ times: 'planned', start, end } as const) : none;
	return { session: { ...identity(webinar), ...times }, problem };
}

/** The start plus so many seconds, ISO 8601 UTC. */
export function laterBy(start: string, seconds: unknown): string {
	const length = Math.max(0, asNumber(seconds) ?? 0) * 1000;
	return readTime(Date.parse(start) + length) ?? start;
}

function identityProblem(webinar: JsonObject): string {
	const webinarId = cleanText(webinar.webinarId);
	if (webinarId === '') return 'Webinar ID is missing';
	if (webinarId.length > MAX_ID) return 'Webinar ID is too long';
	if (cleanText(webinar.sessionId).length > MAX_ID) return 'Session ID is too long';
	if (cleanText(webinar.occurrenceId).length > MAX_ID) return 'Occurrence ID is too long';
	return cleanText(webinar.topic) === '' ? 'Topic is missing' : '';
}

function timesProblem(start: string | null | undefined, end: string | null | undefined): string {
	if (start === null) return 'Start Time is missing';
	if (end === null) return 'End Time is missing';
	if (start === undefined) return 'Start Time is not a valid time';
	if (end === undefined) return 'End Time is not a valid time';
	return Date.parse(end) < Date.parse(start) ? 'End Time is before Start Time' : '';
}

/** Which webinar it is and what it is called; of partial items some of it is empty. */
export function identity(webinar: JsonObject): Omit<SessionInput, 'times' | 'start' | 'end'> {
	const registrationUrl = cleanText(webinar.registrationUrl);
	return {
		provider: cut(cleanText(webinar.provider), MAX_ID) || NO_PROVIDER,
		accountId: cut(cleanText(webinar.accountId), MAX_ID),
		webinarId: cleanText(webinar.webinarId),
		occurrenceId: cleanText(webinar.occurrenceId),
		sessionId: cleanText(webinar.sessionId),
		topic: cleanText(webinar.topic),
		description: cleanLines(webinar.description),
		hostEmail: normaliseEmail(webinar.hostEmail),
		url: registrationUrl || cleanText(webinar.joinUrl),
		urlRegisters: registrationUrl !== '',
	};
}
