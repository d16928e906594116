import { isRecord, type JsonRecord } from '../http/input';
import { recordOf } from './definition';

/** Which controls fit which type: the vendor's own lists (FieldTypeDefinition of its client). */
const CONTROLS: Record<string, string[]> = {
	string: ['text', 'textarea', 'phonenumber', 'html', 'file'],
	number: ['number', 'text'],
	bool: ['booleancheckbox'],
	enumeration: ['select', 'radio', 'checkbox', 'booleancheckbox'],
	date: ['date'],
	datetime: ['date'],
	phone_number: ['phonenumber', 'text'],
	currency_number: ['number', 'text'],
	json: ['text', 'textarea'],
	object_coordinates: ['text'],
};

const VALUE_TYPES = [
	'STATIC_VALUE',
	'OBJECT_PROPERTY',
	'FIELD_DATA',
	'FETCHED_OBJECT_PROPERTY',
	'ENROLLMENT_EVENT_PROPERTY',
];

/** HubSpot calls https only; this machine's own address stands in for it here. */
export function isUsableUrl(value: unknown): boolean {
	if (typeof value !== 'string' || !URL.canParse(value)) return false;
	const { protocol, hostname } = new URL(value);
	const isHere = ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
	return protocol === 'https:' || (protocol === 'http:' && isHere);
}

/** What is wrong with one input or output field by itself. */
export function fieldProblems(field: JsonRecord, kind: 'input' | 'output'): string[] {
	const { name, type, fieldType, options, optionsUrl, referencedObjectType } = recordOf(
		field.typeDefinition,
	);
	if (typeof name !== 'string' || !/^\w+$/.test(name)) return [`an ${kind} field has no name`];
	const controls = CONTROLS[String(type)];
	const problems: string[] = [];
	if (!controls) problems.push(`there is no type ${String(type)}`);
	else if (fieldType !== undefined && !controls.includes(String(fieldType))) {
		problems.push(`fieldType ${String(fieldType)} does not fit the type ${String(type)}`);
	}
	if (options !== undefined && !isOptions(options)) {
		problems.push('each option needs a value and a label, and no value comes twice');
	}
	const hasOptions = Array.isArray(options) && options.length > 0;
	const hasSource = hasOptions || optionsUrl !== undefined || referencedObjectType !== undefined;
	if (type === 'enumeration' && !hasSource) problems.push('options or optionsUrl is required');
	if (hasOptions && optionsUrl !== undefined) problems.push('options or optionsUrl, not both');
	if (optionsUrl !== undefined && !isUsableUrl(optionsUrl)) {
		problems.push('optionsUrl must be an https URL');
	}
	if (kind === 'input') problems.push(...inputProblems(field));
	return problems.map((problem) => `${kind} field ${name}: ${problem}`);
}

function inputProblems({ supportedValueTypes, isRequired }: JsonRecord): string[] {
	const types: unknown[] = Array.isArray(supportedValueTypes) ? supportedValueTypes : [];
	return [
		...(types.length > 0 ? [] : ['supportedValueTypes is required']),
		...types
			.filter((one) => !VALUE_TYPES.includes(String(one)))
			.map((one) => `there is no supportedValueType ${String(one)}`),
		...(typeof isRequired === 'boolean' ? [] : ['isRequired must be true or false']),
	];
}

function isOptions(options: unknown): boolean {
	if (!Array.isArray(options)) return false;
	const values = options.map((one: unknown) =>
		isRecord(one) && typeof one.label === 'string' && one.label ? one.value : undefined,
	);
	return (
		values.every((value) => typeof value === 'string') && new Set(values).size === values.length
	);
}
