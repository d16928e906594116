import { alive } from '../../../shared/node/ended';
import { inBatches } from '../../../shared/transport/batch';
import { concurrently } from '../../../shared/transport/concurrently';
import { isRefused, type RowAnswer } from '../../mapping/rowAnswer';
import { changeStatus } from '../../transport/endpoints/members';
import { codeOf } from '../../transport/errors';
import { BATCH_SIZE } from '../../transport/limits';
import { sendHalving } from '../../transport/sendHalving';
import { planStatus, refuseStatus, unknownStatus } from './planStatus';
import type { Person } from './person';
import type { ProgramPart } from './programPart';
import { readMembersOf } from './readMembers';
import { refuseRow } from './refuseRow';
import type { Run } from './run';

/** One status that people of one program get. */
interface StatusGroup {
	part: ProgramPart;
	name: string;
	people: Person[];
}

const ALREADY_THERE = '1037';
const UNKNOWN_STATUS = '1025';

/**
 * Gives everybody the status that is wished for, by program and status, 300 a call. What Marketo would
 * refuse, because it moves nobody back, is told beforehand.
 */
export async function changeStatuses(run: Run): Promise<void> {
	const groups = run.parts.flatMap(groupsOf);
	if (run.options.preview) {
		for (const { name, people } of groups) for (const person of people) isGiven(person, name);
		return;
	}
	const met: Array<{ person: Person; name: string }> = [];
	const batches = groups.flatMap(({ people, ...group }) =>
		inBatches(people, BATCH_SIZE).map((batch) => ({ ...group, batch })),
	);
	await concurrently(batches, run.client.concurrency, async ({ part, name, batch }) => {
		const settle = (person: Person, answer: RowAnswer | undefined) => {
			if (answer?.code === ALREADY_THERE) met.push({ person, name });
			else if (answer?.code === UNKNOWN_STATUS) refuseStatus(person, unknownStatus(part, name));
			else if (answer === undefined || isRefused(answer)) {
				refuseRow(person, 'status', answer, `the program status ${name}`);
			} else isGiven(person, name);
		};
		await sendHalving(
			batch,
			async (some) => {
				const ids = some.flatMap(({ lead }) => lead?.id ?? []);
				const answers = await changeStatus(run.client, part.program.id, name, ids);
				some.forEach((person, index) => settle(person, answers[index]));
			},
			(some, error) => {
				for (const person of some) {
					// Marketo says it of a whole call as well.
					if (codeOf(error) === UNKNOWN_STATUS) refuseStatus(person, unknownStatus(part, name));
					else person.refuse(error, 'status');
				}
			},
		);
	});
	await lookAgain(run, met);
}

/** Everybody with a status to be written, by its name. */
function groupsOf(part: ProgramPart): StatusGroup[] {
	const groups = new Map<string, StatusGroup>();
	for (const person of alive(part.people)) {
		const name = planStatus(part, person);
		if (name === null) continue;
		const group = groups.get(name) ?? { part, name, people: [] };
		groups.set(name, group);
		group.people.push(person);
	}
	return [...groups.values()];
}

function isGiven(person: Person, name: string): void {
	person.step('status', 'synced', name);
	person.status = name;
}

/**
 * Marketo says of both that they are "already in or past" the status: those whom this run has moved in a
 * call whose answer was lost, and those whom somebody else has moved. So they are read once more.
 */
async function lookAgain(
	run: Run,
	met: ReadonlyArray<{ person: Person; name: string }>,
): Promise<void> {
	await readMembersOf(
		run,
		met.map(({ person }) => person),
	);
	for (const { person, name } of met) {
		if (person.ended !== null) continue;
		if (person.status === name) {
			isGiven(person, name);
			continue;
		}
		const present = person.status === '' ? '' : `: ${person.status}`;
		const message = `The person already has this status or a later one${present}`;
		person.step('status', 'unchanged', message);
		person.tell({ result: null, reason: 'alreadyInOrPastStatus', message, repair: '' });
	}
}
