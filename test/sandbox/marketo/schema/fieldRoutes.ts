import { MarketoError } from '../http/errors';
import {
	batchSizeOf,
	bodyRecord,
	inputOf,
	optionalText,
	requiredText,
	type Call,
	type JsonRecord,
} from '../http/input';
import { pageOf } from '../http/paging';
import type { Answer, Route } from '../http/router';

/** Types that fields made over the API can have. */
const TYPES = [
	'boolean',
	'currency',
	'date',
	'datetime',
	'email',
	'float',
	'integer',
	'percent',
	'phone',
	'score',
	'string',
	'url',
];

export interface SchemaField {
	name: string;
	displayName: string;
	dataType: string;
	length?: number;
	isCustom: boolean;
}

/** Fields of leads and of program members are looked at and made in the same way. */
export interface SchemaPart {
	/** `/rest/v1/leads/schema/fields` */
	path: string;
	fields(): Map<string, SchemaField>;
	/** How many custom fields can be made. */
	max: number;
	customCount(): number;
	add(field: SchemaField): void;
	rename(name: string, displayName: string): void;
}

/**
 * Fields can be made and renamed, never deleted.
 * https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/lead-database/leads#fields
 */
export function fieldRoutes(part: SchemaPart): Route[] {
	const read = {
		method: 'GET',
		write: false,
		permissions: ['Read-Write Schema Standard Field', 'Read-Write Schema Custom Field'],
	} as const;
	const write = { method: 'POST', write: true } as const;
	const custom = ['Read-Write Schema Custom Field'];
	return [
		{ ...read, path: `${part.path}.json`, handle: (call) => browse(part, call) },
		{
			...read,
			path: `${part.path}/:name.json`,
			handle: (call) => ({ result: [rowOf(fieldOf(part, call.params.name))] }),
		},
		{
			...write,
			permissions: custom,
			path: `${part.path}.json`,
			handle: (call) => create(part, call),
		},
		{
			...write,
			permissions: read.permissions,
			path: `${part.path}/:name.json`,
			handle: (call) => update(part, call),
		},
	];
}

function browse(part: SchemaPart, call: Call): Answer {
	const all = [...part.fields().values()].map(rowOf);
	const { rows, next } = pageOf(all, batchSizeOf(call), call.query.nextPageToken);
	return { result: rows, ...next };
}

function create(part: SchemaPart, call: Call): Answer {
	const input = inputOf(bodyRecord(call));
	if (part.customCount() + input.length > part.max) {
		throw new MarketoError('1003', `At most ${part.max} custom fields are allowed`);
	}
	const result = input.map((record) => {
		const field = newField(record);
		if (part.fields().has(field.name)) {
			throw new MarketoError('1017', `Field '${field.name}' already exists`);
		}
		part.add(field);
		return { name: field.name, status: 'created' };
	});
	return { result };
}

function newField(record: JsonRecord): SchemaField {
	const name = requiredText(record, 'name');
	const dataType = requiredText(record, 'dataType');
	if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(name)) {
		throw new MarketoError('1003', `Invalid field name '${name}'`);
	}
	if (!TYPES.includes(dataType)) throw new MarketoError('1003', `Invalid dataType '${dataType}'`);
	return { name, dataType, displayName: requiredText(record, 'displayName'), isCustom: true };
}

function update(part: SchemaPart, call: Call): Answer {
	const { name } = fieldOf(part, call.params.name);
	const [record] = inputOf(bodyRecord(call), 1);
	const displayName = optionalText(record, 'displayName');
	if (displayName !== undefined) part.rename(name, displayName);
	return { result: [{ name, status: 'updated' }] };
}

function fieldOf(part: SchemaPart, name: string): SchemaField {
	const field = part.fields().get(name);
	if (field === undefined) throw new MarketoError('1006', `Field '${name}' not found`);
	return field;
}

function rowOf({ name, displayName, dataType, length, isCustom }: SchemaField) {
	return {
		displayName,
		name,
		description: null,
		dataType,
		...(length === undefined ? {} : { length }),
		isHidden: false,
		isHtmlEncodingInEmail: dataType !== 'boolean' && dataType !== 'datetime',
		isSensitive: false,
		isCustom,
		isApiCreated: false,
	};
}
