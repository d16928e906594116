import { concurrently } from '../../../../shared/transport/concurrently';
import type { VendorError } from '../../../../shared/transport/vendorError';
import { explain } from '../../../../shared/model/reasons';
import { requestCalls } from '../../../mapping/requestGroups';
import { requestCampaign } from '../../../transport/endpoints/campaigns';
import { codeOf } from '../../../transport/errors';
import { CAMPAIGN_BATCH_SIZE } from '../../../transport/limits';
import { isNotFound } from '../../../transport/notFound';
import { sendHalving } from '../../../transport/sendHalving';
import type { Person } from '../../people/person';
import type { Run } from '../../people/run';
import { notRequestable } from './checkCampaigns';
import { stillIn, type Recipient } from './recipient';

/** Meanwhile a lead is gone: Marketo refuses the whole request, and nobody has run. */
const LEAD_NOT_FOUND = '1004';
const INVALID = '1003';

/** Requests the smart campaigns, 100 people a call; people with the same tokens share one. */
export async function sendRequests(run: Run, recipients: readonly Recipient[]): Promise<void> {
	const calls = requestCalls(stillIn(recipients), ({ request }) => request, CAMPAIGN_BATCH_SIZE);
	await concurrently(calls, run.client.concurrency, async ({ campaignId, tokens, people }) => {
		await sendHalving(
			people.map(({ person }) => person),
			async (part) => {
				const ids = part.flatMap(({ lead }) => lead?.id ?? []);
				if (!run.options.preview) await requestCampaign(run.client, campaignId, ids, tokens);
				for (const person of part) person.step('campaign', 'synced');
			},
			(part, error) => {
				for (const person of part) refused(person, error, campaignId);
			},
			(error) => codeOf(error) === LEAD_NOT_FOUND,
		);
	});
}

function refused(person: Person, error: VendorError, campaignId: number): void {
	const words = error.details.message;
	if (codeOf(error) === LEAD_NOT_FOUND) {
		const { message, repair } = explain('leadDeleted');
		person.fail(message, repair, 'lead', 'leadDeleted');
	} else if (isNotFound(error)) {
		notRequestable(person, `Marketo has no smart campaign ${campaignId}`);
	} else if (codeOf(error) === INVALID && /campaign|trigger|active/i.test(words)) {
		notRequestable(person, words);
	} else {
		person.refuse(error, 'campaign');
	}
}
