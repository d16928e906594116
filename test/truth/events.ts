import type { StoryPerson, StorySession } from '../story/contract';
import type { ExpectedActivity, ExpectedEvent, Rules } from './contract';
import { attended, joined, left } from './numbers';

/** One marketing event per webinar: none of the story's webinars is recurring. */
export function externalEventId(session: StorySession): string {
	return String(session.webinarId);
}

export function expectedEvent(
	session: StorySession,
	synced: readonly StoryPerson[],
	rules: Rules,
): ExpectedEvent {
	return {
		externalAccountId: rules.zoomAccountId,
		externalEventId: externalEventId(session),
		eventName: session.topic,
		eventType: 'WEBINAR',
		eventOrganizer: session.hostEmail,
		startDateTime: session.startTime,
		endDateTime: session.endTime,
		activities: synced.flatMap((person) => activities(session, person)),
	};
}

/**
 * HubSpot keys an activity by contact and time, so the times are those that never change: the
 * registration's, and the session's start.
 */
function activities(session: StorySession, person: StoryPerson): ExpectedActivity[] {
	const result: ExpectedActivity[] = [];
	const { email } = person;
	if (person.registeredAt !== null) {
		const interactionDateTime = Date.parse(person.registeredAt);
		result.push({ email, verb: 'register', interactionDateTime, joinedAt: null, leftAt: null });
	}
	if (attended(person)) {
		const interactionDateTime = Date.parse(session.startTime);
		const [joinedAt, leftAt] = [joined(person), left(person)];
		result.push({ email, verb: 'attend', interactionDateTime, joinedAt, leftAt });
	}
	return result;
}
