import type { JsonObject } from './openapi';
import type { Tolerance } from './tolerated';

/** Members and values that Zoom sends though the schema of the answer lacks them. */
interface Amendment extends Tolerance {
	/** Operations whose path contains this. */
	path: string;
	/** Objects that declare this member … */
	beside: string;
	/** … also have this one, … */
	member: string;
	/** … of this form. Values are added to an enum that stands there. */
	form: JsonObject & { enum?: unknown[] };
}

const AMENDMENTS: Amendment[] = [
	{
		name: 'recording-share-url',
		path: '/recordings',
		beside: 'recording_play_passcode',
		member: 'share_url',
		form: { type: 'string' },
		reason: 'Zoom sends share_url with every recording, and its webhook schema has it.',
	},
	{
		name: 'recording-timeline',
		path: '/recordings',
		beside: 'recording_start',
		member: 'file_type',
		form: { enum: ['TIMELINE'] },
		reason: 'TIMELINE stands in the text of file_type and is missing in its list of values.',
	},
	{
		name: 'recording-processing',
		path: '/recordings',
		beside: 'recording_start',
		member: 'status',
		form: { enum: ['processing'] },
		reason:
			'Files that are not ready were seen with this status; the schema knows ready ones only.',
	},
];

/** The schema of an answer with what the vendor is known to add to it. */
export function amended(schema: JsonObject, path: string): JsonObject {
	const applying = AMENDMENTS.filter((one) => path.includes(one.path));
	return applying.length === 0 ? schema : (walk(schema, applying) as JsonObject);
}

function walk(value: unknown, amendments: Amendment[]): unknown {
	if (Array.isArray(value)) return value.map((one) => walk(one, amendments));
	if (!isObject(value)) return value;
	const entries = Object.entries(value).map(([name, one]) => [name, walk(one, amendments)]);
	const result: JsonObject = Object.fromEntries(entries);
	if (isObject(result.properties)) {
		result.properties = amendments.reduce(amend, result.properties);
	}
	return result;
}

function amend(properties: JsonObject, { beside, member, form }: Amendment): JsonObject {
	if (!(beside in properties)) return properties;
	const declared = properties[member];
	if (!isObject(declared)) return form.enum ? properties : { ...properties, [member]: form };
	if (!Array.isArray(declared.enum) || !form.enum) return properties;
	return { ...properties, [member]: { ...declared, enum: [...declared.enum, ...form.enum] } };
}

function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
