import type { IExecuteFunctions } from 'n8n-workflow';

import { alive } from '../../../shared/node/ended';
import { attempt } from '../../../shared/transport/attempt';
import type { Program } from '../../mapping/program';
import {
	chosenStatuses,
	matchStatuses,
	statusNamed,
	type StatusMap,
} from '../../mapping/statusKinds';
import { programFor, type ProgramNeeds } from '../programs/load';
import type { Person } from './person';
import type { Run } from './run';

/**
 * Finds the program of everybody, each program and channel once. A person whose program is not found
 * fails alone.
 * @param needs what an operation needs to know of the program of a person
 */
export async function loadPrograms(
	context: IExecuteFunctions,
	run: Run,
	needs: (person: Person) => ProgramNeeds = () => ({}),
): Promise<void> {
	for (const [itemIndex, person] of run.people.entries()) {
		if (person.ended !== null) continue;
		const found = await attempt(programFor(context, run.client, itemIndex, needs(person)));
		if (!found.ok) person.refuse(found.error, 'program');
		else if (found.value.program === undefined) {
			const { reason, message, repair } = found.value.refusal;
			person.fail(message, repair, 'program', reason);
		} else join(run, person, found.value.program, mapOf(context, itemIndex, found.value.program));
	}
	run.parts = run.parts.filter(({ people }) => alive(people).length > 0);
}

function join(run: Run, person: Person, program: Program, map: StatusMap): void {
	let part = run.parts.find((one) => one.program.id === program.id);
	if (part === undefined) {
		part = { program, map, people: [] };
		run.parts.push(part);
	}
	// A later item may have asked for more of it.
	if (program.tokens.size > 0) part.program = program;
	part.people.push(person);
	person.part = part;
}

/** The field Statuses of an operation that has one; by the names of the channel where it has none. */
function mapOf(
	context: IExecuteFunctions,
	itemIndex: number,
	{ statuses }: Pick<Program, 'statuses'>,
): StatusMap {
	if (context.getNodeParameter('statuses', itemIndex, 'automatic') !== 'manual') {
		return matchStatuses(statuses);
	}
	const chosen = chosenStatuses(context.getNodeParameter('statusFields.value', itemIndex, {}));
	// In the channel's own spelling; what it does not have is told of those who are to get it.
	return Object.fromEntries(
		Object.entries(chosen).map(([kind, name]) => [kind, statusNamed(statuses, name)?.name ?? name]),
	);
}
