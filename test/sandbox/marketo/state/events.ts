/** What happens to people and members; smart campaigns listen to it. */

/** Who changed something, as activities tell it. */
export interface Cause {
	by: 'api' | 'campaign' | 'user' | 'form' | 'import';
	/** Of the campaign whose flow did it. */
	campaignId?: number;
	campaignName?: string;
	/** Reason and Source of the activities, where they are not the usual ones. */
	reason?: string;
	source?: string;
}

export type StateEvent =
	| { kind: 'leadCreated'; leadId: number; cause: Cause }
	| { kind: 'leadUpdated'; leadId: number; fields: string[]; cause: Cause }
	| { kind: 'leadDeleted'; leadId: number; cause: Cause }
	| { kind: 'formFilledOut'; leadId: number; form: string; programId: number | null }
	/** Only real changes: a status that is set again tells nothing. `oldStatus` is null for new members. */
	| {
			kind: 'statusChanged';
			programId: number;
			leadId: number;
			oldStatus: string | null;
			newStatus: string;
			cause: Cause;
	  }
	| {
			kind: 'memberDataChanged';
			programId: number;
			leadId: number;
			field: string;
			oldValue: unknown;
			newValue: unknown;
			cause: Cause;
	  }
	/** POST …/trigger.json: tokens override My Tokens for this run; names without `{{my.…}}`. */
	| {
			kind: 'campaignRequested';
			campaignId: number;
			leadIds: number[];
			tokens: Record<string, string>;
	  }
	/** POST …/schedule.json of a batch campaign, once its time has come. */
	| { kind: 'campaignScheduled'; campaignId: number; tokens: Record<string, string> };

export type StateListener = (event: StateEvent) => void;

/** "Reason" of an activity. The words for API calls are not published; those for campaigns are of Adobe's samples. */
export function reasonOf(cause: Cause, action: string): string {
	if (cause.reason !== undefined) return cause.reason;
	if (cause.by === 'campaign') {
		return `Changed by Smart Campaign ${cause.campaignName ?? ''} action ${action}`;
	}
	return {
		api: 'Web service API',
		user: 'Changed by user',
		form: 'Filled out form',
		import: 'List import',
	}[cause.by];
}
