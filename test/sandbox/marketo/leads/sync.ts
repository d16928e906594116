import { MarketoError, type MarketoReason } from '../http/errors';
import { inputOf, optionalText, type JsonRecord } from '../http/input';
import { createLead, updateLead } from '../state/leads';
import type { MarketoState } from '../state/marketoState';
import type { MarketoLeadState } from '../world';
import { searchableFields } from './fields';
import { checkedFields } from './values';

export const ACTIONS = ['createOrUpdate', 'createOnly', 'updateOnly', 'createDuplicate'] as const;
export type SyncAction = (typeof ACTIONS)[number];

export interface SyncOptions {
	action: SyncAction;
	lookupField: string;
	partitionName?: string;
}

export type SyncRow =
	{ id: number; status: 'created' | 'updated' } | { status: 'skipped'; reasons: MarketoReason[] };

/** @throws MarketoError for what is wrong with the call as a whole */
export function syncOptions(state: MarketoState, body: JsonRecord): SyncOptions {
	const given = optionalText(body, 'action') ?? 'createOrUpdate';
	const action = ACTIONS.find((one) => one === given);
	if (action === undefined) throw new MarketoError('1003', `Invalid value '${given}' for 'action'`);
	const lookupField = optionalText(body, 'lookupField') ?? 'email';
	if (!searchableFields(state).includes(lookupField)) {
		throw new MarketoError('1011', `Field '${lookupField}' not supported as lookupField`);
	}
	if (lookupField === 'id' && action !== 'updateOnly') {
		throw new MarketoError('1003', `Action '${action}' is not allowed with lookupField 'id'`);
	}
	const partitionName = optionalText(body, 'partitionName');
	if (partitionName !== undefined && !['createOnly', 'createOrUpdate'].includes(action)) {
		throw new MarketoError('1010', 'Partition update not allowed');
	}
	return { action, lookupField, ...(partitionName === undefined ? {} : { partitionName }) };
}

/** Leads by the value of a field, as they were when the call came in. */
export type Snapshot = Map<string, MarketoLeadState[]>;

export function snapshotBy(state: MarketoState, field: string): Snapshot {
	const found: Snapshot = new Map();
	for (const lead of state.leads.values()) {
		const value = field === 'id' ? lead.id : lead.fields[field];
		if (value !== undefined && value !== null) remember(found, value, lead);
	}
	return found;
}

function remember(snapshot: Snapshot, value: unknown, lead: MarketoLeadState): void {
	const key = keyOf(value);
	snapshot.set(key, [...(snapshot.get(key) ?? []), lead]);
}

const keyOf = (value: unknown): string => String(value).trim().toLowerCase();

/**
 * Sync Leads. The leads are looked up when the call comes in and written a moment later: two calls at the same
 * time with the same new key make two leads, as in Marketo.
 */
export async function syncLeads(
	state: MarketoState,
	body: JsonRecord,
	options: SyncOptions,
): Promise<SyncRow[]> {
	const input = inputOf(body);
	const snapshot = snapshotBy(state, options.lookupField);
	await new Promise((resolve) => setTimeout(resolve, state.world.leadWriteMs ?? 1));
	return input.map((record) => syncOne(state, record, options, snapshot));
}

export function syncOne(
	state: MarketoState,
	record: JsonRecord,
	options: SyncOptions,
	snapshot: Snapshot,
): SyncRow {
	const { action, lookupField, partitionName } = options;
	const key = record[lookupField];
	if (key === undefined || key === null || key === '') {
		return skipped('1003', `Value for lookup field '${lookupField}' is missing`);
	}
	const { partitions } = state.world;
	if (partitionName !== undefined && !(partitions ?? ['Default']).includes(partitionName)) {
		return skipped('1008', `Access denied to partition '${partitionName}'`);
	}
	const checked = checkedFields(state, record, lookupField === 'id' ? ['id'] : []);
	if ('reason' in checked) return { status: 'skipped', reasons: [checked.reason] };
	const found = (snapshot.get(keyOf(key)) ?? []).filter(
		(lead) =>
			state.leads.has(lead.id) &&
			(partitionName === undefined || (lead.partition ?? 'Default') === partitionName),
	);
	const cause = { by: 'api' } as const;
	if (action !== 'createDuplicate') {
		if (action === 'createOnly' && found.length > 0) return skipped('1005', 'Lead already exists');
		if (found.length > 1) return skipped('1007', 'Multiple lead match lookup criteria');
		if (found.length === 1) {
			updateLead(state, found[0], checked.values, cause);
			return { id: found[0].id, status: 'updated' };
		}
		if (action === 'updateOnly') return skipped('1004', 'Lead not found');
	}
	if ((partitions?.length ?? 1) > 1 && partitionName === undefined) {
		return skipped('1009', 'Partition name must be specified');
	}
	const lead = createLead(state, checked.values, cause, partitionName);
	remember(snapshot, key, lead);
	return { id: lead.id, status: 'created' };
}

function skipped(code: string, message: string): SyncRow {
	return { status: 'skipped', reasons: [{ code, message }] };
}
