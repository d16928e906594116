import { bodyRecord, inputOf, integer, listOf, type Call } from '../http/input';
import { MarketoError } from '../http/errors';
import type { Answer, Route } from '../http/router';
import { deleteLead } from '../state/leads';
import type { MarketoState } from '../state/marketoState';
import { mergeLeads } from '../state/merge';
import { partitionId } from './render';
import { syncLeads, syncOptions } from './sync';

const WRITE_LEAD = ['Read-Write Lead'];
/** Since 31 March 2026: https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/lead-database/leads#merge */
const MAX_MERGED = 25;

/** https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/lead-database/leads */
export function leadWriteRoutes(state: MarketoState): Route[] {
	const write = { method: 'POST', write: true, permissions: WRITE_LEAD } as const;
	return [
		{
			...write,
			path: '/rest/v1/leads.json',
			handle: async (call) => {
				const body = bodyRecord(call);
				return { result: await syncLeads(state, body, syncOptions(state, body)) };
			},
		},
		{
			...write,
			path: '/rest/v1/leads/delete.json',
			body: 'any',
			handle: (call) => remove(state, call),
		},
		{
			...write,
			path: '/rest/v1/leads/:leadId/merge.json',
			body: 'any',
			handle: (call) => merge(state, call),
		},
		{
			...write,
			path: '/rest/v1/leads/:leadId/associate.json',
			body: 'any',
			handle: (call) => associate(state, call),
		},
		{
			method: 'GET',
			path: '/rest/v1/leads/partitions.json',
			write: false,
			permissions: ['Read-Only Lead', 'Read-Write Lead'],
			handle: () => ({
				result: (state.world.partitions ?? ['Default']).map((name, index) => ({
					id: index + 1,
					name,
					description: '',
				})),
			}),
		},
		{
			...write,
			path: '/rest/v1/leads/partitions.json',
			handle: (call) => movePartitions(state, call),
		},
	];
}

function remove(state: MarketoState, call: Call): Answer {
	const ids =
		call.query.id === undefined
			? inputOf(bodyRecord(call)).map(({ id }) => id)
			: listOf(call.query.id, 'id');
	const result = ids.map((id) => {
		const leadId = integer(id, 'id');
		if (!state.leads.has(leadId)) return skippedRow('1004', 'Lead not found');
		deleteLead(state, leadId, { by: 'api' });
		return { id: leadId, status: 'deleted' };
	});
	return { result };
}

function merge(state: MarketoState, call: Call): Answer {
	const winner = leadOf(state, call.params.leadId);
	const others = [
		...listOf(call.query.leadId, 'leadId'),
		...listOf(call.query.leadIds, 'leadIds'),
	].map((id) => leadOf(state, id));
	if (others.length === 0) throw new MarketoError('1002', 'Missing value for leadId or leadIds');
	if (others.length > MAX_MERGED) {
		throw new MarketoError('1080', `At most ${MAX_MERGED} leads can be merged in one call`);
	}
	mergeLeads(state, winner, others);
	return {};
}

function associate(state: MarketoState, call: Call): Answer {
	const lead = leadOf(state, call.params.leadId);
	const cookie = call.query.cookie ?? '';
	if (!/^id:[\w-]+&token:\S+$/.test(cookie)) {
		throw new MarketoError('1012', `Invalid cookie value '${cookie}'`);
	}
	lead.fields.cookies = cookie;
	return {};
}

function movePartitions(state: MarketoState, call: Call): Answer {
	const result = inputOf(bodyRecord(call)).map(({ id, partitionName }) => {
		const lead = state.leads.get(integer(id, 'id'));
		if (lead === undefined) return skippedRow('1004', 'Lead not found');
		if (!(state.world.partitions ?? ['Default']).includes(String(partitionName))) {
			return skippedRow('1008', `Access denied to partition '${String(partitionName)}'`);
		}
		lead.partition = String(partitionName);
		lead.fields.leadPartitionId = partitionId(state, lead.partition);
		return { id: lead.id, status: 'updated' };
	});
	return { result };
}

function leadOf(state: MarketoState, id: string) {
	const lead = state.leads.get(integer(id, 'leadId'));
	if (lead === undefined) throw new MarketoError('1004', `Lead '${id}' not found`);
	return lead;
}

export function skippedRow(code: string, message: string) {
	return { status: 'skipped', reasons: [{ code, message }] };
}
