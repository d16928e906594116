import { ParameterError } from '../../../shared/node/errors';
import {
	activityType,
	attributeRequest,
	ATTRIBUTES,
	missingAttributes,
	OWN_TYPE,
	OWN_TYPE_REQUEST,
	type ActivityType,
} from '../../mapping/activityType';
import { codeOf } from '../../transport/errors';
import {
	approveActivityType,
	createActivityAttributes,
	createActivityType,
	customActivityTypes,
	describeActivityType,
} from '../../transport/endpoints/activities';
import type { MarketoClient } from '../../transport/request';

export interface WantedType {
	apiName: string;
	/** Our own type is made, or completed, where it is missing. */
	create: boolean;
	/** Nothing is written. */
	preview: boolean;
}

/**
 * The custom activity type by which interactions are written. Our own one is created with its attributes
 * and approved where it is missing; a run that was killed in between is taken up where it stopped.
 * @throws ParameterError when the type is missing, lacks attributes, or cannot be made
 */
export async function ensureActivityType(
	client: MarketoClient,
	wanted: WantedType,
): Promise<ActivityType> {
	const held = await find(client, wanted.apiName);
	if (held === undefined) return await create(client, wanted);
	const type = await describe(client, held);
	const missing = missingAttributes(type);
	if (missing.length === 0 && type.status !== 'draft') return type;
	if (wanted.apiName !== OWN_TYPE || type.status === 'approved with draft') {
		throw incomplete(type, missing);
	}
	if (wanted.preview) return type;
	if (!wanted.create) throw incomplete(type, missing);
	if (missing.length > 0) {
		await createActivityAttributes(client, type.apiName, attributeRequest(missing));
	}
	return await approve(client, type.apiName);
}

async function find(client: MarketoClient, apiName: string): Promise<ActivityType | undefined> {
	const types = (await customActivityTypes(client)).flatMap((row) => activityType(row) ?? []);
	return types.find((type) => type.apiName === apiName);
}

/** The list of types tells no attributes. */
async function describe(client: MarketoClient, held: ActivityType): Promise<ActivityType> {
	const row = await describeActivityType(client, held.apiName, held.status === 'draft');
	const described = row === undefined ? undefined : activityType(row);
	return { ...held, attributes: described?.attributes ?? held.attributes };
}

async function create(client: MarketoClient, wanted: WantedType): Promise<ActivityType> {
	if (wanted.apiName !== OWN_TYPE) {
		throw new ParameterError(
			`Marketo has no custom activity type ${wanted.apiName}`,
			'Choose one from the list under Options → Activity Type, or remove the option',
		);
	}
	if (!wanted.create) {
		throw new ParameterError(
			`Marketo has no custom activity type ${OWN_TYPE} yet`,
			'Turn on the option Create Missing Activity Type, or choose another Activity Type',
		);
	}
	if (wanted.preview) {
		return {
			id: null,
			apiName: OWN_TYPE,
			name: OWN_TYPE,
			status: 'draft',
			attributes: [...ATTRIBUTES],
		};
	}
	await createActivityType(client, OWN_TYPE_REQUEST).catch(explainRefusal);
	const all = ATTRIBUTES.map(({ apiName }) => apiName);
	await createActivityAttributes(client, OWN_TYPE, attributeRequest(all));
	return await approve(client, OWN_TYPE);
}

/** Only an approved type has an ID. */
async function approve(client: MarketoClient, apiName: string): Promise<ActivityType> {
	await approveActivityType(client, apiName);
	const approved = await find(client, apiName);
	if (approved?.id == null) {
		throw new ParameterError(
			`Marketo does not give the ID of the custom activity type ${apiName}`,
			'Look at it under Admin → Marketo Custom Activities, approve it, then run again',
		);
	}
	return { ...approved, attributes: [...ATTRIBUTES] };
}

/** Codes of what there are too many of, or what is not allowed: https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/error-codes */
const TOO_MANY = ['1027', '1028'];

function explainRefusal(error: unknown): never {
	if (!TOO_MANY.includes(codeOf(error))) throw error;
	const words = error instanceof Error ? error.message : '';
	throw new ParameterError(
		`The custom activity type ${OWN_TYPE} could not be created: ${words}`,
		'A Marketo instance has at most 10 custom activity types. Delete one under Admin → Marketo Custom Activities, choose another one under Options → Activity Type, or set Engagement to Leave Out.',
	);
}

function incomplete(type: ActivityType, missing: readonly string[]): ParameterError {
	const { apiName, status } = type;
	if (missing.length === 0) {
		return new ParameterError(
			`The custom activity type ${apiName} is a draft, and activities need an approved one`,
			'Approve it under Admin → Marketo Custom Activities in Marketo',
		);
	}
	const draft = status === 'approved' ? '' : ' and approve it';
	return new ParameterError(
		`The custom activity type ${apiName} lacks the attributes ${missing.join(', ')}`,
		`Add attributes with these API names to it under Admin → Marketo Custom Activities${draft}, or choose another type under Options → Activity Type`,
	);
}
