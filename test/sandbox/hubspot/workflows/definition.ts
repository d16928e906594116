import { isRecord, type JsonRecord } from '../http/input';

export interface ActionField {
	name: string;
	type: string;
	fieldType: string | undefined;
	options: Array<{ value: string; label: string }>;
	optionsUrl: string | undefined;
	/** Inputs only. */
	supportedValueTypes: string[];
	isRequired: boolean;
}

/** A custom workflow action, as the workflow side works with it. */
export interface ActionDefinition {
	actionUrl: string;
	published: boolean;
	objectTypes: string[];
	/** Contact properties that are sent along. */
	objectProperties: string[];
	inputFields: ActionField[];
	outputFields: ActionField[];
	executionRules: Array<{ labelName: string; conditions: JsonRecord }>;
	/** English ones. */
	labels: JsonRecord;
}

/**
 * Reads an action from the content of a project's `*-hsmeta.json` (`{uid, type, config}`) or from the API's
 * form. Call {@link definitionProblems} first: this reads what is well-formed.
 */
export function readDefinition(given: unknown): ActionDefinition {
	const form = recordOf(given);
	const config = isRecord(form.config) ? form.config : form;
	const { properties } = recordOf(config.objectRequestOptions);
	return {
		actionUrl: String(config.actionUrl),
		published: config.published === true || config.isPublished === true,
		objectTypes: texts(config.objectTypes),
		objectProperties: texts(properties),
		inputFields: records(config.inputFields).map(fieldOf),
		outputFields: records(config.outputFields).map(fieldOf),
		executionRules: records(config.executionRules).map(({ labelName, conditions }) => ({
			labelName: String(labelName),
			conditions: recordOf(conditions),
		})),
		labels: recordOf(recordOf(config.labels).en),
	};
}

function fieldOf(field: JsonRecord): ActionField {
	const { name, type, fieldType, options, optionsUrl } = recordOf(field.typeDefinition);
	return {
		name: String(name),
		type: String(type),
		fieldType: typeof fieldType === 'string' ? fieldType : undefined,
		options: records(options).map(({ value, label }) => ({
			value: String(value),
			label: String(label),
		})),
		optionsUrl: typeof optionsUrl === 'string' ? optionsUrl : undefined,
		supportedValueTypes: texts(field.supportedValueTypes),
		isRequired: field.isRequired === true,
	};
}

export function recordOf(value: unknown): JsonRecord {
	return isRecord(value) ? value : {};
}

export function records(value: unknown): JsonRecord[] {
	return Array.isArray(value) ? value.filter(isRecord) : [];
}

export function texts(value: unknown): string[] {
	return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
