import { alive } from '../../../shared/node/ended';
import { attempt } from '../../../shared/transport/attempt';
import { PAGE_SIZE } from '../../transport/limits';
import { readCounters, statesByContact } from '../../transport/participations';
import type { Person } from './person';
import type { Run } from './run';
import type { Session } from './session';

/**
 * New contacts get their history before their attendance is written, so a run that was killed in
 * between leaves people whose history says more than their event. For everybody whom the history
 * calls done, the event itself is asked; who is missing there is written again. It is asked as well
 * about registrations without a time of their own: with the moment of another run each would be
 * written once more.
 */
export async function checkSettled(run: Run): Promise<void> {
	// Into an event of another app nobody is written who is in it, whatever the history says.
	for (const session of run.sessions.filter(isOurs)) {
		const settled = alive(session.people).filter((person) => person.settled && hasActivity(person));
		const timeless = alive(session.people).filter(
			(person) => !person.settled && isTimeless(person),
		);
		if (settled.length + timeless.length === 0) continue;
		if (session.event === 'created') {
			for (const person of settled) person.settled = false;
			continue;
		}
		const attempted = await attempt(checkSession(run, session, settled, timeless));
		if (attempted.ok) continue;
		for (const person of [...settled, ...timeless]) person.refuse(attempted.error, 'attendance');
	}
}

function isOurs({ event, objectId }: Session): boolean {
	return event !== 'reported' && objectId === '';
}

function hasActivity({ report }: Person): boolean {
	return report?.attendance?.attended === true || report?.registration !== undefined;
}

function isTimeless({ report, contact }: Person): boolean {
	const { registration, attendance } = report ?? {};
	const known = contact?.record !== null && contact?.created !== true;
	return known && !attendance && registration?.cancelled === false && !registration.at;
}

async function checkSession(
	run: Run,
	session: Session,
	settled: Person[],
	timeless: Person[],
): Promise<void> {
	const counters = await readCounters(run.client, session.key);
	const attended = settled.filter(({ report }) => report?.attendance?.attended).length;
	// Exactly these people are there. Other people in the event could hide that some are missing.
	const whole = counters.total === settled.length && counters.attended >= attended;
	if (whole || counters.total === 0) {
		if (!whole) for (const person of settled) person.settled = false;
		return;
	}
	const states = await statesOf(run, session, [...settled, ...timeless], counters.total);
	const heldOf = ({ contact }: Person) => states.get(contact?.id ?? '') ?? [];
	for (const person of settled) {
		const held = heldOf(person);
		const came = person.report?.attendance?.attended === true;
		person.settled = came ? held.includes('ATTENDED') : held.length > 0;
	}
	for (const person of timeless) {
		person.settled = heldOf(person).some((state) => state !== 'CANCELLED');
	}
}

/** States by contact, read the cheaper way: one by one, or the whole event. */
async function statesOf(
	run: Run,
	session: Session,
	people: readonly Person[],
	total: number,
): Promise<Map<string, string[]>> {
	const oneByOne = people.length <= Math.ceil(total / PAGE_SIZE.participations);
	if (!oneByOne) return await statesByContact(run.client, session.key);
	const states = new Map<string, string[]>();
	for (const { contact } of people) {
		for (const [id, held] of await statesByContact(run.client, session.key, contact?.id)) {
			states.set(id, held);
		}
	}
	return states;
}
