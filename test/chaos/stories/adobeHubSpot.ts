import { getAttendees } from '../../engine/adobeConnect/attendee/support';
import { sync } from '../../engine/hubspot/support';
import { adobeIds } from '../../story';
import type { CastStory, Part } from '../contract';
import { hubSpotState } from './hubSpotState';
import { toldOf } from './steps';

/** A webinar in Adobe Connect ends, its attendance goes to HubSpot; and once more, as a poll that was repeated. */
export const adobeHubSpot: CastStory = (here) => {
	const { webinarId } = adobeIds(here.story.main, 'event');
	const attendance: Part = {
		name: 'attendance',
		async run() {
			const got = toldOf('attendee:get', [{}], await getAttendees(here, webinarId));
			if (got.returned.length === 0) return [got];
			const written = await sync(here, got.returned, { onError: 'continueRegularOutput' });
			return [got, toldOf('attendance:sync', got.returned, written)];
		},
	};
	return {
		parts: [attendance],
		play: async () => [...(await attendance.run()), ...(await attendance.run())],
		state: () => hubSpotState(here),
	};
};
