import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

/**
 * Answers a webhook by hand, because n8n cannot answer 401, and answers in its own words otherwise.
 * No workflow is started.
 */
export function webhookAnswer(
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

/** The same with a JSON body and status 200. */
export function webhookAnswerJson(
	context: IWebhookFunctions,
	body: IDataObject,
): IWebhookResponseData {
	return webhookAnswer(context, 200, 'application/json; charset=utf-8', JSON.stringify(body));
}

/** The same with plain words. */
export function webhookAnswerText(
	context: IWebhookFunctions,
	status: number,
	words: string,
): IWebhookResponseData {
	return webhookAnswer(context, status, 'text/plain; charset=utf-8', words);
}
