import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';

import type { Reason } from '../../shared/model/reasons';
import { webhookAnswerJson, webhookAnswerText } from '../../shared/node/webhookAnswer';
import { judge } from './choice';
import { parse, type ZoomEvent } from './parse';
import { readAccountId, readChoice, readSecrets, readWindowSeconds } from './settings';
import { shape, type TriggerItem } from './shape';
import { answerUrlValidation } from './urlValidation';
import { verify } from './verify';

const OTHER_ACCOUNT: Reason = 'otherAccount';

/**
 * Answers one delivery: 401 unless Zoom signed it within the window, 200 for everything else.
 * Zoom repeats only on 5xx and counts 4xx as the endpoint's failure, so an event that is genuine
 * but not wanted is answered 200 and starts nothing.
 * https://developers.zoom.us/docs/api/webhooks/#webhook-retries
 * @param credentials what the node's credential holds: secret tokens and the account
 */
export async function receive(
	context: IWebhookFunctions,
	credentials: ICredentialDataDecryptedObject,
): Promise<IWebhookResponseData> {
	const options = context.getNodeParameter('options', {}) as IDataObject;
	const headers = context.getHeaderData();
	const { rawBody } = context.getRequestObject();
	const verdict = verify(
		{
			rawBody,
			signature: headers['x-zm-signature'],
			timestamp: headers['x-zm-request-timestamp'],
		},
		{
			secrets: readSecrets(credentials),
			now: Date.now(),
			windowSeconds: readWindowSeconds(options),
		},
	);
	if (!verdict.genuine) {
		context.logger.warn(`Zoom Webinar Trigger refused a request: ${verdict.why}`);
		return webhookAnswerText(context, 401, 'Unauthorized');
	}
	const delivery = parse(rawBody);
	if (delivery.kind === 'urlValidation') {
		return webhookAnswerJson(context, answerUrlValidation(delivery.plainToken, verdict.secret));
	}
	const item =
		delivery.kind === 'event'
			? wantedItem(context, delivery.event, readAccountId(credentials), options)
			: leaveOut(context, delivery.why);
	return item === undefined
		? webhookAnswerJson(context, { received: true })
		: { workflowData: [[{ json: item }]] };
}

/** The item that starts the workflow, undefined when nothing is to be started. */
function wantedItem(
	context: IWebhookFunctions,
	event: ZoomEvent,
	accountId: string,
	options: IDataObject,
): TriggerItem | undefined {
	const choice = readChoice(context.getNodeParameter('events', []), options);
	if (!choice.events.includes(event.event)) return undefined;
	if (accountId !== '' && event.accountId !== '' && event.accountId !== accountId) {
		return leaveOut(
			context,
			`${OTHER_ACCOUNT}: it is about another Zoom account than the credential's Account ID`,
		);
	}
	const shaped = shape(event, { includeDownloadToken: options.includeDownloadToken === true });
	if (shaped.kind === 'leftOut') {
		return leaveOut(context, shaped.why, shaped.usual ? 'debug' : 'warn');
	}
	const verdict = judge(shaped.item, choice);
	if (verdict === 'untold') {
		return leaveOut(context, 'it does not name the topic or the host that the node filters by');
	}
	return verdict === 'wanted' ? shaped.item : undefined;
}

function leaveOut(
	context: IWebhookFunctions,
	why: string,
	level: 'warn' | 'debug' = 'warn',
): undefined {
	context.logger[level](`Zoom Webinar Trigger left a delivery out: ${why}`);
	return undefined;
}
