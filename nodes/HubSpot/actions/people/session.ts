import { eventKey, type EventKey } from '../../mapping/event';
import { historyKey } from '../../mapping/historyKey';
import type { SessionInput } from '../../mapping/session';
import type { Person } from './person';

/** One session of a webinar, which is one marketing event in HubSpot. */
export class Session {
	readonly key: EventKey;
	/** Under which the contacts' histories know it. */
	readonly historyKey: string;
	/** Everybody of the session, those left out too. */
	readonly people: Person[] = [];
	/** What was done with the event; null as long as nothing is known. */
	event: 'created' | 'updated' | 'unchanged' | null = null;

	constructor(readonly input: SessionInput) {
		this.key = eventKey(input);
		this.historyKey = historyKey(input);
	}
}

/** The sessions of a run; every person is put into theirs. The first item tells about a session. */
export function sessionsOf(people: readonly Person[]): Session[] {
	const sessions = new Map<string, Session>();
	for (const person of people) {
		const { session: input } = person.input;
		if (input === null) continue;
		const fresh = new Session(input);
		const key = JSON.stringify(fresh.key);
		const session = sessions.get(key) ?? fresh;
		sessions.set(key, session);
		session.people.push(person);
		person.session = session;
	}
	return [...sessions.values()];
}
