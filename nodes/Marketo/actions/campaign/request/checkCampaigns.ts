import { groupsBy } from '../../../../shared/model/groups';
import { attempt } from '../../../../shared/transport/attempt';
import { unless } from '../../../../shared/transport/unless';
import { VendorError } from '../../../../shared/transport/vendorError';
import { campaignOf } from '../../../mapping/campaign';
import { campaignById } from '../../../transport/endpoints/campaigns';
import { isNotFound } from '../../../transport/notFound';
import type { MarketoClient } from '../../../transport/request';
import type { Person } from '../../people/person';
import { stillIn, type Recipient } from './recipient';

/**
 * Asks of each smart campaign once whether it can be requested, so that a preview tells it, and that
 * who is at fault is not the people. An API user who may request campaigns but not read them goes on: Marketo
 * says then what it has to say.
 */
export async function checkCampaigns(
	client: MarketoClient,
	recipients: readonly Recipient[],
): Promise<void> {
	const byCampaign = groupsBy(stillIn(recipients), ({ request }) => request.campaignId);
	for (const [id, members] of byCampaign) {
		const checked = await attempt(problemOf(client, id));
		for (const { person } of members) {
			if (!checked.ok) person.refuse(checked.error, 'campaign');
			else if (checked.value !== null) notRequestable(person, checked.value);
		}
	}
}

const REPAIR =
	'Activate the smart campaign in Marketo, and give it the trigger Campaign is Requested with the source Web Service API; or choose another one from the list';

export function notRequestable(person: Person, message: string): void {
	person.fail(message, REPAIR, 'campaign', 'campaignNotRequestable');
}

/** null = it can be requested, or nobody may look. */
async function problemOf(client: MarketoClient, id: number): Promise<string | null> {
	const requestable = await read(client, id, true);
	if (requestable === 'unknown' || requestable !== undefined) return null;
	const row = await read(client, id, false);
	const campaign = row === undefined || row === 'unknown' ? undefined : campaignOf(row);
	if (campaign === undefined) return `Marketo has no smart campaign ${id}`;
	const name = `Smart campaign ${campaign.name} (${id})`;
	if (campaign.type === 'batch') return `${name} is a batch campaign`;
	return campaign.active
		? `${name} has no trigger Campaign is Requested with the source Web Service API`
		: `${name} is not active`;
}

async function read(client: MarketoClient, id: number, requestable: boolean) {
	const found = unless(isNotFound, campaignById(client, id, requestable));
	return await found.catch(async (error: unknown) =>
		mayNotLook(error) ? ('unknown' as const) : await Promise.reject(error),
	);
}

/** Only the code of a missing permission: a refused sign-in is everybody's matter. */
function mayNotLook(error: unknown): boolean {
	return error instanceof VendorError && error.details.code === '603';
}
