import type { Parameter } from './openapi';
import type { Tolerance } from './tolerated';

/** Parameters that Adobe's reference names otherwise than its pages, or forgets. */
interface ParameterCorrection extends Tolerance {
	/** `GET /rest/asset/v1/programs`, without `.json`. */
	operation: string;
	added: string[];
	removed?: string[];
	/** Declared as required, not needed in every case. */
	optional?: string[];
	/** More values of a list. */
	values?: Record<string, string[]>;
}

const PAGES = 'https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest';

export const PARAMETER_CORRECTIONS: ParameterCorrection[] = [
	{
		name: 'channel-name',
		operation: 'GET /rest/asset/v1/channel/byName',
		added: ['name'],
		removed: ['Name'],
		reason: `The page calls it name: ${PAGES}/assets/channels`,
	},
	{
		name: 'program-filter',
		operation: 'GET /rest/asset/v1/programs',
		added: ['filterValues', 'status'],
		reason: `The text of filterType asks for filterValues; status stands on the page: ${PAGES}/assets/programs`,
	},
	{
		name: 'members-by-date',
		operation: 'GET /rest/v1/programs/{programId}/members',
		added: [],
		optional: ['filterValues'],
		reason: `With filterType updatedAt, startAt and endAt stand in place of values: ${PAGES}/lead-database/program-members`,
	},
	{
		name: 'import-format',
		operation: 'POST /bulk/v1/program/{programId}/members/import',
		added: [],
		values: { format: ['csv', 'tsv', 'ssv'] },
		reason: `In small letters on the page: ${PAGES}/bulk-import/bulk-program-member-import`,
	},
];

export function amendedParameters(operation: string, declared: Parameter[]): Parameter[] {
	return PARAMETER_CORRECTIONS.filter((one) => one.operation === operation).reduce(
		(parameters, { added, removed = [], optional = [], values = {} }) => [
			...parameters
				.filter(({ name }) => !removed.includes(name))
				.map((one) => (optional.includes(one.name) ? { ...one, required: false } : one))
				.map((one) => withValues(one, values[one.name] ?? [])),
			...added.map((name): Parameter => ({ name, in: 'query', schema: { type: 'string' } })),
		],
		declared,
	);
}

function withValues(parameter: Parameter, more: string[]): Parameter {
	const { schema } = parameter;
	if (more.length === 0 || !schema?.enum) return parameter;
	return { ...parameter, schema: { ...schema, enum: [...schema.enum, ...more] } };
}
