import type {
	IDataObject,
	IWebhookFunctions,
	IWebhookResponseData,
	NodeTypeAndVersion,
} from 'n8n-workflow';

import {
	webhookAnswer,
	webhookAnswerJson,
	webhookAnswerText,
} from '../../shared/node/webhookAnswer';
import { publicOrigin, webhookAddress } from '../../shared/node/webhookAddress';
import { readHostileJson } from '../../shared/transport/hostileJson';
import { asObject, asText, type JsonObject } from '../../shared/transport/json';
import { withoutTrailing } from '../../shared/transport/trailing';
import { readWebhookBody, webhookItem } from './callWebhook';
import { FLOW_ATTRIBUTES, serviceDefinition } from './definition';
import { API_KEY_HEADER, openApiDocument } from './document';
import { choicesEnvelope, flowStepEnvelope, webhookEnvelope, type Envelope } from './envelope';
import { BRAND_ICON, SERVICE_ICON } from './icons';
import { providerInstructions } from './instructions';
import { readInvocation } from './invocation';
import { partOf, type Part } from './paths';
import { choiceOf, FROM_PROGRAM_CHOICE, readPicklistRequest } from './picklist';
import { isSecret } from './secrets';
import { readSettings, type Settings } from './settings';
import { leadsTo, serviceStatus } from './status';

/**
 * Answers one request of Marketo. What describes the service is served to everybody, because Marketo
 * reads it before it knows the key and nothing in it is secret; all else needs the key. Refusals: 401
 * without it, 403 for another Marketo instance, 400 for what cannot be read, 404 for what is not there.
 */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const settings = await readSettings(context);
	const part = partOf(context.getRequestObject().originalUrl);
	const isWebhook = settings.calledBy === 'webhook';
	if (part === undefined || isWebhook !== (part === 'callWebhook')) {
		return refuse(context, 404, NOT_HERE[settings.calledBy]);
	}
	const open = describing(context, settings, part);
	if (open !== undefined) return open;
	if (!hasKey(context, settings)) return refuse(context, 401, NO_KEY[settings.calledBy]);
	if (part === 'status') return sendStatus(context);
	const body = readBody(context, settings);
	if (typeof body === 'string') return refuse(context, 400, body);
	if (part === 'picklist') return receivePicklist(context, settings, body);
	return isWebhook
		? receiveWebhook(context, settings, body)
		: receiveFlowStep(context, settings, body);
}

function describing(
	context: IWebhookFunctions,
	{ publicUrl, service }: Settings,
	part: Part,
): IWebhookResponseData | undefined {
	switch (part) {
		case 'document': {
			const baseUrl = withoutTrailing(webhookAddress(context, publicUrl, ''), '/');
			return webhookAnswerJson(context, openApiDocument(baseUrl, service) as IDataObject);
		}
		case 'definition':
			return webhookAnswerJson(context, serviceDefinition(service) as IDataObject);
		case 'brandIcon':
			return webhookAnswer(context, 200, 'image/svg+xml', BRAND_ICON);
		case 'serviceIcon':
			return webhookAnswer(context, 200, 'image/svg+xml', SERVICE_ICON);
		case 'instructions': {
			const page = providerInstructions(service);
			return webhookAnswer(context, 200, 'text/html; charset=utf-8', page);
		}
		default:
			return undefined;
	}
}

function sendStatus(context: IWebhookFunctions): IWebhookResponseData {
	return webhookAnswerJson(context, serviceStatus(followersOf(context)));
}

function followersOf(context: IWebhookFunctions): NodeTypeAndVersion[] {
	return context.getChildNodes(context.getNode().name, { includeNodeParameters: true });
}

/** n8n answers 201 when it has stored the execution: nobody whose step waits is ever forgotten. */
function receiveFlowStep(
	context: IWebhookFunctions,
	settings: Settings,
	body: JsonObject,
): IWebhookResponseData {
	const ownUrl = publicOrigin(context, settings.publicUrl);
	const invocation = readInvocation(body, new Date().toISOString(), ownUrl);
	if (typeof invocation === 'string') return refuse(context, 400, invocation);
	if (!isAccepted(invocation.munchkinId, settings)) return refuse(context, 403, OTHER_INSTANCE);
	if (invocation.leftOut > 0) {
		context.logger.warn(
			`Marketo Flow Step Trigger left out ${invocation.leftOut} entries that name nobody, or somebody twice`,
		);
	}
	return started(flowStepEnvelope(invocation));
}

function receiveWebhook(
	context: IWebhookFunctions,
	settings: Settings,
	body: JsonObject,
): IWebhookResponseData {
	const item = webhookItem(body, new Date().toISOString());
	if (item.leadId === 0 && item.email === '') return refuse(context, 400, NOBODY);
	if (!isAccepted(item.munchkinId, settings)) return refuse(context, 403, OTHER_INSTANCE);
	const waits = settings.answer === 'whenResult';
	return {
		...started(webhookEnvelope(item, waits)),
		...(!waits && { webhookResponse: { received: true, message: 'n8n has received the person' } }),
	};
}

function receivePicklist(
	context: IWebhookFunctions,
	{ service }: Settings,
	body: JsonObject,
): IWebhookResponseData {
	const asked = readPicklistRequest(body);
	if (asked.field === FLOW_ATTRIBUTES.configuration) {
		const choices = service.configurations.map((name) => choiceOf(name, name));
		return webhookAnswerJson(context, { choices });
	}
	if (asked.field !== FLOW_ATTRIBUTES.webinar) return refuse(context, 404, 'it has no such list');
	if (!leadsTo(followersOf(context), 'returnChoices')) {
		return webhookAnswerJson(context, { choices: [FROM_PROGRAM_CHOICE] });
	}
	return started(choicesEnvelope({ ...asked, receivedAt: new Date().toISOString() }));
}

function started(envelope: Envelope): IWebhookResponseData {
	return { workflowData: [[{ json: { ...envelope } }]] };
}

function hasKey(context: IWebhookFunctions, settings: Settings): boolean {
	const headers = asObject(context.getHeaderData());
	return settings.calledBy === 'webhook'
		? isSecret(headers[settings.webhookHeader.toLowerCase()], settings.webhookSecret)
		: isSecret(headers[API_KEY_HEADER], settings.apiKey);
}

function isAccepted(munchkinId: string, { acceptedMunchkinIds }: Settings): boolean {
	return acceptedMunchkinIds.length === 0 || acceptedMunchkinIds.includes(munchkinId.toUpperCase());
}

function readBody(context: IWebhookFunctions, { calledBy }: Settings): JsonObject | string {
	const { rawBody } = context.getRequestObject();
	const bytes = Buffer.isBuffer(rawBody) ? rawBody : Buffer.alloc(0);
	const contentType = asText(asObject(context.getHeaderData())['content-type']);
	return calledBy === 'webhook' ? readWebhookBody(bytes, contentType) : readHostileJson(bytes);
}

const NOT_HERE = {
	flowStep: 'the trigger is set to Flow Step, which has no such address',
	webhook: 'the trigger is set to Call Webhook, which has the address call-webhook alone',
};
const NO_KEY = {
	flowStep: `the header ${API_KEY_HEADER} does not carry the Flow Step API Key of the credential in n8n`,
	webhook: 'it does not carry the Webhook Secret of the credential in n8n',
};
const NOBODY = 'it has neither leadId nor email';
const OTHER_INSTANCE = 'it comes from another Marketo instance; see Accepted Munchkin IDs';

/** In words, which Marketo shows in the service's log; nothing of the request is in them. */
function refuse(context: IWebhookFunctions, status: number, why: string): IWebhookResponseData {
	context.logger.warn(`Marketo Flow Step Trigger refused a request (${status}): ${why}`);
	return webhookAnswerText(context, status, `n8n refused the request: ${why}`);
}
