import { alive } from '../../../shared/node/ended';
import { createLeads } from './createLeads';
import { Lead } from './lead';
import { lookUpLeads } from './lookUpLeads';
import type { Person } from './person';
import type { Run } from './run';
import { dropDuplicates, whoseLead } from './sift';
import { updateLeadsById, upsertLeads } from './upsertLeads';

/**
 * Finds everybody in Marketo, and creates or updates them as the options say: by default one upsert by
 * address of all at once. Where people who are there are left alone, nobody is written whom a look-up
 * finds, so that a second run writes nothing. Somebody with a lead ID is that lead. Who may not be created is only
 * looked up, and keeps no ID where Marketo does not know them.
 */
export async function findLeads(run: Run): Promise<void> {
	run.leads = gather(run.people);
	const { preview, createMissing, knownPeople } = run.options;
	const lookedUp = run.leads.filter(({ id }) => id === null);
	const byEmail = lookedUp.filter(mayBeCreated);
	if (preview || !createMissing || knownPeople === 'leave') {
		await lookUpLeads(run, byEmail);
		await createLeads(run, missing(byEmail));
		if (knownPeople === 'update') await updateLeadsById(run, found(byEmail));
	} else {
		await upsertLeads(run, byEmail);
	}
	await lookUpLeads(
		run,
		lookedUp.filter((lead) => !mayBeCreated(lead)),
	);
	const byId = run.leads.filter(({ email }) => email === '');
	if (knownPeople === 'update') await updateLeadsById(run, found(byId));
	dropDuplicates(run.people, whoseLead, SAME_LEAD);
}

const SAME_LEAD = {
	message: 'Another item of this program is the same person in Marketo; one of the items was used',
	repair: '',
};

function gather(people: readonly Person[]): Lead[] {
	const leads = new Map<string, Lead>();
	for (const person of alive(people)) {
		const { email, leadId } = person.input;
		const key = leadId === null ? email : String(leadId);
		const lead = leads.get(key) ?? (leadId === null ? new Lead(email, null) : new Lead('', leadId));
		leads.set(key, lead);
		lead.people.push(person);
		person.lead = lead;
	}
	return [...leads.values()];
}

function mayBeCreated({ people }: Lead): boolean {
	return people.some((person) => person.mayBeCreated);
}

function missing(leads: readonly Lead[]): Lead[] {
	return leads.filter((lead) => lead.id === null && lead.alive().length > 0);
}

function found(leads: readonly Lead[]): Lead[] {
	return leads.filter((lead) => lead.id !== null && lead.alive().length > 0);
}
