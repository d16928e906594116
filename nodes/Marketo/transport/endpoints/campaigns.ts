import type { JsonObject } from '../../../shared/transport/json';
import type { CampaignToken } from '../../mapping/campaignTokens';
import { BATCH_SIZE } from '../limits';
import type { MarketoAnswer, MarketoClient } from '../request';

const READ = 'Read-Only Campaign';

/**
 * One page of the smart campaigns that can be requested: active ones with the trigger Campaign is
 * Requested and the source Web Service API.
 * https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/assets/smart-campaigns
 */
export async function requestableCampaigns(
	client: MarketoClient,
	nextPageToken: string | undefined,
): Promise<MarketoAnswer> {
	return await client.request({
		path: '/rest/v1/campaigns.json',
		query: { isTriggerable: 'true', batchSize: BATCH_SIZE, nextPageToken },
		what: 'smart campaigns',
		permission: READ,
	});
}

/**
 * A smart campaign by its ID; undefined where there is none.
 * @param requestable only if it can be requested
 */
export async function campaignById(
	client: MarketoClient,
	id: number,
	requestable: boolean,
): Promise<JsonObject | undefined> {
	const { result } = await client.request({
		path: '/rest/v1/campaigns.json',
		query: { id, isTriggerable: requestable ? 'true' : undefined },
		what: `smart campaign ${id}`,
		permission: READ,
	});
	return result[0];
}

/**
 * Requests a smart campaign for at most 100 people. Every request runs it again: Marketo does not
 * tell two apart, so one whose answer is lost is not sent again.
 * @param tokens override the My Tokens of the campaign's program for this run
 */
export async function requestCampaign(
	client: MarketoClient,
	id: number,
	leadIds: readonly number[],
	tokens: readonly CampaignToken[],
): Promise<void> {
	const leads = leadIds.map((leadId) => ({ id: leadId }));
	await client.request({
		path: `/rest/v1/campaigns/${id}/trigger.json`,
		json: {
			input: {
				leads,
				...(tokens.length > 0 && { tokens: tokens.map((token) => ({ ...token })) }),
			},
		},
		write: 'requestCampaign',
		what: `smart campaign ${id}`,
		permission: 'Execute Campaign',
	});
}
