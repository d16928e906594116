import { asObject, asText } from '../../shared/transport/json';
import type { ProgressionStatus } from './channel';

/**
 * What a status of a webinar means, in the order in which people usually pass through them. Their
 * names differ from instance to instance and can be changed by an admin.
 * https://experienceleague.adobe.com/en/docs/marketo/using/product-docs/demand-generation/events/create-an-event/understanding-webinar-program-statuses
 */
export const STATUS_KINDS = [
	'pending',
	'waitListed',
	'rejected',
	'registered',
	'registrationError',
	'cancelled',
	'noShow',
	'attended',
	'attendedOnDemand',
] as const;

export type StatusKind = (typeof STATUS_KINDS)[number];

/** By kind, the name of the channel's status; a kind that is missing is not set by anybody. */
export type StatusMap = Readonly<Partial<Record<StatusKind, string>>>;

/** As Marketo's pages name them, for people. */
export const KIND_NAMES: Readonly<Record<StatusKind, string>> = {
	pending: 'Pending Approval',
	waitListed: 'Wait Listed',
	rejected: 'Rejected',
	registered: 'Registered',
	registrationError: 'Registration Error',
	cancelled: 'Cancelled',
	noShow: 'No Show',
	attended: 'Attended',
	attendedOnDemand: 'Attended On-demand',
};

/**
 * Names by which instances know a kind, the likelier first. Case, blanks and hyphens do not count, so
 * that "No-Show" is "No Show".
 */
const SYNONYMS: Readonly<Record<StatusKind, readonly string[]>> = {
	pending: ['Pending Approval', 'Pending', 'Awaiting Approval', 'Waiting for Approval'],
	waitListed: ['Wait Listed', 'Wait List', 'On Wait List', 'Waiting List'],
	rejected: ['Rejected', 'Denied', 'Declined', 'Not Approved'],
	registered: ['Registered', 'Registered for Webinar', 'Registration'],
	registrationError: ['Registration Error', 'Error', 'Registration Failed'],
	cancelled: ['Cancelled', 'Canceled', 'Registration Cancelled', 'Registration Canceled'],
	noShow: ['No Show', 'No Shows', 'Did Not Attend', 'Not Attended'],
	attended: ['Attended', 'Attended Live', 'Attended Webinar', 'Attendee'],
	attendedOnDemand: [
		'Attended On-demand',
		'Viewed On-demand',
		'Watched On-demand',
		'On-demand',
		'Attended Recording',
		'Viewed Recording',
		'Watched Recording',
	],
};

/** Two names of a status as people compare them. */
export function comparable(name: string): string {
	return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The channel's statuses for the kinds, told by their names; hidden ones count only where none is shown. */
export function matchStatuses(statuses: readonly ProgressionStatus[]): StatusMap {
	const byName = new Map<string, string>();
	const shownFirst = [...statuses].sort((one, other) => Number(one.hidden) - Number(other.hidden));
	for (const { name } of shownFirst) {
		const key = comparable(name);
		if (!byName.has(key)) byName.set(key, name);
	}
	return mapOf((kind) =>
		SYNONYMS[kind].map((name) => byName.get(comparable(name))).find((name) => name !== undefined),
	);
}

/**
 * The statuses as somebody has chosen them by hand; an empty choice leaves the kind alone.
 * @param values kind -> name of a status, from the node's field; nothing in it is trusted
 */
export function chosenStatuses(values: unknown): StatusMap {
	const chosen = asObject(values);
	return mapOf((kind) => asText(chosen[kind]).trim() || undefined);
}

function mapOf(nameOf: (kind: StatusKind) => string | undefined): StatusMap {
	return Object.fromEntries(
		STATUS_KINDS.flatMap((kind) => {
			const name = nameOf(kind);
			return name === undefined ? [] : [[kind, name]];
		}),
	);
}

/**
 * The channel's status of a name, however it is written; undefined where the channel has none.
 */
export function statusNamed(
	statuses: readonly ProgressionStatus[],
	name: string,
): ProgressionStatus | undefined {
	return (
		statuses.find((status) => status.name === name) ??
		statuses.find((status) => comparable(status.name) === comparable(name))
	);
}

/** The names of a channel's statuses in the order of their steps, for messages; hidden ones are left out. */
export function statusList(statuses: readonly ProgressionStatus[]): string {
	const shown = statuses.filter(({ hidden }) => !hidden);
	return [...shown]
		.sort((one, other) => one.step - other.step)
		.map(({ name }) => name)
		.join(', ');
}
