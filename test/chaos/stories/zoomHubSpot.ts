import { sync } from '../../engine/hubspot/support';
import { attendeesOf, zoomNode } from '../../engine/zoom/support/zoom';
import type { Stage } from '../../engine/support/world';
import { differences, expectedHubSpot } from '../../truth';
import type { CastStory, Part } from '../contract';
import { hubSpotState } from './hubSpotState';
import { inTurn } from './inTurn';
import { NEXT_WEBINAR, registrationPart, registrationState } from './registration';
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
export const zoomHubSpot: CastStory = (here, { seed }) => ({
	...inTurn(here, seed, [attendancePart(here), registrationPart(here)]),
	state: () => [...hubSpotState(here, [String(NEXT_WEBINAR)]), ...registrationState(here)],
});
