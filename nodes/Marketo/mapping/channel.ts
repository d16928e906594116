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

const REGISTERED = /^(?!not\b)(?=.*(?:\bregist(?:ered|riert)\b|\binscrit))/i;
const ATTENDED = /attend|teilgenommen|particip/i;
/** People who have no place in the webinar, whatever the step of their status. */
const WITHOUT_PLACE = /error|reject|declin|cancel|denied|wait|pending/i;

/**
 * Whether people can be registered for a webinar and attend it in this channel, as far as the names
 * of its statuses tell. Administrators may have renamed them: it is a hint, not a rule.
 */
export function looksLikeWebinar(statuses: readonly ProgressionStatus[]): boolean {
	return [REGISTERED, ATTENDED].every((kind) => statuses.some(({ name }) => kind.test(name)));
}

/** The statuses of people who have a place in the webinar: Registered, and what comes after it. */
export function statusesWithPlace(statuses: readonly ProgressionStatus[]): string[] {
	const registered = statuses.find(({ name }) => REGISTERED.test(name));
	if (registered === undefined) return [];
	return statuses
		.filter(({ name, step }) => step >= registered.step && !WITHOUT_PLACE.test(name))
		.map(({ name }) => name);
}
