/** Property definitions: https://developers.hubspot.com/docs/api-reference/crm-properties-v3/guide */
import { validationError } from '../http/errors';
import type { JsonRecord } from '../http/input';
import { isRecord, optionalText, requireFields, text } from '../http/input';

export type PropertyOption = {
	label: string;
	value: string;
	description: string;
	displayOrder: number;
	hidden: boolean;
};

/** A type alias and not an interface: tests hold it as a plain record. */
export type PropertyDefinition = {
	name: string;
	label: string;
	type: string;
	fieldType: string;
	description: string;
	groupName: string;
	options: PropertyOption[];
	displayOrder: number;
	calculated: boolean;
	externalOptions: boolean;
	hasUniqueValue: boolean;
	hidden: boolean;
	modificationMetadata: {
		archivable: boolean;
		readOnlyDefinition: boolean;
		readOnlyValue: boolean;
	};
	formField: boolean;
	dataSensitivity: string;
	/** Only on HubSpot's own properties. */
	hubspotDefined?: true;
	numberDisplayHint?: string;
};

const FIELD_TYPES: Record<string, readonly string[]> = {
	string: ['text', 'textarea', 'html', 'file', 'phonenumber'],
	number: ['number', 'calculation_equation'],
	date: ['date'],
	datetime: ['date'],
	enumeration: ['select', 'radio', 'checkbox', 'booleancheckbox', 'calculation_equation'],
	bool: ['booleancheckbox'],
};

const NAME = /^[a-z][a-z0-9_]*$/;

export function newDefinition(fields: {
	name: string;
	label: string;
	type: string;
	fieldType: string;
	groupName: string;
}): PropertyDefinition {
	return {
		name: fields.name,
		label: fields.label,
		type: fields.type,
		fieldType: fields.fieldType,
		description: '',
		groupName: fields.groupName,
		options: fields.type === 'bool' ? boolOptions() : [],
		displayOrder: -1,
		calculated: false,
		externalOptions: false,
		hasUniqueValue: false,
		hidden: false,
		modificationMetadata: { archivable: true, readOnlyDefinition: false, readOnlyValue: false },
		formField: false,
		dataSensitivity: 'non_sensitive',
	};
}

/**
 * A definition out of a create request.
 * @throws 400 for missing fields, a malformed name, or a fieldType that the type does not have
 */
export function parseDefinition(body: JsonRecord): PropertyDefinition {
	requireFields(body, ['name', 'label', 'type', 'fieldType', 'groupName']);
	const name = text(body, 'name');
	if (!NAME.test(name)) {
		throw validationError(
			`Property name '${name}' is invalid. Names must start with a letter and hold only ` +
				'lower-case letters, digits and underscores',
		);
	}
	const definition = newDefinition({
		name,
		label: text(body, 'label'),
		type: text(body, 'type'),
		fieldType: text(body, 'fieldType'),
		groupName: text(body, 'groupName'),
	});
	changeDefinition(definition, body);
	return definition;
}

/** Applies the changeable fields of a create or update request. Name is not one of them. */
export function changeDefinition(definition: PropertyDefinition, body: JsonRecord): void {
	const type = optionalText(body, 'type') ?? definition.type;
	const fieldType = optionalText(body, 'fieldType') ?? definition.fieldType;
	checkTypes(type, fieldType);
	definition.type = type;
	definition.fieldType = fieldType;
	definition.label = optionalText(body, 'label') ?? definition.label;
	definition.groupName = optionalText(body, 'groupName') ?? definition.groupName;
	definition.description = optionalText(body, 'description') ?? definition.description;
	definition.dataSensitivity = optionalText(body, 'dataSensitivity') ?? definition.dataSensitivity;
	const hint = optionalText(body, 'numberDisplayHint');
	if (hint !== undefined) definition.numberDisplayHint = hint;
	if (typeof body.displayOrder === 'number') definition.displayOrder = body.displayOrder;
	for (const flag of ['externalOptions', 'hasUniqueValue', 'hidden', 'formField'] as const) {
		const value = body[flag];
		if (typeof value === 'boolean') definition[flag] = value;
	}
	if (Array.isArray(body.options)) definition.options = parseOptions(body.options);
}

function checkTypes(type: string, fieldType: string): void {
	const allowed = FIELD_TYPES[type];
	if (allowed === undefined) throw validationError(`Invalid property type: ${type}`);
	if (allowed.includes(fieldType)) return;
	throw validationError(`fieldType ${fieldType} is not valid for type ${type}`);
}

/** Options without an order come after those with one. */
function parseOptions(given: unknown[]): PropertyOption[] {
	const options = given.filter(isRecord);
	let order = 0;
	for (const option of options) {
		if (typeof option.displayOrder === 'number') order = Math.max(order, option.displayOrder);
	}
	return options.map((option) => ({
		label: text(option, 'label'),
		value: text(option, 'value'),
		description: optionalText(option, 'description') ?? '',
		displayOrder: typeof option.displayOrder === 'number' ? option.displayOrder : (order += 1),
		hidden: option.hidden === true,
	}));
}

function boolOptions(): PropertyOption[] {
	return ['true', 'false'].map((value, index) => ({
		label: value === 'true' ? 'True' : 'False',
		value,
		description: '',
		displayOrder: index,
		hidden: false,
	}));
}
