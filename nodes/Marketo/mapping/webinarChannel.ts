import type { ProgressionStatus } from './channel';
import { matchStatuses, type StatusKind } from './statusKinds';

/** People who have no place in the webinar, whatever the step of their status. */
const WITHOUT_PLACE: readonly StatusKind[] = [
	'pending',
	'waitListed',
	'rejected',
	'registrationError',
	'cancelled',
];

/**
 * Whether people can be registered for a webinar and attend it in this channel, as far as the names
 * of its statuses tell. Administrators may have renamed them: it is a hint, not a rule.
 */
export function looksLikeWebinar(statuses: readonly ProgressionStatus[]): boolean {
	const { registered, attended } = matchStatuses(statuses);
	return registered !== undefined && attended !== undefined;
}

/** The statuses of people who have a place in the webinar: Registered, and what comes after it. */
export function statusesWithPlace(statuses: readonly ProgressionStatus[]): string[] {
	const kinds = matchStatuses(statuses);
	const registered = statuses.find(({ name }) => name === kinds.registered);
	if (registered === undefined) return [];
	const without = WITHOUT_PLACE.map((kind) => kinds[kind]);
	return statuses
		.filter(({ name, step }) => step >= registered.step && !without.includes(name))
		.map(({ name }) => name);
}
