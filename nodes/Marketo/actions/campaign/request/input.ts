import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { unresolvedField } from '../../../../shared/node/errors';
import { asObjects, asText } from '../../../../shared/transport/json';
import { campaignIdOf } from '../../../mapping/campaign';
import { readCampaignTokens } from '../../../mapping/campaignTokens';
import { unreadable } from '../../people/person';
import { readWho } from '../../people/who';
import type { Recipient } from './recipient';

/** One person per item. A field that n8n cannot resolve is that person's problem alone. */
export function readRecipients(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
): Recipient[] {
	return items.map((_, index) => {
		try {
			return readRecipient(context, index);
		} catch (error) {
			const repair = 'Correct the value of the named field, for this item';
			return { person: unreadable(unresolvedField(error), repair), request: null };
		}
	});
}

function readRecipient(context: IExecuteFunctions, index: number): Recipient {
	const person = readWho(context, index);
	const campaignId = readCampaignId(context, index);
	const read = readCampaignTokens(asObjects(context.getNodeParameter('tokens.token', index, [])));
	if (campaignId === undefined) {
		person.fail(
			'Smart Campaign holds neither an ID nor the address of a smart campaign',
			'Choose the smart campaign from the list, or enter its ID, e.g. 5001 of https://app-ab12.marketo.com/#SC5001A1',
		);
		return { person, request: null };
	}
	if ('problem' in read) {
		person.fail(read.problem.message, read.problem.repair);
		return { person, request: null };
	}
	return { person, request: { campaignId, tokens: read.tokens } };
}

function readCampaignId(context: IExecuteFunctions, index: number): number | undefined {
	const parameter: unknown = context.getNodeParameter('campaign', index, '');
	const value =
		typeof parameter === 'object' && parameter !== null && 'value' in parameter
			? parameter.value
			: parameter;
	return campaignIdOf(asText(value));
}
