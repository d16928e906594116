import { MarketoError } from '../http/errors';
import {
	bodyRecord,
	integer,
	isRecord,
	optionalText,
	requiredQuery,
	type Call,
} from '../http/input';
import type { Answer, Route } from '../http/router';
import { assetPage, emptyFind } from '../programs/finds';
import { READ_ASSETS } from '../programs/readRoutes';
import { filled } from '../programs/writeRoutes';
import type { MarketoState } from '../state/marketoState';
import type { MarketoCampaign } from '../world';
import { isTrigger, smartCampaignRow } from './render';

const BASE = '/rest/asset/v1/smartCampaign';

/** https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/assets/smart-campaigns */
export function smartCampaignRoutes(state: MarketoState): Route[] {
	const read = { method: 'GET', write: false, permissions: READ_ASSETS } as const;
	const write = { method: 'POST', write: true, permissions: ['Read-Write Assets'] } as const;
	const activate = {
		...write,
		permissions: ['Activate/Deactivate Campaign'],
		body: 'any',
	} as const;
	const one = `${BASE}/:campaignId`;
	return [
		{ ...read, path: `${BASE}s.json`, handle: (call) => browse(state, call) },
		{ ...read, path: `${one}.json`, handle: (call) => byId(state, call) },
		{ ...read, path: `${BASE}/byName.json`, handle: (call) => byName(state, call) },
		{ ...write, path: `${BASE}s.json`, body: 'form', handle: (call) => create(state, call) },
		{ ...write, path: `${one}.json`, body: 'form', handle: (call) => update(state, call) },
		{ ...write, path: `${one}/clone.json`, body: 'form', handle: (call) => clone(state, call) },
		{ ...write, path: `${one}/delete.json`, body: 'any', handle: (call) => remove(state, call) },
		{ ...activate, path: `${one}/activate.json`, handle: (call) => setActive(state, call, true) },
		{
			...activate,
			path: `${one}/deactivate.json`,
			handle: (call) => setActive(state, call, false),
		},
	];
}

function campaignOf(state: MarketoState, call: Call): MarketoCampaign {
	const campaign = state.campaigns.get(integer(call.params.campaignId, 'id'));
	if (campaign === undefined) throw new MarketoError('702', 'Smart Campaign not found');
	return campaign;
}

function browse(state: MarketoState, call: Call): Answer {
	const { isActive, folder } = call.query;
	const place = folder === undefined ? null : folderOf(folder);
	const rows = [...state.campaigns.values()]
		.filter((one) => isActive === undefined || one.isActive === (isActive === 'true'))
		.map((one) => smartCampaignRow(state, one))
		.filter(
			(row) =>
				place === null ||
				(isRecord(row.folder) && row.folder.id === place.id && row.folder.type === place.type),
		);
	return assetPage(state, call, rows, 'Smart Campaign');
}

function byId(state: MarketoState, call: Call): Answer {
	const campaign = state.campaigns.get(integer(call.params.campaignId, 'id'));
	if (campaign === undefined) return emptyFind(state, 'Smart Campaign');
	return { result: [smartCampaignRow(state, campaign)] };
}

function byName(state: MarketoState, call: Call): Answer {
	const name = requiredQuery(call, 'name');
	const found = [...state.campaigns.values()].find((one) => one.name === name);
	if (found === undefined) return emptyFind(state, 'Smart Campaign');
	return { result: [smartCampaignRow(state, found)] };
}

/** Made empty: smart list and flow are built in the application. */
function create(state: MarketoState, call: Call): Answer {
	const form = bodyRecord(call);
	const folder = folderOf(filled(form, 'folder'));
	return added(state, {
		id: 0,
		name: filled(form, 'name'),
		description: optionalText(form, 'description') ?? '',
		programId: folder.type === 'Program' ? folder.id : null,
		folderId: folder.id,
		isActive: false,
		trigger: { kind: 'batch' },
		flow: [],
	});
}

function update(state: MarketoState, call: Call): Answer {
	const campaign = campaignOf(state, call);
	const form = bodyRecord(call);
	campaign.name = optionalText(form, 'name') ?? campaign.name;
	campaign.description = optionalText(form, 'description') ?? campaign.description;
	return { result: [smartCampaignRow(state, campaign)] };
}

function clone(state: MarketoState, call: Call): Answer {
	const original = campaignOf(state, call);
	const form = bodyRecord(call);
	const folder = folderOf(filled(form, 'folder'));
	return added(state, {
		...structuredClone(original),
		name: filled(form, 'name'),
		description: optionalText(form, 'description') ?? original.description,
		programId: folder.type === 'Program' ? folder.id : null,
		folderId: folder.id,
		isActive: false,
	});
}

function added(state: MarketoState, campaign: MarketoCampaign): Answer {
	const id = state.ids.campaign.next((one) => state.campaigns.has(one));
	const made = { ...campaign, id };
	state.campaigns.set(id, made);
	return { result: [smartCampaignRow(state, made)] };
}

function remove(state: MarketoState, call: Call): Answer {
	const { id } = campaignOf(state, call);
	state.campaigns.delete(id);
	return { result: [{ id }] };
}

function setActive(state: MarketoState, call: Call, isActive: boolean): Answer {
	const campaign = campaignOf(state, call);
	if (!isTrigger(campaign)) {
		throw new MarketoError('709', 'Only trigger campaigns can be activated or deactivated');
	}
	campaign.isActive = isActive;
	return { result: [{ id: campaign.id }] };
}

/** `{"id":35,"type":"Folder"}` */
function folderOf(text: string): { id: number; type: string } {
	let folder: unknown;
	try {
		folder = JSON.parse(text);
	} catch {
		throw new MarketoError('709', 'folder must be JSON with id and type');
	}
	if (!isRecord(folder) || (folder.type !== 'Folder' && folder.type !== 'Program')) {
		throw new MarketoError('711', 'Incompatible folder type');
	}
	return { id: integer(folder.id, 'folder.id'), type: folder.type };
}
