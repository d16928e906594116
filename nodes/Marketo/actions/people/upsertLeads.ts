import { isRefused } from '../../mapping/rowAnswer';
import { isCreated } from './createLeads';
import type { Lead } from './lead';
import { lookUpLeads, refuseDuplicates } from './lookUpLeads';
import { refuseRow } from './refuseRow';
import type { Run } from './run';
import { sendLeads } from './sendLeads';

const SEVERAL_MATCH = '1007';

/**
 * Creates or updates people by their addresses, in one call per 300. Empty fields are not sent, so
 * that they leave Marketo as it is. Where several people have an address, Marketo writes none of them.
 */
export async function upsertLeads(run: Run, leads: readonly Lead[]): Promise<void> {
	const several: Lead[] = [];
	const sent = leads.map((lead) => ({ lead, fields: { email: lead.email, ...lead.fields() } }));
	await sendLeads(run, { action: 'createOrUpdate', lookupField: 'email' }, sent, (lead, answer) => {
		if (answer?.code === SEVERAL_MATCH) several.push(lead);
		else if (answer === undefined || isRefused(answer) || answer.leadId === null) {
			for (const person of lead.alive()) refuseRow(person, 'lead', answer, 'the person');
		} else {
			lead.isFound(answer.leadId);
			if (answer.status === 'created') isCreated(lead);
			else isUpdated(lead);
		}
	});
	if (run.options.duplicates === 'refuse') {
		for (const lead of several) refuseDuplicates(lead);
		return;
	}
	await lookUpLeads(run, several);
	for (const lead of several) if (lead.id === null) refuseDuplicates(lead);
	await updateLeadsById(run, several);
}

/** Writes what there is to write to leads whose ID is known. */
export async function updateLeadsById(run: Run, leads: readonly Lead[]): Promise<void> {
	const sent = leads
		.filter((lead) => lead.id !== null && lead.alive().length > 0 && !lead.created)
		.flatMap((lead) => {
			const fields = lead.fields();
			return Object.keys(fields).length === 0 ? [] : [{ lead, fields: { id: lead.id, ...fields } }];
		});
	if (run.options.preview) {
		for (const { lead } of sent) isUpdated(lead);
		return;
	}
	await sendLeads(run, { action: 'updateOnly', lookupField: 'id' }, sent, (lead, answer) => {
		if (answer === undefined || isRefused(answer)) {
			for (const person of lead.alive()) refuseRow(person, 'lead', answer, 'the person');
			return;
		}
		lead.confirmed = true;
		isUpdated(lead);
	});
}

/** Marketo does not tell whether anything became different. */
function isUpdated(lead: Lead): void {
	for (const person of lead.alive()) person.step('lead', 'synced', person.steps.lead?.message);
}
