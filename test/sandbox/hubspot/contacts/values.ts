import type { PropertyDefinition } from '../schema/definition';
import { LIFECYCLE_STAGES } from '../schema/defaults';
import type { Schema } from '../schema/schemas';
import type { ErrorEntry } from '../http/errors';
import { isDeliverable, normaliseEmail } from './emailAddress';
import type { Values } from './store';

/** The longest value a text property holds. https://developers.hubspot.com/docs/api-reference/crm-properties-v3/guide */
export const MAX_VALUE_LENGTH = 65_536;

/** One entry of the array that HubSpot embeds in the message. */
export interface Problem {
	isValid: false;
	message: string;
	error: string;
	name: string;
}

export interface CheckedValues {
	problems: Problem[];
	/** undefined = not sent, '' = cleared. */
	email: string | undefined;
	/** All the rest; null = cleared. */
	values: Values;
}

/** Checks and normalises what a request wants to write; nothing is written yet. */
export function checkValues(given: Record<string, unknown>, schema: Schema): CheckedValues {
	const checked: CheckedValues = { problems: [], email: undefined, values: new Map() };
	for (const [name, raw] of Object.entries(given)) {
		const definition = schema.properties.get(name);
		const value = raw === null || raw === undefined ? '' : String(raw);
		const verdict = definition === undefined ? unknownProperty(name) : judge(definition, value);
		if (typeof verdict !== 'string') checked.problems.push({ isValid: false, name, ...verdict });
		else if (name === 'email') checked.email = verdict;
		else checked.values.set(name, verdict === '' ? null : verdict);
	}
	return checked;
}

type Objection = { message: string; error: string };

function unknownProperty(name: string): Objection {
	return { message: `Property "${name}" does not exist`, error: 'PROPERTY_DOESNT_EXIST' };
}

/** @returns the value as HubSpot keeps it, or why it is refused */
function judge(definition: PropertyDefinition, value: string): string | Objection {
	const { name, type, modificationMetadata } = definition;
	if (modificationMetadata.readOnlyValue) {
		const message = `"${name}" is a read only property; its value cannot be set.`;
		return { message, error: 'READ_ONLY_VALUE' };
	}
	if (value.length > MAX_VALUE_LENGTH) {
		const message = `Property values cannot be longer than ${MAX_VALUE_LENGTH} characters`;
		return { message, error: 'INVALID_LENGTH' };
	}
	if (value === '') return '';
	if (name === 'email') return judgeEmail(value);
	if (type === 'number') return judgeNumber(value);
	if (type === 'date' || type === 'datetime') return judgeDate(type, value);
	if (type === 'enumeration' || type === 'bool') return judgeOption(definition, value);
	return value;
}

function judgeEmail(value: string): string | Objection {
	const email = normaliseEmail(value);
	if (isDeliverable(email)) return email;
	return { message: `Email address ${value} is invalid`, error: 'INVALID_EMAIL' };
}

function judgeNumber(value: string): string | Objection {
	const isNumber = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(value.trim());
	if (isNumber) return value.trim();
	return { message: `${value} was not a valid number.`, error: 'INVALID_INTEGER' };
}

/** Epoch milliseconds or ISO 8601; kept as ISO. */
function judgeDate(type: 'date' | 'datetime', value: string): string | Objection {
	const time = /^-?\d+$/.test(value) ? Number(value) : Date.parse(value);
	const date = new Date(time);
	if (Number.isNaN(date.getTime())) {
		return { message: `${value} was not a valid long.`, error: 'INVALID_LONG' };
	}
	return type === 'date' ? date.toISOString().slice(0, 10) : date.toISOString();
}

/** Checkboxes take several values, separated by semicolons. */
function judgeOption(definition: PropertyDefinition, value: string): string | Objection {
	const chosen = definition.fieldType === 'checkbox' ? value.split(';').filter(Boolean) : [value];
	const options = definition.options.map((option) => option.value);
	const wrong = chosen.find((one) => !options.includes(one));
	if (wrong === undefined) return value;
	const message = `${wrong} was not one of the allowed options: [${options.join(', ')}]`;
	return { message, error: 'INVALID_OPTION' };
}

/** A stage earlier than the present one is ignored without an error; clear it first to go back. */
export function keepStageForward(present: string | undefined, values: Values): void {
	const wanted = values.get('lifecyclestage');
	if (present === undefined || wanted === undefined || wanted === null) return;
	const isBack = LIFECYCLE_STAGES.indexOf(wanted) < LIFECYCLE_STAGES.indexOf(present);
	if (isBack) values.delete('lifecyclestage');
}

/** HubSpot's own form: a JSON array inside the message, and the same once more in `errors`. */
export function problemsMessage(problems: readonly Problem[]): string {
	return `Property values were not valid: ${JSON.stringify(problems)}`;
}

export function problemErrors(problems: readonly Problem[]): ErrorEntry[] {
	return problems.map(({ message, error, name }) => ({
		message,
		code: error,
		context: { propertyName: [name] },
	}));
}
