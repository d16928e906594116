import { timeOf } from '../http/dates';
import { MarketoError } from '../http/errors';
import {
	batchSizeOf,
	bodyRecord,
	integer,
	isRecord,
	listOf,
	optionalText,
	type Call,
	type JsonRecord,
} from '../http/input';
import { pageOf } from '../http/paging';
import type { Answer, Route } from '../http/router';
import { ACTIVITY } from '../state/activityLog';
import { cloneProgram } from '../state/programs';
import type { MarketoState } from '../state/marketoState';
import type { MarketoCampaign } from '../world';
import { campaignRow, isTriggerable } from './render';

const MAX_LEADS = 100;
const MAX_TOKENS = 100;
const EARLIEST_MS = 5 * 60 * 1000;
const LATEST_MS = 2 * 365 * 24 * 60 * 60 * 1000;

/** https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/assets/smart-campaigns */
export function campaignRequestRoutes(state: MarketoState): Route[] {
	const execute = { method: 'POST', write: true, permissions: ['Execute Campaign'] } as const;
	const read = {
		method: 'GET',
		write: false,
		permissions: ['Read-Only Campaign', 'Read-Write Campaign'],
	} as const;
	const base = '/rest/v1/campaigns';
	return [
		{ ...read, path: `${base}.json`, handle: (call) => list(state, call) },
		{
			...read,
			path: `${base}/:campaignId.json`,
			handle: (call) => ({ result: [campaignRow(state, campaignOf(state, call))] }),
		},
		{
			...execute,
			path: `${base}/:campaignId/trigger.json`,
			handle: (call) => request(state, call),
		},
		{
			...execute,
			path: `${base}/:campaignId/schedule.json`,
			body: 'any',
			handle: (call) => schedule(state, call),
		},
	];
}

/** @throws MarketoError 1013 */
function campaignOf(state: MarketoState, call: Call): MarketoCampaign {
	const campaign = state.campaigns.get(integer(call.params.campaignId, 'campaignId'));
	if (campaign === undefined) throw new MarketoError('1013', 'Campaign not found');
	return campaign;
}

function list(state: MarketoState, call: Call): Answer {
	const { id, name, programName, workspaceName, isTriggerable: wanted } = call.query;
	const one = (given: string | undefined, value: unknown): boolean =>
		given === undefined || listOf(given, 'filter').includes(String(value));
	const rows = [...state.campaigns.values()]
		.filter((campaign) => wanted === undefined || isTriggerable(campaign) === isYes(wanted))
		.map((campaign) => campaignRow(state, campaign))
		.filter(
			(row) =>
				one(id, row.id) &&
				one(name, row.name) &&
				one(programName, row.programName) &&
				one(workspaceName, row.workspaceName),
		);
	const page = pageOf(rows, batchSizeOf(call), call.query.nextPageToken);
	return { result: page.rows, ...page.next };
}

const isYes = (text: string): boolean => text === 'true' || text === '1';

/** Request Campaign: an active trigger campaign with "Campaign is Requested" takes up to 100 people. */
function request(state: MarketoState, call: Call): Answer {
	const campaign = campaignOf(state, call);
	const input = inputOf(call);
	const { leads } = input;
	if (!Array.isArray(leads) || leads.length === 0) {
		throw new MarketoError('1002', "Missing value for required parameter 'leads'");
	}
	if (leads.length > MAX_LEADS) {
		throw new MarketoError('1003', `At most ${MAX_LEADS} leads are allowed`);
	}
	const tokens = tokensOf(input);
	if (!isTriggerable(campaign)) {
		throw new MarketoError(
			'1003',
			`Campaign '${campaign.id}' is not active or has no trigger 'Campaign is Requested'`,
		);
	}
	const leadIds = leads.map((lead: unknown) => integer(isRecord(lead) ? lead.id : lead, 'id'));
	const missing = leadIds.find((id) => !state.leads.has(id));
	if (missing !== undefined) throw new MarketoError('1004', `Lead '${missing}' not found`);
	for (const leadId of leadIds) {
		state.activities.add({
			leadId,
			activityTypeId: ACTIVITY.requestCampaign,
			primaryAttributeValueId: campaign.id,
			primaryAttributeValue: campaign.name,
			attributes: [{ name: 'Source', value: 'Web service API' }],
		});
	}
	state.tell({ kind: 'campaignRequested', campaignId: campaign.id, leadIds, tokens });
	return { result: [{ id: campaign.id }] };
}

function schedule(state: MarketoState, call: Call): Answer {
	const campaign = campaignOf(state, call);
	if (campaign.trigger.kind !== 'batch') {
		throw new MarketoError('1003', `Campaign '${campaign.id}' is no batch campaign`);
	}
	const input = call.body === undefined ? {} : inputOf(call);
	const tokens = tokensOf(input);
	const runAt = optionalText(input, 'runAt');
	const ahead = runAt === undefined ? EARLIEST_MS : timeOf(runAt) - state.kernel.now();
	if (!(ahead >= EARLIEST_MS && ahead <= LATEST_MS)) {
		throw new MarketoError('1042', `Invalid runAt '${runAt}', 5 minutes to 2 years from now`);
	}
	const cloneName = optionalText(input, 'cloneToProgramName');
	const program = campaign.programId === null ? undefined : state.programs.get(campaign.programId);
	if (cloneName !== undefined && program !== undefined)
		cloneProgram(state, program, { name: cloneName });
	state.tell({ kind: 'campaignScheduled', campaignId: campaign.id, tokens });
	return { result: [{ id: campaign.id }] };
}

function inputOf(call: Call): JsonRecord {
	const { input } = bodyRecord(call);
	if (isRecord(input)) return input;
	throw new MarketoError('1002', "Missing value for required parameter 'input'");
}

/** `{{my.message}}` → message. */
function tokensOf({ tokens }: JsonRecord): Record<string, string> {
	if (tokens === undefined) return {};
	if (!Array.isArray(tokens)) throw new MarketoError('1003', 'tokens must be a list');
	if (tokens.length > MAX_TOKENS) {
		throw new MarketoError('1003', `At most ${MAX_TOKENS} tokens are allowed`);
	}
	return Object.fromEntries(
		tokens.map((token: unknown): [string, string] => {
			const name = isRecord(token) ? /^\{\{my\.(.+)\}\}$/.exec(String(token.name))?.[1] : undefined;
			if (!isRecord(token) || name === undefined) {
				throw new MarketoError('1003', 'Names of tokens have the form {{my.name}}');
			}
			return [name, String(token.value ?? '')];
		}),
	);
}
