import type { IExecuteResponsePromiseData } from 'n8n-workflow';

import type { StepResult } from './state';

/**
 * The answer to Call Webhook, for its response mappings: never empty, which Marketo would not map, and
 * without empty members, which would clear fields of the person.
 * https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/webhooks/response-mapping
 */
export function webhookResponse(result: StepResult): IExecuteResponsePromiseData {
	const { success, ...texts } = result;
	const told = Object.entries(texts).filter(([, text]) => text !== '');
	return {
		statusCode: 200,
		headers: { 'content-type': 'application/json' },
		body: { success, ...Object.fromEntries(told) },
	};
}
