import { normaliseEmail } from '../../../shared/model/email';
import { groupsBy } from '../../../shared/model/groups';
import { inBatches } from '../../../shared/transport/batch';
import { concurrently } from '../../../shared/transport/concurrently';
import { asNumber, asText, type JsonObject } from '../../../shared/transport/json';
import { explain } from '../../../shared/model/reasons';
import { leadsBy } from '../../transport/endpoints/leads';
import { BATCH_SIZE } from '../../transport/limits';
import { allRows } from '../../transport/pages';
import { findsTooMuch, sendHalving } from '../../transport/sendHalving';
import type { Lead } from './lead';
import type { Run } from './run';

/** Looks people up by their addresses; who is not found keeps no ID. */
export async function lookUpLeads(run: Run, leads: readonly Lead[]): Promise<void> {
	await concurrently(inBatches(leads, BATCH_SIZE), run.client.concurrency, async (batch) => {
		await sendHalving(
			batch,
			async (part) => {
				const emails = part.map(({ email }) => email);
				const rows = await allRows(leadsBy(run.client, 'email', emails, ['email', 'updatedAt']));
				const byEmail = groupsBy(rows, ({ email }) => normaliseEmail(email));
				for (const lead of part) isLookedUp(run, lead, byEmail.get(lead.email) ?? []);
			},
			(part, error) => {
				for (const person of part.flatMap((lead) => lead.alive())) person.refuse(error, 'lead');
			},
			findsTooMuch,
		);
	});
}

function isLookedUp(run: Run, lead: Lead, rows: readonly JsonObject[]): void {
	const ids = rows.flatMap(({ id }) => asNumber(id) ?? []);
	if (ids.length > 1 && run.options.duplicates === 'refuse') {
		refuseDuplicates(lead, ids);
		return;
	}
	const newest = rows.reduce<JsonObject | undefined>(
		(best, row) => (best === undefined || updated(row) > updated(best) ? row : best),
		undefined,
	);
	const id = asNumber(newest?.id);
	if (id === undefined) return;
	lead.isFound(id);
	const note = ids.length > 1 ? `Of ${ids.length} people with this address` : undefined;
	for (const person of lead.alive()) {
		person.step('lead', 'unchanged', note && `${note}, ${id} was updated last`);
	}
}

function updated({ updatedAt }: JsonObject): number {
	return Date.parse(asText(updatedAt)) || 0;
}

/** @param ids of all of them, where they are known */
export function refuseDuplicates(lead: Lead, ids: readonly number[] = []): void {
	const { repair } = explain('duplicateLeads');
	const which = ids.length === 0 ? '' : ` (lead IDs ${ids.slice(0, NAMED).join(', ')})`;
	for (const person of lead.alive()) {
		const message = `Several people in Marketo have the address ${lead.email}${which}`;
		person.fail(message, repair, 'lead', 'duplicateLeads');
	}
}

const NAMED = 10;
