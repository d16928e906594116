import type { Stage } from '../engine/support/world';
import { expectedHubSpot, expectedMarketo } from '../truth';

/** Zoom's largest page. https://developers.zoom.us/docs/api/ */
const ZOOM_PAGE = 300;
/** https://developers.hubspot.com/docs/api-reference/crm-contacts-v3/guide */
const HUBSPOT_BATCH = 100;
/** https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/rest-api */
const MARKETO_BATCH = 300;

/** One call each: token, webinar, session, panelists, polls, survey, questions and answers. */
const ZOOM_ONCE = 7;
/**
 * One call each: users, properties, their group, their creation; the event, events of other apps,
 * the event's write, its completion and the count of its no-shows.
 */
const HUBSPOT_ONCE = 9;
/** One call each: token, program, channel. */
const MARKETO_ONCE = 3;

export interface CallFloor {
	zoom: number;
	hubspot: number;
	marketo: number;
}

/**
 * The fewest calls with which the main webinar of a stage can be collected, written for the first time
 * and read back, counted from the story alone. Take it before anything has run.
 */
export function callFloor({ story, sandbox }: Stage): CallFloor {
	const { main, world } = story;
	const webinar = world.zoom.webinars.find(({ id }) => id === main.webinarId);
	const held = webinar?.sessions.find(({ uuid }) => uuid === main.sessionUuid);
	if (!webinar || !held) throw new Error('The story has no main webinar');
	const listed = webinar.registrants.filter(({ status }) => status !== 'cancelled').length;
	return {
		zoom: ZOOM_ONCE + batches(ZOOM_PAGE, held.participants.length, listed),
		hubspot: HUBSPOT_ONCE + batches(HUBSPOT_BATCH, ...hubSpotRows({ story })),
		marketo: MARKETO_ONCE + batches(MARKETO_BATCH, ...marketoRows({ story, sandbox })),
	};
}

/** Of a private app in the story's account. https://developers.hubspot.com/docs/developer-tooling/platform/usage-guidelines */
const HUBSPOT_BURST = { calls: 190, ms: 10_000 };

/** The least time for so many calls: each waits for the one that is a whole burst before it. */
export function hubSpotClockFloorMs(calls: number): number {
	return Math.floor((calls - 1) / HUBSPOT_BURST.calls) * HUBSPOT_BURST.ms;
}

/** Rows of one kind share a batch, rows of different kinds do not. */
function batches(size: number, ...kinds: number[]): number {
	return kinds.reduce((calls, rows) => calls + Math.ceil(rows / size), 0);
}

/** Why somebody is left out before HubSpot is asked. */
const KNOWN_WITHOUT_READING = new Set([
	'noEmail',
	'invalidEmail',
	'internalUser',
	'excludedDomain',
]);

/**
 * Read, looked up among the deleted, created, read again before they are written where the run is long (HubSpot
 * has no compare-and-set), updated, registered, attended, read back.
 */
function hubSpotRows({ story }: Pick<Stage, 'story'>): number[] {
	const { zoom } = story.world;
	const expected = expectedHubSpot([story.main], { zoomAccountId: zoom.accountId });
	const written = expected.contacts.length;
	const created = expected.contacts.filter((contact) => contact.created).length;
	const activities = expected.events.flatMap((event) => event.activities);
	const count = (verb: string) => activities.filter((activity) => activity.verb === verb).length;
	const reasons = expected.outcomes.map(({ reason }) => reason ?? '');
	const read = reasons.filter((reason) => !KNOWN_WITHOUT_READING.has(reason)).length;
	const deleted = reasons.filter((reason) => reason === 'deletedContact').length;
	return [
		read,
		created + deleted,
		created,
		read > HUBSPOT_BATCH ? written - created : 0,
		written - created,
		count('register'),
		count('attend'),
		written,
	];
}

/** People, present members, Attended, No Show, member data. */
function marketoRows(here: Pick<Stage, 'story' | 'sandbox'>): number[] {
	const { members } = marketoExpectation(here);
	const attended = members.filter(({ statusName }) => statusName === 'Attended').length;
	const all = members.length;
	return [all, all, attended, all - attended, all];
}

/** People of whom Marketo has several, and who therefore must not be written. */
export function ambiguousLeads(here: Pick<Stage, 'story' | 'sandbox'>): number {
	const reasons = [...marketoExpectation(here).leftOut.values()];
	return reasons.filter((reason) => reason === 'duplicateLeads').length;
}

function marketoExpectation({ story, sandbox }: Pick<Stage, 'story' | 'sandbox'>) {
	const leads = structuredClone([...sandbox.marketo.leads.values()]);
	return expectedMarketo(story.main, { leads, joinLinks: new Map(), texts: false });
}
