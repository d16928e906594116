import type { IDataObject } from 'n8n-workflow';

import { attributeFlag, attributeText, type Activity } from '../mapping/activity';
import type { TriggerEvent } from './settings';

/** An activity as the workflow gets it; people and webinar are added beside it. */
export function activityItem(
	event: TriggerEvent,
	activity: Activity,
	typeName: string,
): IDataObject {
	return {
		event,
		activityId: activity.guid,
		activityType: typeName,
		activityDate: activity.date,
		leadId: activity.leadId,
		programId: activity.primaryId,
		programName: activity.primaryValue,
		...detail(event, activity),
		campaignId: activity.campaignId,
		attributes: activity.attributes as IDataObject,
	};
}

function detail(event: TriggerEvent, activity: Activity): IDataObject {
	if (event === 'interactiveWebinar') return {};
	const reason = attributeText(activity, 'Reason');
	if (event === 'memberDataChanged') {
		return {
			field: attributeText(activity, 'Attribute Name'),
			oldValue: attributeText(activity, 'Old Value'),
			newValue: attributeText(activity, 'New Value'),
			reason,
		};
	}
	return {
		oldStatus: attributeText(activity, 'Old Status'),
		newStatus: attributeText(activity, 'New Status'),
		reason,
		success: attributeFlag(activity, 'Success'),
	};
}
