import type { Kernel } from '../../kernel/kernel';
import type { MarketoActivity } from '../contract';

/** Numbers of activity types that every instance has: https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/activities */
export const ACTIVITY = {
	fillOutForm: 2,
	sendEmail: 6,
	newLead: 12,
	changeDataValue: 13,
	mergeLeads: 32,
	deleteLead: 37,
	requestCampaign: 47,
	changeStatusInProgression: 104,
	callWebhook: 110,
	changeProgramMemberData: 123,
	pushLead: 145,
} as const;

export interface NewActivity {
	leadId: number;
	activityTypeId: number;
	primaryAttributeValueId: number | null;
	primaryAttributeValue: string;
	attributes: MarketoActivity['attributes'];
	campaignId?: number;
	/** ISO UTC; default now. Custom activities bring their own. */
	activityDate?: string;
}

/** The activity log: written once, shown after the instance's delay. */
export class ActivityLog {
	readonly rows: MarketoActivity[] = [];
	private lastId = 102_987;

	constructor(
		private readonly kernel: Kernel,
		private readonly delayMs: () => number,
	) {}

	add(activity: NewActivity): MarketoActivity {
		this.lastId += 1;
		const now = this.kernel.now();
		const row: MarketoActivity = {
			id: this.lastId,
			marketoGUID: String(this.lastId),
			leadId: activity.leadId,
			activityDate: activity.activityDate ?? new Date(now).toISOString(),
			activityTypeId: activity.activityTypeId,
			campaignId: activity.campaignId ?? null,
			primaryAttributeValueId: activity.primaryAttributeValueId,
			primaryAttributeValue: activity.primaryAttributeValue,
			attributes: activity.attributes,
			visibleAt: now + this.delayMs(),
		};
		this.rows.push(row);
		return row;
	}
}
