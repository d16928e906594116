import type { MarketoWebhook } from '../../contract';
import type { FieldValues } from '../../state/leads';
import type { MarketoState } from '../../state/marketoState';
import { leadFieldType, isTextType } from '../leadFields';
import { stepsOf, valueAt } from './path';

/**
 * What Marketo would not let an admin save.
 * https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/webhooks/response-mapping
 */
export function mappingProblems(state: MarketoState, { mappings }: MarketoWebhook): string[] {
	return Object.entries(mappings).flatMap(([path, field]) => [
		...(stepsOf(path) ? [] : [`${path} is no response path`]),
		...(leadFieldType(state, field) === undefined
			? [`${field} is no field of the person: an answer can be mapped to nothing else`]
			: []),
	]);
}

/** Values whose type does not fit their field are passed over. */
export function mappedValues(
	state: MarketoState,
	{ mappings }: MarketoWebhook,
	answer: unknown,
): { values: FieldValues; complaints: string[] } {
	const values: FieldValues = {};
	const complaints: string[] = [];
	if (answer === undefined) return { values, complaints: ['the answer is no JSON'] };
	for (const [path, field] of Object.entries(mappings)) {
		const value = valueAt(answer, stepsOf(path) ?? []);
		if (value === undefined) complaints.push(`${path} is not in the answer`);
		else if (!fits(value, leadFieldType(state, field))) complaints.push(`${path} does not fit`);
		else values[field] = value;
	}
	return { values, complaints };
}

function fits(value: unknown, type: string | undefined): value is string | number | boolean {
	if (type === 'boolean') return typeof value === 'boolean';
	if (['integer', 'score', 'float', 'currency', 'percent'].includes(type ?? '')) {
		return typeof value === 'number';
	}
	return typeof value === 'string' && (isTextType(type) || !Number.isNaN(Date.parse(value)));
}
