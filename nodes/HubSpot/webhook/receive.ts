import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import type { Reason } from '../../shared/model/reasons';
import { webhookAnswer, webhookAnswerText } from '../../shared/node/webhookAnswer';
import { readHostileJson } from '../../shared/transport/hostileJson';
import { asObject, type JsonObject } from '../../shared/transport/json';
import { addressOf, calledUrl, partOf } from './address';
import { actionDefinition } from './definition';
import { actionItem, choicesItem, webhookItem, type ActionItem } from './parse';
import { readSettings, type Settings } from './settings';
import { verifyApiKey, verifySignature, type Verdict } from './verify';

const OTHER_ACCOUNT: Reason = 'otherAccount';

/**
 * Answers one request of HubSpot: 401 unless it proves where it comes from, 403 for another HubSpot
 * account, 400 for what cannot be read. HubSpot tries again on 429 and 5xx only, so a refusal is
 * final and shows in the workflow's history.
 */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const settings = await readSettings(context);
	const part = partOf(context.getRequestObject().originalUrl);
	if (part === 'definition') return sendDefinition(context, settings);
	if (part === undefined) return refuse(context, 404, 'it was sent to an unknown address');
	const verdict = verify(context, settings);
	if (!verdict.genuine) return refuse(context, 401, verdict.why);
	const body = readBody(context, settings);
	if (typeof body === 'string') return refuse(context, 400, body);
	return part === 'choices'
		? receiveChoices(context, settings, body)
		: receiveContact(context, settings, body);
}

function receiveContact(
	context: IWebhookFunctions,
	settings: Settings,
	body: JsonObject,
): IWebhookResponseData {
	const receivedAt = new Date().toISOString();
	const { calledBy, answer, waitMinutes } = settings;
	const item =
		calledBy === 'workflowAction'
			? actionItem(body, { answer, receivedAt })
			: webhookItem(body, asObject(context.getQueryData()), receivedAt);
	const flaw = flawOf(item, settings);
	if (flaw !== undefined) return refuse(context, flaw.status, flaw.why);
	return {
		workflowData: [[{ json: item }], []],
		...(answer !== 'whenComplete' && { webhookResponse: answerOf(settings, waitMinutes) }),
	};
}

/**
 * What HubSpot hears at once. n8n sends it when it has stored the execution, so a contact whose
 * workflow waits is never forgotten.
 */
function answerOf({ calledBy, answer }: Settings, waitMinutes: number): IDataObject {
	if (calledBy === 'webhook') return { received: true };
	return answer === 'callBack'
		? {
				outputFields: {
					hs_execution_state: 'BLOCK',
					hs_expiration_duration: `PT${waitMinutes}M`,
				},
			}
		: { outputFields: { hs_execution_state: 'SUCCESS' } };
}

function receiveChoices(
	context: IWebhookFunctions,
	settings: Settings,
	body: JsonObject,
): IWebhookResponseData {
	if (settings.calledBy !== 'workflowAction') {
		return refuse(context, 404, 'only a custom workflow action has choices');
	}
	const item = choicesItem(body, new Date().toISOString());
	if (item.field === '') return refuse(context, 400, 'it names no input field');
	const flaw = portalFlaw(item.portalId, settings);
	if (flaw !== undefined) return refuse(context, flaw.status, flaw.why);
	return { workflowData: [[], [{ json: item }]] };
}

interface Flaw {
	status: 400 | 403;
	why: string;
}

function flawOf(item: ActionItem, settings: Settings): Flaw | undefined {
	const isNamed = item.calledBy === 'webhook' || item.callbackId !== '';
	if (!isNamed) return { status: 400, why: 'it has no callbackId' };
	return portalFlaw(item.portalId, settings);
}

function portalFlaw(portalId: string, { acceptedPortals }: Settings): Flaw | undefined {
	if (acceptedPortals.length === 0 || acceptedPortals.includes(portalId)) return undefined;
	const whose = portalId === '' ? 'tells no HubSpot account' : 'comes from another HubSpot account';
	return { status: 403, why: `${OTHER_ACCOUNT}: it ${whose}; see Accepted Account IDs` };
}

function verify(context: IWebhookFunctions, settings: Settings): Verdict {
	const { verification, publicUrl } = settings;
	const headers = asObject(context.getHeaderData());
	if (verification.kind === 'none') return { genuine: true };
	if (verification.kind === 'apiKeyHeader') {
		return verifyApiKey(headers, verification.header, verification.secret);
	}
	const { method } = context.getRequestObject();
	const rawBody = bytesOf(context);
	const url = calledUrl(context, publicUrl);
	return verifySignature({ method, url, rawBody, headers }, verification.secret, Date.now());
}

/** The plain webhook may come as GET, with everything in the query. */
function readBody(context: IWebhookFunctions, { calledBy }: Settings): JsonObject | string {
	const { method } = context.getRequestObject();
	const rawBody = bytesOf(context);
	if (calledBy === 'webhook' && method === 'GET') return {};
	return readHostileJson(rawBody);
}

function bytesOf(context: IWebhookFunctions): Buffer {
	const { rawBody } = context.getRequestObject();
	return Buffer.isBuffer(rawBody) ? rawBody : Buffer.alloc(0);
}

/** No secret is in it: it is what the user uploads to HubSpot, with this trigger's own addresses. */
function sendDefinition(context: IWebhookFunctions, settings: Settings): IWebhookResponseData {
	if (settings.calledBy !== 'workflowAction') {
		return refuse(context, 404, 'only a custom workflow action has a definition');
	}
	const definition = actionDefinition(
		addressOf(context, settings.publicUrl, 'action'),
		addressOf(context, settings.publicUrl, 'choices'),
		settings,
	);
	const response = context.getResponseObject();
	response.setHeader(
		'content-disposition',
		'attachment; filename="add-contact-to-webinar-hsmeta.json"',
	);
	const body = `${JSON.stringify(definition, null, 2)}\n`;
	return webhookAnswer(context, 200, 'application/json; charset=utf-8', body);
}

const WORDS: Readonly<Record<number, string>> = {
	400: 'Bad Request',
	401: 'Unauthorized',
	403: 'Forbidden',
	404: 'Not Found',
};

function refuse(context: IWebhookFunctions, status: number, why: string): IWebhookResponseData {
	context.logger.warn(`HubSpot Workflow Action Trigger refused a request: ${why}`);
	return webhookAnswerText(context, status, WORDS[status] ?? '');
}
