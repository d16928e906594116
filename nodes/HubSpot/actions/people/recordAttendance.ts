import { alive } from '../../../shared/node/ended';
import { inBatches } from '../../../shared/transport/batch';
import { concurrently } from '../../../shared/transport/concurrently';
import { attendanceStart, isRegistered, type HistoryEntry } from '../../mapping/history';
import { recordAttendance, type AttendanceInput, type Verb } from '../../transport/events';
import { BATCH_SIZE, CALLS_AT_ONCE } from '../../transport/limits';
import { sendSplitting } from '../../transport/sendSplitting';
import { checkOther, isInOther } from './checkOther';
import type { Person, StepName } from './person';
import type { Run } from './run';
import type { Session } from './session';

const STEPS: Record<Verb, StepName> = {
	register: 'registration',
	cancel: 'registration',
	attend: 'attendance',
};

/** What the step says besides that it was done. */
const SAID: Partial<Record<Verb, string>> = { cancel: 'The registration is cancelled' };

/**
 * Writes who registered, who cancelled and who came, webinar by webinar, under the platform's own
 * times. What is written is what the contact's history has come to, so that old news does not undo
 * newer ones.
 */
export async function writeAttendance(run: Run): Promise<void> {
	for (const session of run.sessions) {
		if (session.objectId !== '') await checkOther(run, session);
		for (const verb of ['register', 'cancel', 'attend'] as const) await write(run, session, verb);
	}
}

async function write(run: Run, session: Session, verb: Verb): Promise<void> {
	const step = STEPS[verb];
	const people = alive(session.people).filter((person) => concerns(person, verb));
	if (session.event === 'reported') {
		for (const person of people) person.step(step, 'skipped');
		return;
	}
	const isDone = (person: Person) =>
		session.objectId === '' ? person.settled : isInOther(person, verb);
	for (const person of people.filter(isDone)) person.step(step, 'unchanged');
	const open = people.filter((person) => !isDone(person));
	if (run.options.preview) {
		for (const person of open) person.step(step, 'synced', SAID[verb]);
		return;
	}
	await concurrently(inBatches(open, BATCH_SIZE), CALLS_AT_ONCE, async (batch) => {
		await sendSplitting(
			batch,
			async (part) => {
				const inputs = part.map((person) => inputOf(person, verb));
				const answer = await recordAttendance(run.client, session.target, verb, inputs);
				const words = answer.errors[0]?.message ?? 'its answer does not contain the contact';
				for (const person of part) {
					const lost = answer.failed > 0 && !answer.contactIds.has(person.contact?.id ?? '');
					if (lost) person.fail(`HubSpot did not write the ${step}: ${words}`, undefined, step);
					else person.step(step, 'synced', SAID[verb]);
				}
			},
			(part, error) => {
				for (const person of part) person.refuse(error, step);
			},
		);
	});
}

function concerns(person: Person, verb: Verb): boolean {
	const { report } = person;
	if (verb === 'attend') return report?.attendance?.attended === true;
	if (report?.registration === undefined) return false;
	const entry = entryOf(person);
	// Of a folded webinar nothing more is known; it is settled.
	const stands = entry === undefined ? !report.registration.cancelled : isRegistered(entry);
	return stands === (verb === 'register');
}

function entryOf({ contact, session }: Person): HistoryEntry | undefined {
	return contact?.history().entries.get(session?.historyKey ?? '');
}

/**
 * HubSpot knows an activity by contact and time, so the times are those that never change: the
 * registration's own, its cancellation's, and the start of the session, also when a later report
 * corrects the rest.
 * https://developers.hubspot.com/docs/api-reference/marketing-marketing-events-v3/guide
 */
function inputOf(person: Person, verb: Verb): AttendanceInput {
	const { input, contact, session } = person;
	const entry = entryOf(person);
	const moment = {
		register: entry?.registration?.at,
		cancel: entry?.registration?.cancelledAt,
		attend: entry === undefined ? undefined : attendanceStart(entry),
	}[verb];
	const interactionDateTime = Date.parse(moment ?? session?.input.start ?? '');
	const told = { contactId: contact?.id ?? '', interactionDateTime };
	if (verb !== 'attend') return told;
	return {
		...told,
		...(input.joinedAt !== null && { joinedAt: input.joinedAt }),
		...(input.leftAt !== null && { leftAt: input.leftAt }),
	};
}
