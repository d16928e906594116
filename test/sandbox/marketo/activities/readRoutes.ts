import type { MarketoActivity } from '../contract';
import { leadDate } from '../http/dates';
import { MarketoError } from '../http/errors';
import { listOf, requiredQuery, type Call } from '../http/input';
import type { Answer, Route } from '../http/router';
import { leadFields } from '../leads/fields';
import { ACTIVITY } from '../state/activityLog';
import type { MarketoState } from '../state/marketoState';
import { scan, tokenSince } from './scan';
import { activityTypeRows } from './types';

const READ_ACTIVITY = ['Read-Only Activity', 'Read-Write Activity'];
const MAX_TYPES = 10;
const MAX_LEADS = 30;

/** https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/activities */
export function activityReadRoutes(state: MarketoState): Route[] {
	const read = { method: 'GET', write: false, permissions: READ_ACTIVITY } as const;
	const base = '/rest/v1/activities';
	return [
		{
			...read,
			path: `${base}/pagingtoken.json`,
			handle: (call) => ({ nextPageToken: tokenSince(call) }),
		},
		{ ...read, path: `${base}/types.json`, handle: () => ({ result: activityTypeRows(state) }) },
		{ ...read, path: `${base}.json`, handle: (call) => activities(state, call) },
		{ ...read, path: `${base}/leadchanges.json`, handle: (call) => leadChanges(state, call) },
		{ ...read, path: `${base}/deletedleads.json`, handle: (call) => deletedLeads(state, call) },
	];
}

function activities(state: MarketoState, call: Call): Answer {
	const types = listOf(requiredQuery(call, 'activityTypeIds'), 'activityTypeIds').map(Number);
	if (types.length > MAX_TYPES) {
		throw new MarketoError('1003', `At most ${MAX_TYPES} activityTypeIds are allowed`);
	}
	const assets = listOf(call.query.assetIds, 'assetIds').map(Number);
	if (assets.length > 0 && types.length !== 1) {
		throw new MarketoError('1003', 'assetIds can be used with a single activityTypeId only');
	}
	const leads = leadsOf(call);
	const { rows, ...next } = scan(
		state,
		call,
		(row) =>
			types.includes(row.activityTypeId) &&
			(assets.length === 0 || assets.includes(row.primaryAttributeValueId ?? -1)) &&
			(leads.length === 0 || leads.includes(row.leadId)),
	);
	return answerOf(rows.map(activityRow), next);
}

/** Changes of the named fields, as "Change Data Value" rows with the fields in them. */
function leadChanges(state: MarketoState, call: Call): Answer {
	const fields = listOf(requiredQuery(call, 'fields'), 'fields');
	const known = [...leadFields(state).keys()];
	const unknown = fields.find((name) => !known.includes(name));
	if (unknown !== undefined) throw new MarketoError('1006', `Field '${unknown}' not found`);
	const leads = leadsOf(call);
	const { rows, ...next } = scan(
		state,
		call,
		(row) =>
			(row.activityTypeId === ACTIVITY.newLead ||
				(row.activityTypeId === ACTIVITY.changeDataValue &&
					fields.includes(row.primaryAttributeValue))) &&
			(leads.length === 0 || leads.includes(row.leadId)),
	);
	const result = rows.map((row) => {
		const value = (name: string): unknown =>
			row.attributes.find((one) => one.name === name)?.value ?? null;
		const name = row.primaryAttributeValue;
		const changed = {
			id: known.indexOf(name) + 1,
			name,
			newValue: value('New Value'),
			oldValue: value('Old Value'),
		};
		return {
			id: row.id,
			marketoGUID: row.marketoGUID,
			leadId: row.leadId,
			activityDate: leadDate(row.activityDate),
			activityTypeId: row.activityTypeId,
			fields: row.activityTypeId === ACTIVITY.newLead ? [] : [changed],
			attributes: [
				{ name: 'Reason', value: value('Reason') ?? value('Source Type') },
				{ name: 'Source', value: value('Source') ?? value('Source Type') },
				{ name: 'Lead ID', value: row.leadId },
			],
		};
	});
	return answerOf(result, next);
}

function deletedLeads(state: MarketoState, call: Call): Answer {
	const { rows, ...next } = scan(
		state,
		call,
		({ activityTypeId }) => activityTypeId === ACTIVITY.deleteLead,
	);
	return answerOf(rows.map(activityRow), next);
}

/** A page without rows has no `result`. */
function answerOf(result: unknown[], next: { nextPageToken: string; moreResult: boolean }): Answer {
	return result.length === 0 ? next : { result, ...next };
}

function leadsOf(call: Call): number[] {
	const leads = listOf(call.query.leadIds, 'leadIds').map(Number);
	if (leads.length > MAX_LEADS) {
		throw new MarketoError('1003', `At most ${MAX_LEADS} leadIds are allowed`);
	}
	return leads;
}

function activityRow(row: MarketoActivity) {
	const { campaignId, primaryAttributeValueId } = row;
	return {
		id: row.id,
		marketoGUID: row.marketoGUID,
		leadId: row.leadId,
		activityDate: leadDate(row.activityDate),
		activityTypeId: row.activityTypeId,
		...(campaignId === null ? {} : { campaignId }),
		...(primaryAttributeValueId === null ? {} : { primaryAttributeValueId }),
		primaryAttributeValue: row.primaryAttributeValue,
		attributes: row.attributes,
	};
}
