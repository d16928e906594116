import type { IDataObject } from 'n8n-workflow';

import { asNumber, asObjects, asText, type JsonObject } from '../../shared/transport/json';

/** What an attribute of a custom activity may be; others are written as they are. */
export interface ActivityAttribute {
	apiName: string;
	name: string;
	/** Lower case. */
	dataType: string;
}

/** A custom activity type of the instance. */
export interface ActivityType {
	/** By which activities are written; null as long as it has not been approved. */
	id: number | null;
	apiName: string;
	name: string;
	status: 'draft' | 'approved' | 'approved with draft';
	attributes: ActivityAttribute[];
}

/** The one type of this package: an instance has at most 10, so the kind is an attribute. */
export const OWN_TYPE = 'n8nWebinarInteraction';

/** What the attributes of an activity hold, by their API names. */
export const ATTRIBUTES = [
	{
		apiName: 'kind',
		name: 'Kind',
		dataType: 'string',
		description: 'poll, question, survey, download, link or chat',
	},
	{
		apiName: 'text',
		name: 'Text',
		dataType: 'text',
		description: "The question of the poll or survey, or the person's own question",
	},
	{
		apiName: 'answer',
		name: 'Answer',
		dataType: 'text',
		description: 'What was answered',
	},
	{
		apiName: 'count',
		name: 'Count',
		dataType: 'integer',
		description: 'How many there were, where the platform only counts',
	},
	{
		apiName: 'webinarId',
		name: 'Webinar ID',
		dataType: 'string',
		description: 'The ID of the webinar on its platform',
	},
	{
		apiName: 'sessionId',
		name: 'Session ID',
		dataType: 'string',
		description: 'Which run of the webinar it was',
	},
	{
		apiName: 'platform',
		name: 'Platform',
		dataType: 'string',
		description: 'zoom, adobeConnect',
	},
	{
		apiName: 'sessionStart',
		name: 'Session Start',
		dataType: 'datetime',
		description: 'When the webinar really started',
	},
] as const satisfies ReadonlyArray<ActivityAttribute & { description: string }>;

export type AttributeName = (typeof ATTRIBUTES)[number]['apiName'];

/** Without these an activity says nothing; a type of somebody else needs no more. */
const NEEDED: readonly AttributeName[] = ['kind', 'text', 'answer'];

/**
 * The type as Marketo creates it: a draft, whose attributes follow.
 * https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/lead-database/activities
 */
export const OWN_TYPE_REQUEST: IDataObject = {
	apiName: OWN_TYPE,
	name: 'Webinar Interaction',
	description: 'What somebody did in a webinar: polls, questions, surveys, downloads, links, chat',
	triggerName: 'Interacts in Webinar',
	filterName: 'Interacted in Webinar',
	primaryAttribute: {
		apiName: 'webinarTopic',
		name: 'Webinar Topic',
		description: 'The topic of the webinar',
	},
};

/** @returns undefined where the row is no type that can be used */
export function activityType(row: JsonObject): ActivityType | undefined {
	const apiName = asText(row.apiName);
	const status = asText(row.status).toLowerCase();
	if (apiName === '') return undefined;
	if (status !== 'draft' && status !== 'approved' && status !== 'approved with draft') {
		return undefined;
	}
	return {
		id: asNumber(row.id) ?? null,
		apiName,
		name: asText(row.name) || apiName,
		status,
		attributes: asObjects(row.attributes).map((attribute) => ({
			apiName: asText(attribute.apiName),
			name: asText(attribute.name),
			dataType: asText(attribute.dataType).toLowerCase(),
		})),
	};
}

/** Attributes that the type lacks: of our own type any, of others those that an activity needs. */
export function missingAttributes({ apiName, attributes }: ActivityType): AttributeName[] {
	const held = new Set(attributes.map((attribute) => attribute.apiName));
	return ATTRIBUTES.map((attribute) => attribute.apiName).filter(
		(name) => !held.has(name) && (apiName === OWN_TYPE || NEEDED.includes(name)),
	);
}

/** These attributes as Marketo takes them. */
export function attributeRequest(names: readonly AttributeName[]): IDataObject[] {
	return ATTRIBUTES.filter(({ apiName }) => names.includes(apiName)).map((attribute) => ({
		...attribute,
	}));
}
