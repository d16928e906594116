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
];

export function amendedParameters(operation: string, declared: Parameter[]): Parameter[] {
	return PARAMETER_CORRECTIONS.filter((one) => one.operation === operation).reduce(
		(parameters, { added, removed = [], optional = [] }) => [
			...parameters
				.filter(({ name }) => !removed.includes(name))
				.map((one) => (optional.includes(one.name) ? { ...one, required: false } : one)),
			...added.map((name): Parameter => ({ name, in: 'query', schema: { type: 'string' } })),
		],
		declared,
	);
}
