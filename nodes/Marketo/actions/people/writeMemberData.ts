import type { IDataObject } from 'n8n-workflow';

import { explain } from '../../../shared/model/reasons';
import { alive } from '../../../shared/node/ended';
import { inBatches } from '../../../shared/transport/batch';
import { concurrently } from '../../../shared/transport/concurrently';
import type { FieldValues } from '../../mapping/memberFields';
import { isRefused } from '../../mapping/rowAnswer';
import { writeMemberData as send } from '../../transport/endpoints/members';
import { BATCH_SIZE } from '../../transport/limits';
import { sendHalving } from '../../transport/sendHalving';
import { memberDataOf } from './memberData';
import type { Person } from './person';
import type { ProgramPart } from './programPart';
import { refuseRow } from './refuseRow';
import type { Run } from './run';

interface Update {
	person: Person;
	fields: FieldValues;
	note: string | undefined;
}

/** Writes member fields, 300 people a call; only what differs from what the program holds. */
export async function writeMemberData(run: Run): Promise<void> {
	const batches = run.parts.flatMap((part) =>
		inBatches(updatesOf(run, part), BATCH_SIZE).map((batch) => ({ part, batch })),
	);
	if (run.options.preview) {
		for (const update of batches.flatMap(({ batch }) => batch)) isWritten(update);
		return;
	}
	await concurrently(batches, run.client.concurrency, async ({ part, batch }) => {
		await sendHalving(
			batch,
			async (some) => {
				const input = some.map(({ person, fields }): IDataObject => ({
					leadId: person.lead?.id,
					...fields,
				}));
				const answers = await send(run.client, part.program.id, input);
				some.forEach((update, index) => {
					const answer = answers[index];
					if (answer !== undefined && !isRefused(answer)) isWritten(update);
					else refuseRow(update.person, 'memberData', answer, 'the member data');
				});
			},
			(some, error) => {
				for (const { person } of some) person.refuse(error, 'memberData');
			},
		);
	});
}

function updatesOf(run: Run, { people }: ProgramPart): Update[] {
	return alive(people).flatMap((person) => {
		const data = memberDataOf(person, run.memberFields);
		const { fields } = data;
		if (!person.isMember) {
			refuseStranger(person, fields);
			return [];
		}
		const note = data.note === '' ? undefined : data.note;
		if (Object.keys(fields).length > 0) return [{ person, fields, note }];
		const { length } = Object.keys(person.wish.fields);
		if (length > 0) person.step('memberData', note === undefined ? 'unchanged' : 'skipped', note);
		return [];
	});
}

/** Whoever is to get no status has to be in the program already. */
function refuseStranger(person: Person, fields: FieldValues): void {
	if (person.wish.status !== null || Object.keys(fields).length === 0) return;
	const { message, repair } = explain('notAMember');
	person.fail(message, repair, 'memberData', 'notAMember');
}

function isWritten({ person, note }: Update): void {
	person.step('memberData', 'synced', note);
}
