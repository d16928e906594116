import { alive } from '../../../shared/node/ended';
import { attempt } from '../../../shared/transport/attempt';
import { pause } from '../../../shared/transport/send';
import { isRegistered } from '../../mapping/history';
import { readCounters } from '../../transport/participations';
import type { Person } from './person';
import type { Run } from './run';
import type { Session } from './session';

/** How many people HubSpot counts, beside what was written. */
export type Participations = {
	/** As HubSpot counts them, of all people of the event; null where they were not read. */
	participations: {
		attended: number;
		registered: number;
		cancelled: number;
		noShows: number;
	} | null;
	/** Of this run's people, so HubSpot may count more. */
	written: Expected | null;
	/** Where HubSpot counts fewer; empty when all is well. */
	warning: string;
};

type Expected = { attended: number; noShows: number };

/** HubSpot shows a participation about a second after it was written. */
const TRIES = 2;

/**
 * Counts the people of each event that was written, because HubSpot, not this node, decides who is a
 * no-show. What it does not show yet is asked for again after a while.
 */
export async function checkCounters(run: Run): Promise<Map<Session, Participations>> {
	const counted = new Map<Session, Participations>();
	if (run.options.preview) return counted;
	let open = run.sessions.filter(isWritten);
	for (let tried = 1; open.length > 0; tried += 1) {
		const short: Session[] = [];
		for (const session of open) {
			const found = await count(run, session);
			counted.set(session, found);
			if (found.warning !== '' && found.participations !== null) short.push(session);
		}
		if (tried === TRIES) break;
		open = short;
		if (open.length > 0) await pause(run.options.readBackAfterSeconds * 1000, run.client.signal);
	}
	return counted;
}

/** Whether this run has written people or the end of the event. */
function isWritten({ event, people }: Session): boolean {
	if (event === null || event === 'reported') return false;
	return (
		event !== 'unchanged' ||
		people.some(
			({ steps }) =>
				steps.attendance?.result === 'synced' || steps.registration?.result === 'synced',
		)
	);
}

async function count(run: Run, session: Session): Promise<Participations> {
	const written = expectedOf(alive(session.people));
	const attempted = await attempt(readCounters(run.client, session.target));
	if (!attempted.ok) {
		const warning = `The people of the event could not be counted: ${attempted.error.details.message}`;
		return { participations: null, written, warning };
	}
	const { attended, registered, cancelled, noShows } = attempted.value;
	const participations = { attended, registered, cancelled, noShows };
	return { participations, written, warning: warningOf(written, participations) };
}

function expectedOf(people: readonly Person[]): Expected {
	const came = people.filter(({ report }) => report?.attendance?.attended === true);
	const missed = people.filter(
		(person) => person.report?.attendance?.attended === false && isStanding(person),
	);
	return { attended: came.length, noShows: missed.length };
}

function isStanding({ contact, session, report }: Person): boolean {
	const entry = contact?.history().entries.get(session?.historyKey ?? '');
	if (entry !== undefined) return isRegistered(entry) && !hasCome(entry.attendance.values());
	return report?.registration?.cancelled === false;
}

function hasCome(stays: Iterable<{ attended: boolean }>): boolean {
	return [...stays].some(({ attended }) => attended);
}

function warningOf(written: Expected, counted: Expected): string {
	const differences = [
		counted.attended < written.attended &&
			`${written.attended} attended, HubSpot counts ${counted.attended}`,
		counted.noShows < written.noShows &&
			`${written.noShows} registered and did not come, HubSpot counts ${counted.noShows} no-shows`,
	].filter((difference) => typeof difference === 'string');
	return differences.join('; ');
}
