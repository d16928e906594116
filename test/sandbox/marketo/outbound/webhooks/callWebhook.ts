import type { MarketoWebhook } from '../../contract';
import { ACTIVITY } from '../../state/activityLog';
import { updateLead, type FieldValues } from '../../state/leads';
import type { MarketoLeadState } from '../../world';
import { causeOf, type CampaignRun, type Outbound, type StepResult } from '../context';
import { describe, request, type OutboundAnswer } from '../http';
import { parsed } from '../json';
import { resolved } from '../tokens/resolve';
import type { TokenScope, TokenValue } from '../tokens/values';
import { mappedValues } from './mappings';

const TIMEOUT_MS = 30_000;
/** Shown by the activity; the rest is cut. */
const SHOWN_CHARACTERS = 2000;

/**
 * Call Webhook: one person a call, never repeated; a batch campaign cannot.
 * https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/webhooks/webhooks
 */
export async function callWebhook(
	outbound: Outbound,
	run: CampaignRun,
	lead: MarketoLeadState,
	name: string,
): Promise<StepResult> {
	const webhook = outbound.webhooks.find((one) => one.name === name);
	if (!webhook) return { ok: false, message: `There is no webhook ${name}` };
	if (run.campaign.trigger.kind === 'batch') {
		write(outbound, run, lead, webhook, '', '1000');
		return { ok: false, message: '1000: Webhooks are called by trigger campaigns only' };
	}
	const answer = await sent(outbound, run, lead, webhook);
	const error = errorOf(answer);
	write(outbound, run, lead, webhook, answer.body, error);
	if (error !== '') return { ok: false, message: `${webhook.name}: ${error}` };
	// Somebody may have deleted the person meanwhile.
	const present = outbound.state.leads.get(lead.id);
	const { values, complaints } = mappedValues(outbound.state, webhook, parsed(answer.body));
	if (present) updateLead(outbound.state, present, values, causeOf(run));
	return { ok: true, message: said(webhook.name, values, complaints) };
}

async function sent(
	{ state, signal, unsure }: Outbound,
	run: CampaignRun,
	lead: MarketoLeadState,
	webhook: MarketoWebhook,
): Promise<OutboundAnswer> {
	const scope: TokenScope = { state, run, lead };
	const quoted = (value: TokenValue): string =>
		value === null && unsure.emptyTokenInWebhook === 'emptyText' ? '""' : JSON.stringify(value);
	const headers = Object.entries(webhook.headers).map(([name, value]): [string, string] => [
		name.toLowerCase(),
		resolved(value, scope),
	]);
	return await request({
		method: 'POST',
		url: resolved(webhook.url, scope),
		headers: { 'content-type': 'application/json', ...Object.fromEntries(headers) },
		body: resolved(webhook.template, scope, quoted),
		timeoutMs: webhook.timeoutMs ?? TIMEOUT_MS,
		signal,
	});
}

/** Empty when the answer is one that can be mapped. */
function errorOf(answer: OutboundAnswer): string {
	const { status, body } = answer;
	if (status === null || status < 200 || status > 299) return describe(answer);
	return body === '' ? '1001: The answer is empty' : '';
}

function write(
	{ state }: Outbound,
	run: CampaignRun,
	lead: MarketoLeadState,
	webhook: MarketoWebhook,
	response: string,
	errorType: string,
): void {
	state.activities.add({
		leadId: lead.id,
		activityTypeId: ACTIVITY.callWebhook,
		primaryAttributeValueId: null,
		primaryAttributeValue: webhook.name,
		attributes: [
			{ name: 'Error Type', value: errorType },
			{ name: 'Response', value: response.slice(0, SHOWN_CHARACTERS) },
		],
		campaignId: causeOf(run).campaignId,
	});
}

function said(name: string, values: FieldValues, complaints: string[]): string {
	const written = Object.keys(values);
	const mapped = written.length === 0 ? '' : `, written: ${written.join(', ')}`;
	return [`${name} was called${mapped}`, ...complaints].join('; ');
}
