import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Outcome } from '../../../../shared/model/outcome';
import type { Written } from '../../../../shared/node/people';
import type { Person } from '../../people/person';
import { newRun, type PeopleOptions } from '../../people/run';
import { readPeopleOptions } from '../../people/options';
import { siftPeople } from '../../people/sift';
import { checkCampaigns } from './checkCampaigns';
import { findRecipients } from './findRecipients';
import { readRecipients } from './input';
import type { Recipient } from './recipient';
import { sendRequests } from './send';

/**
 * Requests smart campaigns for people. Marketo runs a campaign with every request and does not tell two
 * of them apart, so nothing is sent twice within a run, and a second run requests again.
 */
export async function requestCampaigns(
	this: IExecuteFunctions,
	items: INodeExecutionData[],
): Promise<Written[]> {
	if (items.length === 0) return [];
	const options: PeopleOptions = { ...readPeopleOptions(this), createMissing: false };
	const recipients = readRecipients(this, items);
	const people = recipients.map(({ person }) => person);
	const run = await newRun(this, options, people);
	siftPeople(people, options);
	await checkCampaigns(run.client, recipients);
	await findRecipients(run, recipients);
	await sendRequests(run, recipients);
	return recipients.map((recipient) => ({ outcome: outcomeOf(recipient, options.preview) }));
}

function outcomeOf({ person, request }: Recipient, preview: boolean): Outcome {
	const { ended, steps } = person;
	const requested = ended === null;
	const verb = preview ? 'Would request' : 'Requested';
	return {
		destination: 'marketo',
		...(ended ?? {
			result: 'synced',
			reason: null,
			message: [`${verb} smart campaign ${request?.campaignId}`, steps.lead?.message ?? '']
				.filter(Boolean)
				.join('. '),
			repair: '',
			retryAt: null,
		}),
		action: requested ? 'requested' : 'none',
		steps: stepsOf(steps),
		recordId: person.lead?.id == null ? '' : String(person.lead.id),
		preview,
	};
}

function stepsOf({ lead, campaign }: Person['steps']): Outcome['steps'] {
	return { ...(lead && { lead }), ...(campaign && { campaign }) };
}
