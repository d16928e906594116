import { inBatches } from '../../../shared/transport/batch';
import { concurrently } from '../../../shared/transport/concurrently';
import { asNumber, asText } from '../../../shared/transport/json';
import { alive } from '../../../shared/node/ended';
import { membersBy } from '../../transport/endpoints/members';
import { BATCH_SIZE } from '../../transport/limits';
import { allRows } from '../../transport/pages';
import { findsTooMuch, sendHalving } from '../../transport/sendHalving';
import type { Person } from './person';
import type { ProgramPart } from './programPart';
import type { Run } from './run';

/** Reads which of the people are in their programs, with which status and member data. */
export async function readMembers(run: Run): Promise<void> {
	await readMembersOf(
		run,
		run.parts.flatMap(({ people }) => alive(people)),
	);
}

/** The same for some of the people, as it is now. */
export async function readMembersOf(run: Run, people: readonly Person[]): Promise<void> {
	const batches = run.parts.flatMap((part) => {
		const own = people.filter((person) => person.part === part && person.lead?.id != null);
		return inBatches(own, BATCH_SIZE).map((batch) => ({ part, batch }));
	});
	const fields = ['leadId', 'statusName', ...run.memberFields.keys()];
	await concurrently(batches, run.client.concurrency, async ({ part, batch }) => {
		await sendHalving(
			batch,
			async (some) => await readSome(run, part, some, fields),
			(some, error) => {
				for (const person of some) person.refuse(error, 'status');
			},
			findsTooMuch,
		);
	});
}

async function readSome(
	run: Run,
	{ program }: ProgramPart,
	people: readonly Person[],
	fields: readonly string[],
): Promise<void> {
	const ids = people.flatMap(({ lead }) => lead?.id ?? []);
	const rows = await allRows(membersBy(run.client, program.id, 'leadId', ids, fields));
	const byLead = new Map(rows.map((row) => [asNumber(row.leadId), row]));
	for (const person of people) {
		const row = byLead.get(person.lead?.id ?? undefined);
		if (row === undefined) continue;
		if (person.lead !== null) person.lead.confirmed = true;
		person.member = { status: asText(row.statusName), fields: row };
		person.status = person.member.status;
	}
}
