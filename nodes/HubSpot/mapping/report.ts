import type { HistoryReport } from './history';
import type { PersonInput } from './person';
import type { SessionInput } from './session';
import { cut } from './text';

/** Zoom's own limit; keeps an entry of the history small. */
const MAX_TOPIC = 200;

/** When the person registered, as far as the registration counts; null = not registered. */
export function registeredAt(input: PersonInput): string | null {
	return input.registration === 'approved' ? input.registeredAt : null;
}

/**
 * What this run reports of a person's session to the contact's history.
 * @param reportedAt ISO 8601 UTC, moment of the run
 */
export function reportOf(
	input: PersonInput,
	session: SessionInput,
	reportedAt: string,
): HistoryReport {
	const registered = registeredAt(input);
	return {
		topic: cut(session.topic, MAX_TOPIC),
		start: session.start,
		...(registered !== null && { registeredAt: registered }),
		attended: input.attended,
		seconds: input.seconds,
		percent: input.percent,
		reportedAt,
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
