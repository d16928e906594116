import { CORRECTIONS, type Correction } from './marketoCorrections';
import type { JsonObject } from './openapi';

/** Files, declared as the object by which Adobe's server streams them. */
const FILES = /^ObservableOfInputStream/;

/** A definition with what is known beyond it. */
export function amendedDefinition(
	name: string,
	definition: JsonObject,
	use: 'request' | 'answer',
): JsonObject {
	if (FILES.test(name)) return {};
	return CORRECTIONS.filter(
		(one) => one.definitions.test(name) && (one.use === undefined || one.use === use),
	).reduce(correct, definition);
}

function correct(definition: JsonObject, correction: Correction): JsonObject {
	const { notRequired = [], members = {}, values = {}, open } = correction;
	const required = Array.isArray(definition.required) ? definition.required : [];
	const properties: Record<string, unknown> = { ...asObject(definition.properties), ...members };
	for (const [member, more] of Object.entries(values)) {
		const declared = asObject(properties[member]);
		if (!Array.isArray(declared.enum)) continue;
		properties[member] = { ...declared, enum: [...declared.enum, ...more] };
	}
	return {
		...definition,
		required: required.filter((one) => !notRequired.includes(String(one))),
		properties,
		...(open ? { additionalProperties: true } : {}),
	};
}

function asObject(value: unknown): JsonObject {
	return typeof value === 'object' && value !== null ? { ...value } : {};
}
