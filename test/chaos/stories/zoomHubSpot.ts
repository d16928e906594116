import { sync } from '../../engine/hubspot/support';
import { attendeesOf, zoomNode } from '../../engine/zoom/support/zoom';
import type { Stage } from '../../engine/support/world';
import { differences, expectedHubSpot } from '../../truth';
import type { CastStory, NodeTold, Part } from '../contract';
import { webinarEnds } from './ended';
import { hubSpotState } from './hubSpotState';
import { NEXT_WEBINAR, planNextWebinar, registrationPart, registrationState } from './registration';
import { toldOf } from './steps';

/** *Get attendees* of Zoom, *Sync attendance* to HubSpot. */
function attendancePart(here: Stage): Part {
	const { webinarId, sessionUuid } = here.story.main;
	const before = structuredClone([...here.sandbox.hubspot.contacts.values()]);
	return {
		name: 'attendance',
		async run() {
			const parameters = attendeesOf(webinarId, { session: 'one', sessionId: sessionUuid });
			const got = toldOf('attendee:get', [{}], await zoomNode(here, parameters));
			if (got.returned.length === 0) return [got];
			const written = await sync(here, got.returned, { onError: 'continueRegularOutput' });
			return [got, toldOf('attendance:sync', got.returned, written)];
		},
		truth() {
			const { accountId } = here.story.world.zoom;
			const expectation = expectedHubSpot([here.story.main], { zoomAccountId: accountId });
			return differences(expectation, here.sandbox.hubspot, before);
		},
	};
}

/**
 * A webinar ends and its attendance goes to HubSpot, as often as Zoom says that it ended; then people register
 * for the next one, and their registrations go to HubSpot too.
 */
export const zoomHubSpot: CastStory = (here, { seed }) => {
	planNextWebinar(here);
	const attendance = attendancePart(here);
	const registration = registrationPart(here);
	return {
		parts: [attendance, registration],
		async play() {
			const told: NodeTold[] = [];
			const executions = await webinarEnds(here, seed);
			for (let one = 0; one < executions; one += 1) told.push(...(await attendance.run()));
			return [...told, ...(await registration.run())];
		},
		state: () => [...hubSpotState(here, [String(NEXT_WEBINAR)]), ...registrationState(here)],
	};
};
