import type { MarketoCustomActivityType } from '../contract';
import { timeOf } from '../http/dates';
import type { MarketoReason } from '../http/errors';
import { bodyRecord, inputOf, isRecord, type JsonRecord } from '../http/input';
import type { Route } from '../http/router';
import type { MarketoState } from '../state/marketoState';

/** Bytes of all attributes of one activity. */
const MAX_ATTRIBUTE_BYTES = 65_536;

/** Adds custom activities: written once, never changed, never compared with what is there. */
export function externalActivityRoutes(state: MarketoState): Route[] {
	return [
		{
			method: 'POST',
			path: '/rest/v1/activities/external.json',
			write: true,
			permissions: ['Read-Write Activity'],
			handle: (call) => ({
				result: inputOf(bodyRecord(call)).map((record) => add(state, record)),
			}),
		},
	];
}

/** Refused rows say `errors`, where all other calls say `reasons`. */
function add(state: MarketoState, record: JsonRecord) {
	const type = state.customActivityTypes.find(({ id }) => id === record.activityTypeId);
	const problem = problemOf(state, record, type);
	if (problem !== null || type === undefined) return { status: 'skipped', errors: [problem] };
	const given = Array.isArray(record.attributes) ? record.attributes.filter(isRecord) : [];
	const row = state.activities.add({
		leadId: Number(record.leadId),
		activityTypeId: type.id,
		primaryAttributeValueId: null,
		primaryAttributeValue: String(record.primaryAttributeValue),
		attributes: given.map(({ apiName, value }) => ({
			name: fieldOf(type, apiName)?.name ?? String(apiName),
			apiName: String(apiName),
			value,
		})),
		activityDate: new Date(timeOf(String(record.activityDate))).toISOString(),
	});
	return { id: row.id, marketoGUID: row.marketoGUID, status: 'added' };
}

function problemOf(
	state: MarketoState,
	record: JsonRecord,
	type: MarketoCustomActivityType | undefined,
): MarketoReason | null {
	const refuse = (code: string, message: string): MarketoReason => ({ code, message });
	if (type === undefined || type.approvedAttributes === null) {
		return refuse('1003', `Invalid activityTypeId '${String(record.activityTypeId)}'`);
	}
	if (!state.leads.has(Number(record.leadId))) return refuse('1004', 'Lead not found');
	if (Number.isNaN(timeOf(String(record.activityDate)))) {
		return refuse('1003', `Invalid activityDate '${String(record.activityDate)}'`);
	}
	const primary = record.primaryAttributeValue;
	if (primary === undefined || primary === null || primary === '') {
		return refuse('1002', "Missing value for required parameter 'primaryAttributeValue'");
	}
	const attributes = record.attributes ?? [];
	if (!Array.isArray(attributes)) return refuse('1003', 'attributes must be a list');
	if (Buffer.byteLength(JSON.stringify(attributes)) > MAX_ATTRIBUTE_BYTES) {
		return refuse('1049', `Attributes are longer than ${MAX_ATTRIBUTE_BYTES} bytes`);
	}
	for (const one of attributes) {
		const field = isRecord(one) ? fieldOf(type, one.apiName) : undefined;
		if (!isRecord(one) || field === undefined) return refuse('1006', 'Attribute not found');
		if (!isOf(field.dataType, one.value)) {
			return refuse('1001', `Invalid value for attribute '${field.apiName}'`);
		}
	}
	return null;
}

function fieldOf(type: MarketoCustomActivityType, apiName: unknown) {
	return type.approvedAttributes?.find((one) => one.apiName === apiName);
}

function isOf(dataType: string, value: unknown): boolean {
	if (value === null || value === undefined) return true;
	if (!['string', 'number', 'boolean'].includes(typeof value)) return false;
	const text = String(value);
	switch (dataType) {
		case 'integer':
			return Number.isSafeInteger(Number(text)) && text !== '';
		case 'float':
		case 'currency':
			return Number.isFinite(Number(text)) && text !== '';
		case 'boolean':
			return /^(true|false)$/i.test(text);
		case 'date':
		case 'datetime':
			return !Number.isNaN(timeOf(text));
		default:
			return true;
	}
}
