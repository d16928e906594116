import { MarketoError } from '../http/errors';
import { batchSizeOf, integer, listOf, requiredQuery, type Call } from '../http/input';
import { pageOf } from '../http/paging';
import type { Answer, Route } from '../http/router';
import type { MarketoState } from '../state/marketoState';
import { leadFields, searchableFields } from './fields';
import { leadRow, requestedFields } from './render';
import { snapshotBy } from './sync';

const READ_LEAD = ['Read-Only Lead', 'Read-Write Lead'];
/** More matches than this are refused: narrow the filter. */
const MAX_MATCHES = 1000;

/** https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/lead-database/leads#query */
export function leadReadRoutes(state: MarketoState): Route[] {
	const read = { method: 'GET', write: false, permissions: READ_LEAD } as const;
	return [
		{ ...read, path: '/rest/v1/lead/:leadId.json', handle: (call) => byId(state, call) },
		{ ...read, path: '/rest/v1/leads.json', handle: (call) => byFilter(state, call) },
		{ ...read, path: '/rest/v1/leads/describe.json', handle: () => describe(state) },
		{ ...read, path: '/rest/v1/leads/describe2.json', handle: () => describe2(state) },
	];
}

function byId(state: MarketoState, call: Call): Answer {
	const fields = requestedFields(state, call.query.fields);
	const lead = state.leads.get(integer(call.params.leadId, 'leadId'));
	if (lead === undefined) {
		throw new MarketoError('1004', `Lead '${call.params.leadId}' not found`);
	}
	return { result: [leadRow(state, lead, fields)] };
}

function byFilter(state: MarketoState, call: Call): Answer {
	const filterType = requiredQuery(call, 'filterType');
	if (!searchableFields(state).includes(filterType)) {
		throw new MarketoError('1011', `Field '${filterType}' not supported as filterType`);
	}
	const wanted = listOf(requiredQuery(call, 'filterValues'), 'filterValues');
	const fields = requestedFields(state, call.query.fields);
	const byValue = snapshotBy(state, filterType);
	const values = new Set(wanted.map((value) => value.toLowerCase()));
	const found = [...values]
		.flatMap((value) => byValue.get(value) ?? [])
		.sort((a, b) => a.id - b.id);
	if (found.length > MAX_MATCHES) {
		throw new MarketoError('1003', 'Too many results match the filter');
	}
	const { rows, next } = pageOf(found, batchSizeOf(call), call.query.nextPageToken);
	return { result: rows.map((lead) => leadRow(state, lead, fields)), ...next };
}

function describe(state: MarketoState): Answer {
	const result = [...leadFields(state).values()].map((field, index) => ({
		id: index + 1,
		displayName: field.displayName,
		dataType: field.dataType,
		...(field.length === undefined ? {} : { length: field.length }),
		rest: { name: field.name, readOnly: field.readOnly },
		soap: { name: field.soapName, readOnly: field.readOnly },
	}));
	return { result };
}

function describe2(state: MarketoState): Answer {
	const fields = [...leadFields(state).values()].map((field) => ({
		name: field.name,
		displayName: field.displayName,
		dataType: field.dataType,
		...(field.length === undefined ? {} : { length: field.length }),
		updateable: !field.readOnly,
		crmManaged: false,
	}));
	const searchable = searchableFields(state).map((name) => [name]);
	return { result: [{ name: 'API Lead', searchableFields: searchable, fields }] };
}
