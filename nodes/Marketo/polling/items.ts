import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { Activity } from '../mapping/activity';
import type { MarketoClient } from '../transport/request';
import { nobody, peopleOf, webinarsOf } from './enrich';
import { activityItem } from './item';
import type { Settings } from './settings';
import type { Names } from './types';

/** One item per activity, with the person's fields at its top and, where it is asked for, the webinar. */
export async function itemsOf(
	client: MarketoClient,
	activities: readonly Activity[],
	settings: Settings,
	names: Names,
): Promise<INodeExecutionData[]> {
	const { event, leadFields, withWebinar } = settings;
	const people = await peopleOf(client, activities, leadFields);
	const webinars = withWebinar
		? await webinarsOf(client, activities)
		: new Map<number, IDataObject | null>();
	const missing = nobody(leadFields);
	return activities.map((activity) => {
		const { leadId, primaryId, typeId } = activity;
		const person = leadId === null ? undefined : people.get(leadId);
		return {
			json: {
				...(person ?? missing),
				...activityItem(event, activity, names.types[String(typeId)] ?? ''),
				...(withWebinar && { webinar: webinars.get(primaryId ?? NaN) ?? null }),
			},
		};
	});
}
