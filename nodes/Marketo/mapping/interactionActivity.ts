import type { IDataObject } from 'n8n-workflow';

import type { Interaction } from '../../shared/items/interactions';
import type { SessionInput } from '../../shared/items/session';
import { activityHash } from './activityMarker';
import type { ActivityType, AttributeName } from './activityType';
import { cutBytes } from './bytes';

/** One interaction on its way to become a custom activity. */
export interface PlannedActivity {
	/** By which the member's marker knows it. */
	hash: string;
	/** ISO 8601 UTC; the platform's moment, never that of the run. */
	at: string;
	/** Start of the session, ISO 8601 UTC. */
	session: string;
	/** Of the primary attribute. */
	topic: string;
	values: Readonly<Record<AttributeName, string | number>>;
}

/**
 * Most bytes of a value, by data type. All of an activity together may have 65,536 as JSON, where quotes take
 * two, so a text gets less than the 30,000 of a field.
 * https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/lead-database/field-types
 */
const LONGEST: Readonly<Record<string, number>> = { string: 255, text: 15_000 };
const LONGEST_OTHER = 255;

/**
 * The activities that a person's interactions in a session make. The hash says which interaction it is:
 * neither when it was told nor in which order, and of a question not what was answered to it later.
 * @param joinedAt of the person, ISO 8601 UTC; the moment of what has none of its own
 */
export function activitiesOf(
	interactions: readonly Interaction[],
	session: SessionInput,
	joinedAt: string | null,
): PlannedActivity[] {
	const { provider, webinarId, sessionId, topic, start } = session;
	const seen = new Map<string, number>();
	return interactions.map(({ kind, text, answer, count, at }) => {
		const isCount = text === '' && answer === '';
		const said = kind === 'question' ? text : [text, answer];
		const identity = [provider, webinarId, sessionId || start, kind, isCount ? 'count' : said];
		const repeats = seen.get(JSON.stringify(identity)) ?? 0;
		seen.set(JSON.stringify(identity), repeats + 1);
		return {
			hash: activityHash([...identity, repeats]),
			at: at ?? joinedAt ?? start,
			session: start,
			topic,
			values: {
				kind,
				text,
				answer,
				count,
				webinarId,
				sessionId,
				platform: provider,
				sessionStart: start,
			},
		};
	});
}

/** The activity as Marketo takes it, with the attributes that the type has; empty values are left out. */
export function activityInput(
	activity: PlannedActivity,
	leadId: number,
	type: Pick<ActivityType, 'id' | 'attributes'>,
): IDataObject {
	const values: Readonly<Record<string, string | number>> = activity.values;
	return {
		leadId,
		activityDate: activity.at,
		activityTypeId: type.id,
		primaryAttributeValue: cutBytes(activity.topic, LONGEST_OTHER),
		attributes: type.attributes.flatMap(({ apiName, dataType }) => {
			const value = values[apiName];
			return value === undefined || value === '' ? [] : [{ apiName, value: cut(value, dataType) }];
		}),
	};
}

function cut(value: string | number, dataType: string): string | number {
	return typeof value === 'number' ? value : cutBytes(value, LONGEST[dataType] ?? LONGEST_OTHER);
}
