import type { PersonInput } from '../../shared/items/person';
import type { SessionInput } from '../../shared/items/session';
import { cut } from '../../shared/items/text';
import { sessionHash, type HistoryReport } from './history';
import { firstKey } from './historyFirst';
import type { RegistrationReport } from './historyParts';

/** Zoom's own limit; keeps an entry of the history small. */
const MAX_TOPIC = 200;

/** A longer link is left out: cut it would lead nowhere. */
const MAX_URL = 700;

/** Of webinars of which no time at all is known; the same in every run. */
const NO_START = '1970-01-01T00:00:00Z';

/** When the person registered, as far as the registration counts; null = not registered. */
export function registeredAt(input: PersonInput): string | null {
	return input.registration === 'approved' ? input.registeredAt : null;
}

/**
 * What a report of attendance tells the contact's history. A registration without a time is none:
 * who came without one has not registered.
 * @param learnedAt ISO 8601 UTC, moment of the run
 */
export function reportOf(
	input: PersonInput,
	session: SessionInput,
	learnedAt: string,
): HistoryReport {
	const at = registeredAt(input);
	const { attended, seconds, percent, engagement } = input;
	return {
		...base(session, learnedAt),
		...(at !== null && { registration: { cancelled: false, at, ...links(input, session) } }),
		attendance: {
			session: sessionHash(session.sessionId),
			attended,
			seconds,
			percent,
			start: session.start,
			...(attended && engagement && { engagement }),
		},
	};
}

/**
 * What a list of registrants, or news of one registration, tells the contact's history.
 * @param learnedAt ISO 8601 UTC, moment of the run
 */
export function registrationReportOf(
	input: PersonInput,
	session: SessionInput,
	learnedAt: string,
): HistoryReport {
	const { registeredAt: at, toldAt } = input;
	return {
		...base(session, learnedAt),
		// A webinar without a fixed time has no start as long as nobody was in it.
		start: session.start || at || toldAt || NO_START,
		registration: registrationOf(input, session),
	};
}

function registrationOf(input: PersonInput, session: SessionInput): RegistrationReport {
	const { registeredAt: at, toldAt } = input;
	const cancelled = input.registration !== 'approved';
	return {
		cancelled,
		...(at !== null && { at }),
		...(toldAt !== null && { toldAt }),
		...(!cancelled && links(input, session)),
	};
}

function base(session: SessionInput, learnedAt: string): HistoryReport {
	const { provider, webinarId, sessionId } = session;
	return {
		topic: cut(session.topic, MAX_TOPIC),
		start: session.start,
		learnedAt,
		formerKey: firstKey(provider, webinarId, sessionId),
	};
}

function links(
	input: PersonInput,
	session: SessionInput,
): Pick<RegistrationReport, 'joinUrl' | 'url' | 'weakUrl'> {
	const isKept = (url: string) => url !== '' && url.length <= MAX_URL;
	return {
		...(isKept(input.joinUrl) && { joinUrl: input.joinUrl }),
		...(isKept(session.url) && { url: session.url, weakUrl: !session.urlRegisters }),
	};
}

/** The contact fields of somebody new; empty ones are left out. */
export function newContactFields(input: PersonInput): Record<string, string> {
	const fields = {
		email: input.email,
		firstname: input.firstName,
		lastname: input.lastName,
		phone: input.phone,
		company: input.company,
		jobtitle: input.jobTitle,
	};
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
}
