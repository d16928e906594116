import type { StorySession } from '../story/contract';
import { expectedAttendees, hasRun } from './attendees';
import type { Expectation, ExpectedContact, Rules } from './contract';
import { expectedEvent } from './events';
import { skipReason } from './outcomes';
import { expectedProperties, type Participation } from './properties';

/**
 * What HubSpot must hold after *Sync attendance*, with default options, has run once for each of the
 * sessions, in this order, on the story's untouched world; and the outcome of each person.
 *
 * @throws Error for a session that never ran: there is nothing to write of it
 */
export function expectedHubSpot(sessions: readonly StorySession[], rules: Rules): Expectation {
	const expectation: Expectation = { outcomes: [], events: [], contacts: [] };
	const written = new Map<string, { contact: ExpectedContact; history: Participation[] }>();
	for (const session of sessions) {
		if (!hasRun(session)) throw new Error(`"${session.topic}" never ran`);
		const returned = new Set(expectedAttendees(session).map(({ key }) => key));
		const people = session.people.filter(({ key }) => returned.has(key));
		const synced = people.filter((person) => skipReason(person, rules) === null);
		expectation.events.push(expectedEvent(session, synced, rules));
		for (const person of people) {
			const { key, email } = person;
			const base = { webinarId: session.webinarId, key, email };
			const reason = skipReason(person, rules);
			if (reason !== null) {
				expectation.outcomes.push({ ...base, result: 'skipped', action: null, reason });
				continue;
			}
			const created = person.crm === 'absent' && !written.has(email);
			const action = created ? 'created' : 'updated';
			expectation.outcomes.push({ ...base, result: 'synced', action, reason: null });
			const entry = written.get(email) ?? {
				contact: {
					email,
					created,
					name:
						created && person.kind === 'registrant'
							? { firstname: person.firstName, lastname: person.lastName }
							: null,
					properties: expectedProperties([]),
				},
				history: [],
			};
			entry.history.push({ session, person });
			written.set(email, entry);
		}
	}
	for (const { contact, history } of written.values()) {
		expectation.contacts.push({ ...contact, properties: expectedProperties(history) });
	}
	return expectation;
}
