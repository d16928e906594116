import { registeredAt } from '../../mapping/report';
import { attempt } from '../../transport/attempt';
import { participations, readCounters } from '../../transport/participations';
import { PAGE_SIZE } from '../../transport/limits';
import { alive, type Person } from './person';
import type { Run } from './run';
import type { Session } from './session';

/**
 * New contacts get their history before their attendance is written, so a run that was killed in
 * between leaves people whose history says more than their event. For everybody whom the history
 * calls done, the event itself is asked; who is missing there is written again.
 */
export async function checkSettled(run: Run): Promise<void> {
	for (const session of run.sessions) {
		const settled = alive(session.people).filter(
			(person) => person.settled && (person.input.attended || registeredAt(person.input) !== null),
		);
		if (settled.length === 0) continue;
		if (session.event === 'created') {
			for (const person of settled) person.settled = false;
			continue;
		}
		const attempted = await attempt(checkSession(run, session, settled));
		if (attempted.ok) continue;
		for (const person of settled) person.refuse(attempted.error, 'attendance');
	}
}

async function checkSession(run: Run, session: Session, settled: Person[]): Promise<void> {
	const counters = await readCounters(run.client, session.key);
	const attended = settled.filter(({ input }) => input.attended).length;
	// Exactly these people are there. Other people in the event could hide that some are missing.
	if (counters.total === settled.length && counters.attended >= attended) return;
	const states = await statesOf(run, session, settled, counters.total);
	for (const person of settled) {
		const held = states.get(person.contact?.id ?? '') ?? [];
		person.settled = person.input.attended ? held.includes('ATTENDED') : held.length > 0;
	}
}

/** States by contact, read the cheaper way: one by one, or the whole event. */
async function statesOf(
	run: Run,
	session: Session,
	settled: readonly Person[],
	total: number,
): Promise<Map<string, string[]>> {
	const states = new Map<string, string[]>();
	const oneByOne = settled.length <= Math.ceil(total / PAGE_SIZE.participations);
	const askedFor = oneByOne ? settled.map(({ contact }) => contact?.id) : [undefined];
	for (const id of askedFor) {
		for await (const { contactId, state } of participations(run.client, session.key, id)) {
			states.set(contactId, [...(states.get(contactId) ?? []), state]);
		}
	}
	return states;
}
