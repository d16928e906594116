import { explain } from '../../../shared/model/reasons';
import { isRefused, type RowAnswer } from '../../mapping/rowAnswer';
import type { Lead } from './lead';
import { lookUpLeads } from './lookUpLeads';
import { refuseRow } from './refuseRow';
import type { Run } from './run';
import { sendLeads, type Sent } from './sendLeads';

const LEAD_EXISTS = '1005';

/** Creates people whom a look-up has not found, or says that they are missing. */
export async function createLeads(run: Run, leads: readonly Lead[]): Promise<void> {
	const { preview, createMissing } = run.options;
	if (!createMissing) {
		for (const lead of leads) isMissing(lead);
		return;
	}
	if (preview) {
		for (const lead of leads) isCreated(lead);
		return;
	}
	const met: Lead[] = [];
	const sent = leads.map((lead): Sent => ({
		lead,
		fields: { email: lead.email, ...lead.fields() },
	}));
	await sendLeads(run, { action: 'createOnly', lookupField: 'email' }, sent, (lead, answer) => {
		// Somebody else has created the person meanwhile, or this run in a call whose answer was lost.
		if (answer?.code === LEAD_EXISTS) met.push(lead);
		else settle(lead, answer);
	});
	await lookUpLeads(run, met);
	for (const lead of met) if (lead.id === null) isMissing(lead);
}

function settle(lead: Lead, answer: RowAnswer | undefined): void {
	if (answer === undefined || isRefused(answer) || answer.leadId === null) {
		for (const person of lead.alive()) refuseRow(person, 'lead', answer, 'the person');
		return;
	}
	lead.isFound(answer.leadId);
	isCreated(lead);
}

/** The first of its people has made the lead; the others have found it. */
export function isCreated(lead: Lead): void {
	lead.created = true;
	lead.alive().forEach((person, index) => {
		person.step('lead', index === 0 ? 'synced' : 'unchanged', person.steps.lead?.message);
	});
}

function isMissing(lead: Lead): void {
	const { message, repair } = explain('leadNotFound');
	for (const person of lead.alive()) person.fail(message, repair, 'lead', 'leadNotFound');
}
