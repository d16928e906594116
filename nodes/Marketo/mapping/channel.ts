import { asNumber, asObjects, asText, type JsonObject } from '../../shared/transport/json';

/** A progression status of a channel. */
export interface ProgressionStatus {
	name: string;
	/** Members only move to the same or a higher step. */
	step: number;
	/** Not offered in Marketo's own lists. */
	hidden: boolean;
	/** Counts as a success of the program. */
	success: boolean;
}

export interface Channel {
	name: string;
	/** program, event, webinar, nurture, email_batch */
	applicableProgramType: string;
	/** In the order of their steps. */
	statuses: ProgressionStatus[];
}

/** Step 0 is "Not in Program": whoever is given it is a member no more. */
export const NOT_IN_PROGRAM_STEP = 0;

/** https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/assets/channels */
export function channelOf(row: JsonObject): Channel {
	const statuses = asObjects(row.progressionStatuses).flatMap((status): ProgressionStatus[] => {
		const name = asText(status.name).trim();
		const step = asNumber(status.step);
		if (name === '' || step === undefined) return [];
		return [{ name, step, hidden: status.hidden === true, success: status.success === true }];
	});
	return {
		name: asText(row.name),
		applicableProgramType: asText(row.applicableProgramType).toLowerCase(),
		// The sort is stable: statuses of one step keep Marketo's order.
		statuses: statuses.sort((one, other) => one.step - other.step),
	};
}
