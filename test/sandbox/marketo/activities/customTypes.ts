import type { MarketoCustomActivityType } from '../contract';
import { leadDate } from '../http/dates';
import { MarketoError } from '../http/errors';
import { isRecord, optionalText, requiredText, type JsonRecord } from '../http/input';
import type { MarketoState } from '../state/marketoState';

export const MAX_TYPES = 10;
export const MAX_ATTRIBUTES = 20;

export const ATTRIBUTE_TYPES = [
	'string',
	'boolean',
	'integer',
	'float',
	'link',
	'email',
	'currency',
	'date',
	'datetime',
	'phone',
	'text',
];

type Attribute = MarketoCustomActivityType['attributes'][number];

/** @throws MarketoError 1004 when there is no such type */
export function customType(state: MarketoState, apiName: string): MarketoCustomActivityType {
	const type = state.customActivityTypes.find((one) => one.apiName === apiName);
	if (type === undefined) {
		throw new MarketoError('1004', `Custom activity type '${apiName}' not found`);
	}
	return type;
}

export function createType(state: MarketoState, body: JsonRecord): MarketoCustomActivityType {
	const apiName = requiredText(body, 'apiName');
	if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(apiName)) {
		throw new MarketoError('1003', `Invalid apiName '${apiName}'`);
	}
	if (state.customActivityTypes.length >= MAX_TYPES) {
		throw new MarketoError('1027', `The limit of ${MAX_TYPES} custom activity types is reached`);
	}
	const texts = {
		apiName,
		name: requiredText(body, 'name'),
		triggerName: requiredText(body, 'triggerName'),
		filterName: requiredText(body, 'filterName'),
		description: optionalText(body, 'description') ?? '',
	};
	const taken = state.customActivityTypes.find(
		(one) => one.apiName === apiName || one.name === texts.name,
	);
	if (taken !== undefined) {
		throw new MarketoError('1017', `Custom activity type '${apiName}' already exists`);
	}
	const made: MarketoCustomActivityType = {
		...texts,
		id: state.ids.activityType.next(),
		status: 'draft',
		primaryAttribute: primaryOf(body),
		attributes: [],
		approvedAttributes: null,
		createdAt: state.nowIso(),
		updatedAt: state.nowIso(),
	};
	state.customActivityTypes.push(made);
	return made;
}

export function updateType(state: MarketoState, apiName: string, body: JsonRecord): void {
	const type = customType(state, apiName);
	for (const name of ['name', 'triggerName', 'filterName', 'description'] as const) {
		type[name] = optionalText(body, name) ?? type[name];
	}
	if (body.primaryAttribute !== undefined) type.primaryAttribute = primaryOf(body);
	touch(state, type);
}

/** Whatever is changed on an approved type waits for the next approval. */
export function touch(state: MarketoState, type: MarketoCustomActivityType): void {
	if (type.status === 'approved') type.status = 'approved with draft';
	type.updatedAt = state.nowIso();
}

function primaryOf({
	primaryAttribute,
}: JsonRecord): MarketoCustomActivityType['primaryAttribute'] {
	if (!isRecord(primaryAttribute)) {
		throw new MarketoError('1002', "Missing value for required parameter 'primaryAttribute'");
	}
	return {
		apiName: requiredText(primaryAttribute, 'apiName'),
		name: requiredText(primaryAttribute, 'name'),
		description: optionalText(primaryAttribute, 'description') ?? '',
	};
}

/** @throws MarketoError 1003 and 1028 */
export function attributesOf(body: JsonRecord): Attribute[] {
	const { attributes } = body;
	if (!Array.isArray(attributes) || attributes.length === 0) {
		throw new MarketoError('1003', 'attributes cannot be empty');
	}
	return attributes.map((one: unknown) => {
		if (!isRecord(one)) throw new MarketoError('1003', 'Each attribute must be an object');
		const dataType = optionalText(one, 'dataType') ?? 'string';
		if (!ATTRIBUTE_TYPES.includes(dataType)) {
			throw new MarketoError('1003', `Invalid dataType '${dataType}'`);
		}
		const apiName = requiredText(one, 'apiName');
		return {
			apiName,
			name: optionalText(one, 'name') ?? apiName,
			dataType,
			description: optionalText(one, 'description') ?? '',
		};
	});
}

export function addAttributes(type: MarketoCustomActivityType, added: Attribute[]): void {
	const twice = added.find(({ apiName }) => type.attributes.some((one) => one.apiName === apiName));
	if (twice !== undefined) {
		throw new MarketoError('1017', `Attribute '${twice.apiName}' already exists`);
	}
	if (type.attributes.length + added.length > MAX_ATTRIBUTES) {
		throw new MarketoError('1028', `The limit of ${MAX_ATTRIBUTES} attributes is reached`);
	}
	type.attributes.push(...added);
}

export function approve(state: MarketoState, type: MarketoCustomActivityType): void {
	type.status = 'approved';
	type.approvedAttributes = structuredClone(type.attributes);
	type.updatedAt = state.nowIso();
}

/** @throws MarketoError for a type that was never approved */
export function discardDraft(type: MarketoCustomActivityType): void {
	if (type.approvedAttributes === null) {
		throw new MarketoError('1003', `Custom activity type '${type.apiName}' was never approved`);
	}
	type.status = 'approved';
	type.attributes = structuredClone(type.approvedAttributes);
}

/** A new type has no number and no dates yet. */
export function typeRow(type: MarketoCustomActivityType, parts: 'list' | 'made' | 'whole') {
	const { attributes } = type;
	const dated = { createdAt: leadDate(type.createdAt), updatedAt: leadDate(type.updatedAt) };
	return {
		...(parts === 'made' ? {} : { id: type.id }),
		apiName: type.apiName,
		name: type.name,
		description: type.description,
		triggerName: type.triggerName,
		filterName: type.filterName,
		...(parts === 'made' ? {} : dated),
		status: type.status,
		...(parts === 'list'
			? {}
			: { primaryAttribute: { ...type.primaryAttribute, dataType: 'string' } }),
		...(parts === 'whole' && attributes.length > 0 ? { attributes } : {}),
	};
}
