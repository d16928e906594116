import type { JsonRecord } from '../http/input';
import type { ActionDefinition, ActionField } from './definition';
import { recordOf } from './definition';

/** HubSpot's own outputs steer the workflow and are none of the action's. */
const OWN = /^hs_/;

/** What HubSpot makes of the `outputFields` of an answer or a callback. */
export interface Outputs {
	values: Record<string, string>;
	complaints: string[];
	/** `hs_execution_state`; undefined where there is none. */
	executionState: string | undefined;
	/** `hs_expiration_duration` */
	expiration: string | undefined;
}

export function readOutputs(definition: ActionDefinition, outputFields: JsonRecord): Outputs {
	const values: Record<string, string> = {};
	const complaints: string[] = [];
	for (const [name, value] of Object.entries(outputFields)) {
		if (OWN.test(name)) continue;
		const field = definition.outputFields.find((one) => one.name === name);
		if (!field) complaints.push(`There is no output field ${name}`);
		else if (typeof value !== 'string') complaints.push(`${name} is no text`);
		else if (!isValueOf(field, value)) complaints.push(`${value} is no option of ${name}`);
		else values[name] = value;
	}
	return {
		values,
		complaints,
		executionState: textOf(outputFields.hs_execution_state),
		expiration: textOf(outputFields.hs_expiration_duration),
	};
}

function textOf(value: unknown): string | undefined {
	return typeof value === 'string' ? value : undefined;
}

function isValueOf({ options }: ActionField, value: string): boolean {
	return options.length === 0 || options.some((option) => option.value === value);
}

/**
 * The label of the first execution rule whose conditions all hold, its placeholders filled in.
 * @param fields inputs and outputs by name
 */
export function messageOf(
	{ executionRules, labels }: ActionDefinition,
	outputs: Record<string, string>,
	fields: Record<string, string>,
): string | undefined {
	const rule = executionRules.find(({ conditions }) =>
		Object.entries(conditions).every(([name, wanted]) =>
			[wanted].flat().some((one) => one === outputs[name]),
		),
	);
	if (!rule) return undefined;
	const label = String(recordOf(labels.executionRules)[rule.labelName]);
	return label.replace(/\{\{\s*(.*?)\s*\}\}/g, (_all, name: string) => fields[name] ?? '');
}

/** The way a branch on an output goes. */
export function branchOf(
	{ outputFields }: ActionDefinition,
	outputs: Record<string, string>,
	name: string,
): string | undefined {
	const field = outputFields.find((one) => one.name === name);
	if (!field) throw new Error(`There is no output field ${name}`);
	const value = outputs[name];
	return field.options.find((option) => option.value === value)?.label ?? value;
}
