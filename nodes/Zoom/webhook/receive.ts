import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { isChosen } from './choice';
import { parse } from './parse';
import { CREDENTIAL, readChoice, readSecrets, readWindowSeconds } from './settings';
import { shapeWebinarEnded } from './shape';
import { answerUrlValidation } from './urlValidation';
import { verify } from './verify';

/**
 * Answers one delivery: 401 unless Zoom signed it within the window, 200 for everything else.
 * Zoom repeats only on 5xx and counts 4xx as the endpoint's failure, so an event that is genuine
 * but not wanted is answered 200 and starts nothing.
 * https://developers.zoom.us/docs/api/webhooks/#webhook-retries
 */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const secrets = readSecrets(await context.getCredentials(CREDENTIAL));
	const options = context.getNodeParameter('options', {}) as IDataObject;
	const headers = context.getHeaderData();
	const { rawBody } = context.getRequestObject();
	const verdict = verify(
		{
			rawBody,
			signature: headers['x-zm-signature'],
			timestamp: headers['x-zm-request-timestamp'],
		},
		{ secrets, now: Date.now(), windowSeconds: readWindowSeconds(options) },
	);
	if (!verdict.genuine) {
		context.logger.warn(`Zoom Webinar Trigger refused a request: ${verdict.why}`);
		return answer(context, 401, 'text/plain; charset=utf-8', 'Unauthorized');
	}
	const delivery = parse(rawBody);
	if (delivery.kind === 'urlValidation') {
		return answerJson(context, answerUrlValidation(delivery.plainToken, verdict.secret));
	}
	if (delivery.kind === 'unusable') {
		context.logger.warn(`Zoom Webinar Trigger left a delivery out: ${delivery.why}`);
		return answerJson(context, { received: true });
	}
	const choice = readChoice(context.getNodeParameter('events', []), options);
	if (!choice.events.includes(delivery.event.event)) {
		return answerJson(context, { received: true });
	}
	const item = shapeWebinarEnded(delivery.event);
	if (item === null) {
		context.logger.warn('Zoom Webinar Trigger left a delivery out: it names no webinar session');
		return answerJson(context, { received: true });
	}
	if (!isChosen(item, choice)) return answerJson(context, { received: true });
	return { workflowData: [[{ json: item }]] };
}

function answerJson(context: IWebhookFunctions, body: IDataObject): IWebhookResponseData {
	return answer(context, 200, 'application/json; charset=utf-8', JSON.stringify(body));
}

/** Written by ourselves, because n8n cannot answer 401, and answers in its own words otherwise. */
function answer(
	context: IWebhookFunctions,
	status: number,
	contentType: string,
	body: string,
): IWebhookResponseData {
	const response = context.getResponseObject();
	response.statusCode = status;
	response.setHeader('content-type', contentType);
	response.end(body);
	return { noWebhookResponse: true };
}
