import type { INodeParameters } from 'n8n-workflow';

import { MARKETO_PROGRAMS } from '../../../story/marketoSettings';
import type { MarketoFlowStep, MarketoTriggerRule } from '../../../sandbox/marketo/world';
import type { Stage } from '../../support/world';
import { API_KEY, WEBHOOK_SECRET, type FlowHost, type NodeSpec } from './host';

export const PROGRAM = MARKETO_PROGRAMS.earlier;
export const WEBINAR = '85212345678';
const CAMPAIGN = 7001;

export const RETURN_RESULT: NodeSpec = {
	name: 'Result',
	type: 'n8n-nodes-webinars.marketoProgram',
	parameters: { resource: 'flowStep', operation: 'returnResult' },
};

export function returnResult(parameters: INodeParameters): NodeSpec {
	return { ...RETURN_RESULT, parameters: { ...RETURN_RESULT.parameters, ...parameters } };
}

/** Says by hand what became of everybody who reaches it. */
export const ALL_REGISTERED = returnResult({
	mapData: 'manual',
	registrationStatus: 'registered',
	joinUrl: '=https://example.com/w/{{ $json.leadId }}?tk=secret',
	registrantId: '=r{{ $json.leadId }}',
});

/** Connects the program to a webinar, as Connect Webinar does. */
export function connectProgram(
	{ sandbox }: Stage,
	programId: number = PROGRAM,
	writtenFor = programId,
) {
	const program = sandbox.marketo.programs.get(programId);
	if (program === undefined) throw new Error('The story has no such program');
	const text = (value: string) => ({ type: 'text', value });
	program.tokens = {
		'Webinar Platform': text('zoom'),
		'Webinar ID': text(WEBINAR),
		'Webinar Program ID': text(String(writtenFor)),
		'Webinar Topic': text('Orchids'),
		'Webinar Join URL': text('https://example.com/j/general'),
	};
}

/** Puts a campaign into the program, which replaces the one before. */
export function setCampaign(
	{ sandbox }: Stage,
	flow: MarketoFlowStep[],
	trigger: MarketoTriggerRule = { kind: 'batch' },
	programId: number | null = PROGRAM,
): void {
	sandbox.marketo.campaigns.set(CAMPAIGN, {
		id: CAMPAIGN,
		name: '02 Register',
		programId,
		isActive: true,
		trigger,
		flow,
	});
}

export const STEP: MarketoFlowStep = {
	kind: 'flowStep',
	service: 'registerForWebinar',
	attributes: { webinar: 'program' },
};

export const CONFIRMATION: MarketoFlowStep = {
	kind: 'sendEmail',
	email: {
		name: 'Confirmation',
		subject: 'You are in',
		body: 'Link: {{member.webinar url}}',
		operational: true,
	},
};

/** Installs the flow step anew, with a fresh trigger behind it. */
export async function install({ sandbox }: Stage, host: FlowHost): Promise<void> {
	sandbox.marketo.services.length = 0;
	await sandbox.marketo.installService(host.openApiUrl, API_KEY, {
		mappings: { callback: { webinarJoinUrl: 'favouriteColour' } },
	});
}

export async function runFor({ sandbox }: Stage, ...leadIds: number[]): Promise<void> {
	await sandbox.marketo.runCampaign(CAMPAIGN, leadIds);
}

/** So many people with an address of their own. */
export function somePeople({ sandbox }: Stage, count: number): number[] {
	const { leads } = sandbox.marketo;
	const addresses = [...leads.values()].map(({ fields }) => fields.email);
	const once = [...leads.values()].filter(
		({ fields }) => addresses.filter((email) => email === fields.email).length === 1,
	);
	return once.slice(0, count).map(({ id }) => id);
}

export async function post(
	host: Pick<FlowHost, 'origin'>,
	path: string,
	body: unknown,
	headers: Record<string, string> = { 'x-api-key': API_KEY },
): Promise<{ status: number; text: string }> {
	const response = await fetch(`${host.origin}/webhook/${path}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', ...headers },
		body: typeof body === 'string' ? body : JSON.stringify(body),
	});
	return { status: response.status, text: await response.text() };
}

/** Call Webhook as Marketo sends it. */
export async function callWebhook(host: FlowHost, body: unknown) {
	return await post(host, 'call-webhook', body, { 'x-webhook-secret': WEBHOOK_SECRET });
}
