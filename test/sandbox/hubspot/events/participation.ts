/**
 * The current state of each person, computed from the activities. HubSpot's counters and breakdown
 * show the current state only, while its timeline shows every activity.
 * https://developers.hubspot.com/docs/api-reference/marketing-marketing-events-v3/guide
 */
import type { HubSpotContactState } from '../../world';
import type { Portal } from '../context';
import { timeOf } from './fields';
import type { Activity, EventRecord } from './store';

export type ParticipationState = 'REGISTERED' | 'CANCELLED' | 'ATTENDED' | 'NO_SHOW';

export const STATES: readonly ParticipationState[] = [
	'REGISTERED',
	'CANCELLED',
	'ATTENDED',
	'NO_SHOW',
];

export interface Participation {
	event: EventRecord;
	contact: HubSpotContactState;
	state: ParticipationState;
	/** The activity that made the state. */
	activity: Activity;
	/** Epoch milliseconds of the first visible one. */
	createdAt: number;
}

export interface Counters {
	attended: number;
	registered: number;
	cancelled: number;
	noShows: number;
}

/** In order of the contacts' ids; people whose contact was deleted are left out. */
export function participationsOf(
	portal: Portal,
	event: EventRecord,
	delayMs: number,
): Participation[] {
	const now = portal.kernel.now();
	const visible = event.activities.filter(({ postedAt }) => (postedAt ?? 0) + delayMs <= now);
	const byContact = new Map<string, Activity[]>();
	for (const activity of visible) {
		const id = portal.contacts.findById(activity.contactId)?.id ?? activity.contactId;
		const others = byContact.get(id);
		if (others === undefined) byContact.set(id, [activity]);
		else others.push(activity);
	}
	const over = isOver(event, now);
	const participations: Participation[] = [];
	for (const [contactId, activities] of byContact) {
		const contact = portal.contacts.findById(contactId);
		if (contact === undefined) continue;
		const activity = decisive(activities);
		const createdAt = Math.min(...activities.map((one) => one.postedAt ?? one.interactionDateTime));
		participations.push({ event, contact, activity, createdAt, state: stateOf(activity, over) });
	}
	return participations.sort((one, other) => Number(one.contact.id) - Number(other.contact.id));
}

export function countersOf(participations: readonly Participation[]): Counters {
	const count = (wanted: ParticipationState) =>
		participations.filter(({ state }) => state === wanted).length;
	return {
		attended: count('ATTENDED'),
		registered: count('REGISTERED'),
		cancelled: count('CANCELLED'),
		noShows: count('NO_SHOW'),
	};
}

/** Completed, or its end has passed. When exactly HubSpot flips to no-show is not documented. */
export function isOver(event: EventRecord, now: number): boolean {
	const end = timeOf(event, 'endDateTime');
	return event.completed || (end !== null && end <= now);
}

/** Who attended stays an attendee; else the latest of registration and cancellation decides. */
function decisive(activities: readonly Activity[]): Activity {
	const attended = activities.filter(({ verb }) => verb === 'attend');
	const deciding = attended.length > 0 ? attended : activities;
	return deciding.reduce((latest, one) =>
		one.interactionDateTime >= latest.interactionDateTime ? one : latest,
	);
}

function stateOf({ verb }: Activity, over: boolean): ParticipationState {
	if (verb === 'attend') return 'ATTENDED';
	if (verb === 'cancel') return 'CANCELLED';
	return over ? 'NO_SHOW' : 'REGISTERED';
}
