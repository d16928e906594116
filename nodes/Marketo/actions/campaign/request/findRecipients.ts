import { explain } from '../../../../shared/model/reasons';
import { inBatches } from '../../../../shared/transport/batch';
import { concurrently } from '../../../../shared/transport/concurrently';
import { asNumber } from '../../../../shared/transport/json';
import { requestKey } from '../../../mapping/requestGroups';
import { leadsBy } from '../../../transport/endpoints/leads';
import { BATCH_SIZE } from '../../../transport/limits';
import { allRows } from '../../../transport/pages';
import { findsTooMuch, sendHalving } from '../../../transport/sendHalving';
import { Lead } from '../../people/lead';
import { lookUpLeads } from '../../people/lookUpLeads';
import type { Person } from '../../people/person';
import type { Run } from '../../people/run';
import { stillIn, type Recipient } from './recipient';

/** Finds everybody in Marketo, 300 a call; nobody is created. Who comes twice for the same is asked for once. */
export async function findRecipients(run: Run, recipients: readonly Recipient[]): Promise<void> {
	const leads = gather(stillIn(recipients).map(({ person }) => person));
	await lookUpLeads(
		run,
		leads.filter(({ id }) => id === null),
	);
	await confirmLeads(
		run,
		leads.filter(({ email }) => email === ''),
	);
	for (const lead of leads.filter(({ confirmed }) => !confirmed)) {
		const { repair } = explain('leadNotFound');
		const whom = lead.email === '' ? `the lead ID ${lead.id}` : `the address ${lead.email}`;
		for (const person of lead.alive()) {
			person.fail(`Marketo has no person with ${whom}`, repair, 'lead', 'leadNotFound');
		}
	}
	dropDoubles(recipients);
}

function gather(people: readonly Person[]): Lead[] {
	const leads = new Map<string, Lead>();
	for (const person of people) {
		const { email, leadId } = person.input;
		const key = leadId === null ? email : String(leadId);
		const lead = leads.get(key) ?? new Lead(leadId === null ? email : '', leadId);
		leads.set(key, lead);
		lead.people.push(person);
		person.lead = lead;
	}
	return [...leads.values()];
}

/** One lead that is gone would have Marketo refuse the request of 100. */
async function confirmLeads(run: Run, leads: readonly Lead[]): Promise<void> {
	await concurrently(inBatches(leads, BATCH_SIZE), run.client.concurrency, async (batch) => {
		await sendHalving(
			batch,
			async (part) => {
				const ids = part.flatMap(({ id }) => id ?? []);
				const rows = await allRows(leadsBy(run.client, 'id', ids, []));
				const known = new Set(rows.map((row) => asNumber(row.id)));
				for (const lead of part) {
					if (lead.id !== null && known.has(lead.id)) lead.isFound(lead.id);
				}
			},
			(part, error) => {
				for (const person of part.flatMap((lead) => lead.alive())) person.refuse(error, 'lead');
			},
			findsTooMuch,
		);
	});
}

function dropDoubles(recipients: readonly Recipient[]): void {
	const seen = new Set<string>();
	for (const { person, request } of stillIn(recipients)) {
		const key = `${person.lead?.id} ${requestKey(request)}`;
		if (seen.has(key)) person.skip('duplicate', DOUBLE);
		seen.add(key);
	}
}

const DOUBLE = {
	message: 'Another item requests the smart campaign for the same person with the same tokens',
	repair: '',
};
