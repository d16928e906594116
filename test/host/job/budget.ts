import type { StorySession } from '../../story/contract';
import type { World } from '../../sandbox/world';
import { expectedAttendees, type Expectation } from '../../truth';

/** Calls by vendor: how many a run may need, or how many it used. */
export interface Calls {
	zoom: number;
	hubspot: number;
}

/** Zoom's largest page (https://developers.zoom.us/docs/api/). */
const zoomPage = 300;
/** HubSpot's largest batch (https://developers.hubspot.com/docs/api-reference/crm-contacts-v3/guide). */
const hubSpotBatch = 100;
/** Zoom: token, webinar, instances, polls, questions, survey … */
const zoomCalls = 8;
/** HubSpot: users, properties, event and its completion, events of other apps, the count of no-shows … */
const hubSpotCalls = 10;

const pages = (rows: number) => Math.ceil(rows / zoomPage);
const batches = (rows: number) => Math.ceil(rows / hubSpotBatch);

/**
 * The most calls that the first sync of a session may cost, counted from the story alone.
 * `expectation` is what must be true after the run of this one session.
 */
export function callBudget(world: World, session: StorySession, expectation: Expectation): Calls {
	const webinar = world.zoom.webinars.find(({ id }) => id === session.webinarId);
	const held = webinar?.sessions.find(({ uuid }) => uuid === session.sessionUuid);
	if (!webinar || !held) throw new Error(`The world has no session ${session.sessionUuid}`);
	const listed = webinar.registrants.filter(({ status }) => status !== 'cancelled').length;
	const people = expectedAttendees(session).length;
	const created = expectation.contacts.filter((contact) => contact.created).length;
	const written = expectation.contacts.length;
	const activities = expectation.events.flatMap((event) => event.activities);
	const count = (verb: string) => activities.filter((activity) => activity.verb === verb).length;
	const reads = batches(people);
	const writes = batches(created) + batches(written - created);
	const attendance = batches(count('register')) + batches(count('attend'));
	const readBack = batches(written);
	// HubSpot has no compare-and-set, so a run of some length reads contacts again before it writes them.
	const readAgain = batches(written - created);
	const archivedLookUp = batches(created);
	return {
		zoom: pages(held.participants.length) + pages(listed) + zoomCalls,
		hubspot: reads + writes + attendance + readAgain + readBack + archivedLookUp + hubSpotCalls,
	};
}
