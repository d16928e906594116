import { alive } from '../../../shared/node/ended';
import { attempt } from '../../../shared/transport/attempt';
import { isTemporary } from '../../../shared/transport/vendorError';
import { activitiesOf } from '../../mapping/interactionActivity';
import type { ActivityType } from '../../mapping/activityType';
import type { MemberField } from '../../mapping/memberFields';
import type { MarketoClient } from '../../transport/request';
import type { Run } from '../people/run';
import type { Attendee } from './attendee';
import { ensureActivityType } from './ensureActivityType';
import { ensureMarkerField } from './ensureMarkerField';
import type { EngagementOptions } from './options';

/** By what interactions are written, and where it is remembered. */
export interface Engagement {
	type: ActivityType;
	/** null in a preview before the field was made. */
	field: MemberField | null;
}

/** What each item tells of interactions; of people who did not come nothing is written. */
export function planActivities(attendees: readonly Attendee[]): void {
	for (const attendee of alive(attendees)) {
		const { interactions, session, joinedAt } = attendee.item;
		if (session === null || attendee.presence === 'noShow') continue;
		attendee.planned = activitiesOf(interactions, session, joinedAt);
	}
}

/**
 * Makes sure that there is an activity type and a field to remember by, before anything is written of
 * anybody. Nothing is asked where nobody did anything.
 * @returns null where nothing is to be written of engagement
 * @throws ParameterError when the type or the field cannot be used
 */
export async function prepareEngagement(
	run: Run,
	attendees: readonly Attendee[],
	options: EngagementOptions | null,
): Promise<Engagement | null> {
	const isActive = attendees.some(({ planned, ended }) => {
		return planned.length > 0 && (ended === null || ended.reason === 'duplicate');
	});
	if (options === null || !isActive) return null;
	const { client } = run;
	const { preview } = run.options;
	const prepared = await attempt(ensure(client, options, preview));
	if (prepared.ok) {
		const { field } = prepared.value;
		if (field !== null) run.memberFields = new Map([...run.memberFields, [field.name, field]]);
		return prepared.value;
	}
	const { error } = prepared;
	// Marketo is overloaded, or its quota used up: that is so for everybody, and for now.
	if (!isTemporary(error) || error.details.status === 0) throw error;
	for (const attendee of alive(attendees)) attendee.refuse(error, 'activities');
	return null;
}

async function ensure(
	client: MarketoClient,
	{ activityType, createMissingType, markerField, createMissingField }: EngagementOptions,
	preview: boolean,
): Promise<Engagement> {
	const wantedType = { apiName: activityType, create: createMissingType, preview };
	const wantedField = { name: markerField, create: createMissingField, preview };
	return {
		type: await ensureActivityType(client, wantedType),
		field: await ensureMarkerField(client, wantedField),
	};
}
