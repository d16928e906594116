import type { SessionInput } from '../../../shared/items/session';
import { eventKey, type EventKey, type EventTarget, type EventUnit } from '../../mapping/event';
import { historyKey } from '../../mapping/historyKey';
import { spanOfBoth } from '../../mapping/span';
import type { Person } from './person';

/** What one marketing event in HubSpot stands for: a webinar, an occurrence or a session. */
export class Session {
	readonly key: EventKey;
	/** Under which the contacts' histories know it. */
	readonly historyKey: string;
	/** Everybody of the session, those left out too. */
	readonly people: Person[] = [];
	/** Of an event of another app: its record ID, by which it is written. */
	objectId = '';
	/**
	 * What was done with the event; `reported`: another app has it, and it is left alone. null as
	 * long as nothing is known.
	 */
	event: 'created' | 'updated' | 'unchanged' | 'reported' | null = null;

	constructor(
		public input: SessionInput,
		unit: EventUnit,
	) {
		this.key = eventKey(input, unit);
		this.historyKey = historyKey(this.key);
	}

	/** By what the event is written and read. */
	get target(): EventTarget {
		return this.objectId === '' ? this.key : { objectId: this.objectId };
	}

	/** Takes over the times of another session that the same event stands for. */
	unite(other: SessionInput): void {
		if (other.times === 'none') return;
		const times = this.input.times === 'none' ? other : spanOfBoth(this.input, other);
		this.input = { ...this.input, times: other.times, start: times.start, end: times.end };
	}
}

/**
 * The sessions of a run; every person is put into theirs. The first item tells about a session; the
 * times are those of all sessions that one event stands for.
 */
export function sessionsOf(people: readonly Person[], unit: EventUnit): Session[] {
	const sessions = new Map<string, Session>();
	for (const person of people) {
		const { session: input } = person.input;
		if (input === null) continue;
		const fresh = new Session(input, unit);
		const held = sessions.get(fresh.historyKey);
		const session = held ?? fresh;
		if (held?.input.sessionId !== input.sessionId) session.unite(input);
		sessions.set(fresh.historyKey, session);
		session.people.push(person);
		person.session = session;
	}
	return [...sessions.values()];
}
