import { isRecord, type JsonRecord } from '../http/input';
import { readDefinition, recordOf, records, texts } from './definition';
import { fieldProblems, isUsableUrl } from './fieldProblems';
import { labelProblems, LANGUAGES } from './labelProblems';

const CONFIG_KEYS = [
	'actionUrl',
	'supportedClients',
	'objectTypes',
	'objectRequestOptions',
	'inputFields',
	'inputFieldDependencies',
	'outputFields',
	'executionRules',
	'functions',
	'labels',
];
const DEPENDENCIES = ['SINGLE_FIELD', 'CONDITIONAL_SINGLE_FIELD'];

/**
 * Everything HubSpot would refuse about an action, in words; empty when it is well-formed.
 * https://developers.hubspot.com/docs/apps/developer-platform/add-features/custom-workflow-actions
 * @param given the content of a project's `*-hsmeta.json`, or the API's form
 */
export function definitionProblems(given: unknown): string[] {
	if (!isRecord(given)) return ['The definition is no object'];
	if (isRecord(given.config))
		return [...projectProblems(given), ...formProblems(given.config, true)];
	return formProblems(given, false);
}

function projectProblems({ uid, type, config, ...rest }: JsonRecord): string[] {
	const { supportedClients } = recordOf(config);
	const clients = records(supportedClients).map(({ client }) => client);
	return [
		...(typeof uid === 'string' && /^[\w-]+$/.test(uid) ? [] : ['uid must be a name']),
		...(type === 'workflow-action' ? [] : ['type must be workflow-action']),
		...(clients.includes('WORKFLOWS') ? [] : ['supportedClients must name the client WORKFLOWS']),
		...unknownKeys('the file', rest, []),
	];
}

function formProblems(form: JsonRecord, isProject: boolean): string[] {
	const flag = isProject ? 'isPublished' : 'published';
	const problems = [
		...unknownKeys('the definition', form, [...CONFIG_KEYS, flag, 'archivedAt']),
		...missing(form, isProject ? ['actionUrl', 'labels'] : REQUIRED_BY_API),
		...(typeof form[flag] === 'boolean' ? [] : [`${flag} must be true or false`]),
		...(isUsableUrl(form.actionUrl) ? [] : ['actionUrl must be an https URL']),
		...['inputFields', 'outputFields', 'executionRules', 'functions', 'inputFieldDependencies']
			.filter((key) => form[key] !== undefined && !isListOfRecords(form[key]))
			.map((key) => `${key} must be a list of objects`),
		...records(form.inputFields).flatMap((field) => fieldProblems(field, 'input')),
		...records(form.outputFields).flatMap((field) => fieldProblems(field, 'output')),
		...languageProblems(form.labels),
	];
	if (problems.length > 0) return problems;
	// From here on the shapes are right, and their names are compared.
	const { inputFields, outputFields, executionRules } = readDefinition(form);
	const inputs = inputFields.map(({ name }) => name);
	const outputs = outputFields.map(({ name }) => name);
	return [
		...doubled('input field', inputs),
		...doubled('output field', outputs),
		...executionRules.flatMap(({ labelName, conditions }) =>
			Object.entries(conditions).flatMap(([name, value]) => {
				const output = outputFields.find((one) => one.name === name);
				if (!output) return [`executionRules.${labelName}: there is no output field ${name}`];
				const known = output.options.map((option) => option.value);
				return [value]
					.flat()
					.filter((one) => typeof one !== 'string' || (known.length > 0 && !known.includes(one)))
					.map((one) => `executionRules.${labelName}: ${name} is never ${JSON.stringify(one)}`);
			}),
		),
		...records(form.inputFieldDependencies).flatMap((one) => dependencyProblems(one, inputs)),
		...Object.entries(recordOf(form.labels)).flatMap(([language, labels]) =>
			labelProblems(language, recordOf(labels), {
				inputs,
				outputs,
				rules: executionRules.map(({ labelName }) => labelName),
			}),
		),
	];
}

const REQUIRED_BY_API = ['actionUrl', 'objectTypes', 'inputFields', 'labels', 'functions'];

function dependencyProblems(dependency: JsonRecord, inputs: string[]): string[] {
	const { dependencyType, controllingFieldName, dependentFieldNames } = dependency;
	const names = [String(controllingFieldName), ...texts(dependentFieldNames)];
	return [
		...(DEPENDENCIES.includes(String(dependencyType))
			? []
			: [`inputFieldDependencies: there is no type ${String(dependencyType)}`]),
		...names
			.filter((name) => !inputs.includes(name))
			.map((name) => `inputFieldDependencies: there is no input field ${name}`),
	];
}

function languageProblems(labels: unknown): string[] {
	const languages = Object.keys(recordOf(labels));
	return [
		...(languages.includes('en') ? [] : ['labels.en is required']),
		...languages
			.filter((language) => !LANGUAGES.includes(language))
			.map((language) => `labels.${language}: HubSpot has no such language`),
	];
}

function unknownKeys(where: string, value: JsonRecord, known: string[]): string[] {
	return Object.keys(value)
		.filter((key) => !known.includes(key))
		.map((key) => `${where} has an unknown key ${key}`);
}

function missing(form: JsonRecord, keys: string[]): string[] {
	return keys.filter((key) => form[key] === undefined).map((key) => `${key} is required`);
}

function isListOfRecords(value: unknown): boolean {
	return Array.isArray(value) && value.every(isRecord);
}

function doubled(what: string, names: string[]): string[] {
	return names
		.filter((name, at) => names.indexOf(name) !== at)
		.map((name) => `there are two ${what}s ${name}`);
}
