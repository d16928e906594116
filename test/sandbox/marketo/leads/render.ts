import { leadDate } from '../http/dates';
import { MarketoError } from '../http/errors';
import { listOf, type JsonRecord } from '../http/input';
import type { MarketoState } from '../state/marketoState';
import type { MarketoLeadState } from '../world';
import { leadFields } from './fields';

const DEFAULT_FIELDS = ['email', 'updatedAt', 'createdAt', 'lastName', 'firstName'];

/** @throws MarketoError 1006 for a field that the instance does not have */
export function requestedFields(state: MarketoState, given: string | undefined): string[] {
	if (given === undefined || given === '') return DEFAULT_FIELDS;
	const known = leadFields(state);
	const names = listOf(given, 'fields', 1000);
	const unknown = names.find((name) => !known.has(name));
	if (unknown !== undefined) throw new MarketoError('1006', `Field '${unknown}' not found`);
	return names;
}

/** A lead as reads show it: a requested field that is empty is left out, which means null. */
export function leadRow(
	state: MarketoState,
	lead: MarketoLeadState,
	fields: readonly string[],
): JsonRecord {
	const row: JsonRecord = { id: lead.id };
	for (const name of fields) {
		const value = fieldValue(state, lead, name);
		if (value !== null) row[name] = value;
	}
	return row;
}

function fieldValue(state: MarketoState, lead: MarketoLeadState, name: string): unknown {
	const value = lead.fields[name] ?? null;
	if (name === 'id') return lead.id;
	if (name === 'createdAt' || name === 'updatedAt') {
		return leadDate(typeof value === 'string' ? value : state.nowIso());
	}
	if (name === 'leadPartitionId') return partitionId(state, lead.partition);
	if (name === 'unsubscribed') return lead.unsubscribed ?? value ?? false;
	return value;
}

export function partitionId(state: MarketoState, name: string | undefined): number {
	const names = state.world.partitions ?? ['Default'];
	return Math.max(0, names.indexOf(name ?? names[0])) + 1;
}
