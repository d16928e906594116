import { inBatches } from '../../../shared/transport/batch';
import { registeredAt } from '../../mapping/report';
import { sendSplitting } from '../../transport/attempt';
import { recordAttendance, type AttendanceInput, type Verb } from '../../transport/events';
import { BATCH_SIZE } from '../../transport/limits';
import { alive, type Person, type StepName } from './person';
import type { Run } from './run';
import type { Session } from './session';

const STEPS: Record<Verb, StepName> = { register: 'registration', attend: 'attendance' };

/** Writes who registered and then who came, session by session, under the platform's own times. */
export async function writeAttendance(run: Run): Promise<void> {
	for (const session of run.sessions) {
		await write(run, session, 'register', (person) => registeredAt(person.input) !== null);
		await write(run, session, 'attend', (person) => person.input.attended);
	}
}

async function write(
	run: Run,
	session: Session,
	verb: Verb,
	concerns: (person: Person) => boolean,
): Promise<void> {
	const step = STEPS[verb];
	const people = alive(session.people).filter(concerns);
	for (const person of people) if (person.settled) person.step(step, 'unchanged');
	const open = people.filter(({ settled }) => !settled);
	if (run.options.preview) {
		for (const person of open) person.step(step, 'synced');
		return;
	}
	for (const batch of inBatches(open, BATCH_SIZE)) {
		await sendSplitting(
			batch,
			async (part) => {
				const inputs = part.map((person) => inputOf(person, session, verb));
				const answer = await recordAttendance(run.client, session.key, verb, inputs);
				const words = answer.errors[0]?.message ?? 'its answer does not contain the contact';
				for (const person of part) {
					const lost = answer.failed > 0 && !answer.contactIds.has(person.contact?.id ?? '');
					if (lost) person.fail(`HubSpot did not write the ${step}: ${words}`, undefined, step);
					else person.step(step, 'synced');
				}
			},
			(part, error) => {
				for (const person of part) person.refuse(error, step);
			},
		);
	}
}

/**
 * HubSpot knows an activity by contact and time, so the times are those that never change: the
 * registration's own, and the start of the session, also when a later report corrects the rest.
 * https://developers.hubspot.com/docs/api-reference/marketing-marketing-events-v3/guide
 */
function inputOf(person: Person, session: Session, verb: Verb): AttendanceInput {
	const { input, contact } = person;
	const contactId = contact?.id ?? '';
	if (verb === 'register') {
		const moment = registeredAt(input) ?? session.input.start;
		return { contactId, interactionDateTime: Date.parse(moment) };
	}
	const start = contact?.history().entries.get(session.historyKey)?.start ?? session.input.start;
	return {
		contactId,
		interactionDateTime: Date.parse(start),
		...(input.joinedAt !== null && { joinedAt: input.joinedAt }),
		...(input.leftAt !== null && { leftAt: input.leftAt }),
	};
}
