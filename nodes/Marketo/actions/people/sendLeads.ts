import type { IDataObject } from 'n8n-workflow';

import { inBatches } from '../../../shared/transport/batch';
import { concurrently } from '../../../shared/transport/concurrently';
import { tellsCompany, withoutCompany } from '../../mapping/leadFields';
import type { FieldValues } from '../../mapping/memberFields';
import { isRefused, type RowAnswer } from '../../mapping/rowAnswer';
import { syncLeads, type LeadSync } from '../../transport/endpoints/leads';
import { BATCH_SIZE } from '../../transport/limits';
import { sendHalving } from '../../transport/sendHalving';
import type { Lead } from './lead';
import type { Run } from './run';

/** One lead on its way to Marketo. */
export interface Sent {
	lead: Lead;
	/** With the field that it is looked up by. */
	fields: FieldValues;
}

const COMPANY_LOCKED = '1021';
const COMPANY_NOTE = 'Without the company, which Marketo does not take here (1021)';

/**
 * Writes leads, 300 a call and several calls at once. An address is in one call only, because Marketo
 * would create it twice; calls of two kinds must follow one another for the same reason.
 * Where Marketo does not take the company of a person, the person is sent again without it.
 */
export async function sendLeads(
	run: Run,
	sync: Omit<LeadSync, 'partition'>,
	sent: readonly Sent[],
	settle: (lead: Lead, answer: RowAnswer | undefined) => void,
): Promise<void> {
	const locked: Sent[] = [];
	await sendAll(run, sync, sent, (one, answer) => {
		if (answer?.code === COMPANY_LOCKED && tellsCompany(one.fields)) locked.push(one);
		else settle(one.lead, answer);
	});
	const without = locked.map(({ lead, fields }) => ({ lead, fields: withoutCompany(fields) }));
	await sendAll(run, sync, without, ({ lead }, answer) => {
		if (answer !== undefined && !isRefused(answer)) {
			for (const person of lead.alive()) person.step('lead', 'synced', COMPANY_NOTE);
		}
		settle(lead, answer);
	});
}

async function sendAll(
	run: Run,
	sync: Omit<LeadSync, 'partition'>,
	sent: readonly Sent[],
	settle: (sent: Sent, answer: RowAnswer | undefined) => void,
): Promise<void> {
	// Marketo takes a partition only where people may be created.
	const partition = sync.action === 'updateOnly' ? '' : run.options.partition;
	await concurrently(inBatches(sent, BATCH_SIZE), run.client.concurrency, async (batch) => {
		await sendHalving(
			batch,
			async (part) => {
				const input = part.map(({ fields }): IDataObject => ({ ...fields }));
				const answers = await syncLeads(run.client, { ...sync, partition }, input);
				part.forEach((one, index) => settle(one, answers[index]));
			},
			(part, error) => {
				for (const person of part.flatMap(({ lead }) => lead.alive())) person.refuse(error, 'lead');
			},
		);
	});
}
