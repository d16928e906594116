import type { HubSpotContactState } from '../../world';
import { valueOf } from '../contacts/render';
import type { InputValue } from './contract';
import type { ActionDefinition, ActionField } from './definition';

type Spelled = Exclude<InputValue, string>;

/**
 * What a user filled in, spelled out.
 * @throws Error for a field or a kind of value that the editor would not have offered
 */
export function spelledOut(
	{ inputFields }: ActionDefinition,
	given: Record<string, InputValue>,
): Record<string, Spelled> {
	return Object.fromEntries(
		Object.entries(given).map(([name, value]) => {
			const field = inputFields.find((one) => one.name === name);
			if (!field) throw new Error(`There is no input field ${name}`);
			const spelled: Spelled = typeof value === 'string' ? { type: 'STATIC_VALUE', value } : value;
			if (!field.supportedValueTypes.includes(spelled.type)) {
				throw new Error(`${name} takes no ${spelled.type}`);
			}
			if (spelled.type === 'STATIC_VALUE') refuseForeignOption(field, spelled.value);
			return [name, spelled];
		}),
	);
}

function refuseForeignOption({ name, options }: ActionField, value: string): void {
	if (options.length > 0 && !options.some((option) => option.value === value)) {
		throw new Error(`${value} is no option of ${name}`);
	}
}

/** The values for one contact, all of them texts; a property without a value gives none. */
export function resolved(
	contact: HubSpotContactState,
	inputs: Record<string, Spelled>,
): Record<string, string> {
	return present(
		Object.entries(inputs).map(([name, input]) => [
			name,
			input.type === 'STATIC_VALUE' ? input.value : valueOf(contact, input.propertyName),
		]),
	);
}

/** Contact properties by name, those that have a value. */
export function propertiesOf(
	contact: HubSpotContactState,
	names: readonly string[],
): Record<string, string> {
	return present(names.map((name) => [name, valueOf(contact, name)]));
}

function present(entries: Array<[string, string | null]>): Record<string, string> {
	const values: Record<string, string> = {};
	for (const [name, value] of entries) if (value !== null && value !== '') values[name] = value;
	return values;
}
