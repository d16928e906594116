import Ajv2019, { type ValidateFunction } from 'ajv/dist/2019';
import addFormats from 'ajv-formats';
import type { JsonObject } from './openapi';
import {
	ARRAY_MAXIMUM,
	EMAIL_FORM,
	FREE_VALUES,
	LOCAL_TIME,
	OVERLAPPING_ONE_OF,
} from './tolerated';

/**
 * Turns a schema of OpenAPI 3.0, of an answer or of a request's body, into a validator that is strict on
 * types, required members, enums and on members that the spec does not declare.
 */
export function compileSchema(schema: JsonObject): ValidateFunction {
	const ajv = new Ajv2019({
		strict: false,
		allErrors: true,
		unicodeRegExp: false,
		// Unknown formats (`string`, `binary`) are ignored, silently.
		logger: false,
	});
	addFormats(ajv);
	return ajv.compile(asJsonSchema(schema, { partOfAllOf: false }));
}

interface Place {
	partOfAllOf: boolean;
	/** Name of the property that this schema describes. */
	property?: string;
}

function asJsonSchema(schema: JsonObject, place: Place): JsonObject {
	const { nullable, oneOf, ...rest } = schema;
	const result: JsonObject = { ...rest };
	if (nullable === true && typeof rest.type === 'string') result.type = [rest.type, 'null'];
	if (Array.isArray(oneOf)) result[OVERLAPPING_ONE_OF.readAs] = oneOf;
	const property = place.property ?? '';
	if (EMAIL_FORM.fields.includes(property)) {
		delete result.format;
		delete result.pattern;
	}
	if (FREE_VALUES.some(({ field }) => field === property)) delete result.enum;
	if (LOCAL_TIME.fields.includes(property) && result.format === 'date-time') {
		result.format = LOCAL_TIME.readAs;
	}
	if (result.type === 'array' && result.maximum !== undefined) {
		result[ARRAY_MAXIMUM.readAs] = result.maximum;
	}
	const children = (list: unknown, partOfAllOf: boolean): unknown =>
		Array.isArray(list) ? list.map((one) => asJsonSchema(one, { partOfAllOf })) : list;
	if (result.allOf) result.allOf = children(result.allOf, true);
	if (result.anyOf) result.anyOf = children(result.anyOf, false);
	if (isObject(result.items)) result.items = asJsonSchema(result.items, { partOfAllOf: false });
	if (isObject(result.properties)) {
		result.properties = Object.fromEntries(
			Object.entries(result.properties).map(([property, value]) => [
				property,
				isObject(value) ? asJsonSchema(value, { partOfAllOf: false, property }) : value,
			]),
		);
	}
	const declaresMembers = result.properties !== undefined || result.allOf !== undefined;
	// The parts of an allOf declare the object together, so only the whole may close it.
	if (declaresMembers && !place.partOfAllOf) result.unevaluatedProperties = false;
	return result;
}

function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
