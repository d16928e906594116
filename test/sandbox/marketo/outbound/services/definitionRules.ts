import { at, isRecord, isText, recordOf, recordsOf, textsOf, type JsonRecord } from '../json';
import { isDataType } from './dataTypes';

/** Marketo writes these to every activity of a flow step itself. */
const RESERVED = ['success', 'reason', 'errorCode'];
const SERVICE_TEXTS = ['name', 'filterName', 'triggerName', 'description'];
const CONTEXTS = [
	'programContext',
	'campaignContext',
	'triggerContext',
	'programMemberContext',
	'subscriptionContext',
];

/**
 * What Marketo would refuse in the answer of `/getServiceDefinition`.
 * https://github.com/adobe/Marketo-SSFS-Service-Provider-Interface (README, Service Definition)
 */
export function definitionProblems(definition: unknown): string[] {
	if (!isRecord(definition)) return ['The service definition is no JSON object'];
	const { apiName, i18n, invocationPayloadDef, callbackPayloadDef } = definition;
	const problems: string[] = [];
	if (!isText(apiName)) problems.push('apiName must be a text');
	for (const name of SERVICE_TEXTS) {
		if (!isText(at(i18n, 'en_US', name))) problems.push(`i18n.en_US.${name} must be a text`);
	}
	if (!isRecord(invocationPayloadDef)) problems.push('invocationPayloadDef must be an object');
	if (!isRecord(callbackPayloadDef)) problems.push('callbackPayloadDef must be an object');
	const invocation = recordOf(invocationPayloadDef);
	const callback = recordOf(callbackPayloadDef);
	return [
		...problems,
		...invocationProblems(invocation),
		...listProblems(callback, 'callbackPayloadDef', 'attributes', attributeProblems),
		...listProblems(callback, 'callbackPayloadDef', 'fields', fieldProblems),
		...flagProblems(callback, 'callbackPayloadDef', ['userDrivenMapping']),
		...nameProblems(definition, invocation, callback),
	];
}

function invocationProblems(invocation: JsonRecord): string[] {
	const place = 'invocationPayloadDef';
	const { myTokenContext } = invocation;
	return [
		...listProblems(invocation, place, 'globalAttributes', attributeProblems),
		...listProblems(invocation, place, 'flowAttributes', attributeProblems),
		...listProblems(invocation, place, 'fields', fieldProblems),
		...listProblems(invocation, place, 'headers', headerProblems),
		...flagProblems(invocation, place, [...CONTEXTS, 'userDrivenMapping']),
		...(myTokenContext === undefined || isTextList(myTokenContext)
			? []
			: [`${place}.myTokenContext must be a list of token names`]),
		...textsOf(myTokenContext)
			.filter((name) => /[{}]|^my\./i.test(name))
			.map((name) => `myTokenContext takes names without {{my.…}}, not ${name}`),
	];
}

/** Names must not collide, and the primary attribute is one of the flow step's own. */
function nameProblems(
	{ primaryAttribute }: JsonRecord,
	invocation: JsonRecord,
	callback: JsonRecord,
): string[] {
	const flow = namesOf(invocation.flowAttributes, 'apiName');
	const activity = namesOf(callback.attributes, 'apiName');
	const problems: string[] = [];
	if (!isText(primaryAttribute) || !flow.includes(primaryAttribute)) {
		problems.push(`primaryAttribute must be the apiName of a flow attribute`);
	} else if (activity.includes(primaryAttribute)) {
		problems.push(`primaryAttribute ${primaryAttribute} must not be a callback attribute`);
	}
	const fields = [...namesOf(invocation.fields, 'serviceAttribute')];
	const written = [...namesOf(callback.fields, 'serviceAttribute')];
	return [
		...problems,
		...flow
			.filter((name) => activity.includes(name))
			.map((name) => `${name} is a flow attribute and a callback attribute`),
		...[...flow, ...activity]
			.filter((name) => RESERVED.includes(name))
			.map((name) => `${name} is reserved and cannot be an attribute`),
		...[...fields, ...written]
			.filter((name) => name === 'id')
			.map(() => 'id is reserved and cannot be a field'),
		...[flow, activity, fields, written].flatMap(twice),
	];
}

function twice(names: string[]): string[] {
	return names
		.filter((name, index) => names.indexOf(name) !== index)
		.map((name) => `${name} is declared twice`);
}

function namesOf(list: unknown, key: string): string[] {
	return recordsOf(list)
		.map((one) => one[key])
		.filter((name) => typeof name === 'string');
}

type Rule = (one: JsonRecord, place: string) => string[];

function listProblems(parent: JsonRecord, place: string, name: string, rule: Rule): string[] {
	const list = parent[name];
	if (list === undefined) return [];
	if (!Array.isArray(list)) return [`${place}.${name} must be a list`];
	return list.flatMap((one: unknown, index) => {
		const here = `${place}.${name}[${index}]`;
		return isRecord(one) ? rule(one, here) : [`${here} must be an object`];
	});
}

function attributeProblems(attribute: JsonRecord, place: string): string[] {
	return [
		...(isText(attribute.apiName) ? [] : [`${place}.apiName must be a text`]),
		...(isText(at(attribute.i18n, 'en_US', 'name'))
			? []
			: [`${place}.i18n.en_US.name must be a text`]),
		...typeProblems(attribute, place),
		...flagProblems(attribute, place, ['hasPicklist', 'enforcePicklistSelect']),
	];
}

function fieldProblems(field: JsonRecord, place: string): string[] {
	return [
		...(isText(field.serviceAttribute) ? [] : [`${place}.serviceAttribute must be a text`]),
		...(isText(at(field.description, 'en_US'))
			? []
			: [`${place}.description.en_US must be a text`]),
		...typeProblems(field, place),
		...flagProblems(field, place, ['required']),
	];
}

function headerProblems(header: JsonRecord, place: string): string[] {
	return [
		...(isText(header.name) ? [] : [`${place}.name must be a text`]),
		...flagProblems(header, place, ['hasPicklist', 'enforcePicklistSelect']),
	];
}

function typeProblems({ dataType }: JsonRecord, place: string): string[] {
	return isDataType(dataType) ? [] : [`${place}.dataType ${String(dataType)} is no data type`];
}

function flagProblems(parent: JsonRecord, place: string, names: string[]): string[] {
	return names
		.filter((name) => parent[name] !== undefined && typeof parent[name] !== 'boolean')
		.map((name) => `${place}.${name} must be true or false`);
}

function isTextList(value: unknown): boolean {
	return Array.isArray(value) && value.every(isText);
}
