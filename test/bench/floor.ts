import type { Stage } from '../engine/support/world';
import { expectedHubSpot, expectedMarketo } from '../truth';

/** Zoom's largest page. https://developers.zoom.us/docs/api/ */
const ZOOM_PAGE = 300;
/** https://developers.hubspot.com/docs/api-reference/crm-contacts-v3/guide */
const HUBSPOT_BATCH = 100;
/** https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/rest-api */
const MARKETO_BATCH = 300;

/**
 * Of Zoom, one call each, by the label that its limits have for it:
 * - the token: https://developers.zoom.us/docs/internal-apps/s2s-oauth/
 * - the webinar: whether people had to register, without which nobody is a no-show; its description and
 *   links: https://developers.zoom.us/docs/api/meetings/#tag/webinars
 * - its panelists, whom the report of participants does not tell apart (the same page);
 * - the session, when it really began and ended: https://developers.zoom.us/docs/api/meetings/#tag/reports
 * - polls, survey, and questions and answers, of which engagement is made: three reports (the same page).
 *   The webinar says whether questions were allowed, and here they were; that nobody answered polls or a
 *   survey it does not say.
 */
const ZOOM_ONCE = { light: 2, medium: 1, heavy: 4 };
/**
 * Of HubSpot, one call each:
 * - our contact properties, those that exist and then, for the first run, the making of the others:
 *   https://developers.hubspot.com/docs/api-reference/crm-properties-v3/guide
 * - our event, which must not lose what it holds already, and the events of other apps, beside which none is made.
 *   Neither answer stands for the other: a search finds an event only some minutes after it was made;
 * - the event's write, which may say as well that it is over;
 * - the count of its people, because HubSpot and not we decide who is a no-show, and shows a participation
 *   only after a while: https://developers.hubspot.com/docs/api-reference/marketing-marketing-events-v3/guide
 *
 * Not needed, though a first run makes two calls more: a group of our own for the properties, and the
 * one that completes the event. HubSpot documents that one as what ends an event; that the write takes
 * the same as a field does not say that no-shows are counted then.
 */
const HUBSPOT_ONCE = 6;
/** Of users of the account, who are left out. https://developers.hubspot.com/docs/api-reference/settings-user-provisioning-v3/guide */
const HUBSPOT_USERS_PAGE = 100;
/**
 * Of Marketo, one call each:
 * - the token: https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/authentication
 * - the program, which names its channel: https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/assets/programs
 * - the channel, whose statuses have names and steps that every account makes for itself; nobody may be moved
 *   back: https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/assets/channels
 */
const MARKETO_ONCE = 3;

export interface CallFloor {
	zoom: number;
	/** Of `zoom`: its limits are by label. */
	zoomByLabel: { medium: number; heavy: number };
	hubspot: number;
	/** Of `hubspot`: those that come after the pause, and the contacts are read back with. */
	hubspotReadBack: number;
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
	const zoomByLabel = {
		medium: ZOOM_ONCE.medium + batches(ZOOM_PAGE, listed),
		heavy: ZOOM_ONCE.heavy + batches(ZOOM_PAGE, held.participants.length),
	};
	const users = world.hubspot.users.length;
	const rows = hubSpotRows({ story });
	return {
		zoom: ZOOM_ONCE.light + zoomByLabel.medium + zoomByLabel.heavy,
		zoomByLabel,
		hubspot:
			HUBSPOT_ONCE +
			batches(HUBSPOT_USERS_PAGE, users) +
			batches(HUBSPOT_BATCH, ...rows.written, rows.readBack),
		hubspotReadBack: batches(HUBSPOT_BATCH, rows.readBack),
		marketo: MARKETO_ONCE + batches(MARKETO_BATCH, ...marketoRows({ story, sandbox })),
	};
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
 * Read, looked up among the deleted (whom nobody makes again unasked), created, read again before they are
 * written where the run is long, updated, registered, attended; and read back, because HubSpot has no
 * compare-and-set and another run may have overwritten them.
 * https://developers.hubspot.com/docs/api-reference/crm-contacts-v3/guide
 */
function hubSpotRows({ story }: Pick<Stage, 'story'>): { written: number[]; readBack: number } {
	const { zoom } = story.world;
	const expected = expectedHubSpot([story.main], { zoomAccountId: zoom.accountId });
	const written = expected.contacts.length;
	const created = expected.contacts.filter((contact) => contact.created).length;
	const activities = expected.events.flatMap((event) => event.activities);
	const count = (verb: string) => activities.filter((activity) => activity.verb === verb).length;
	const reasons = expected.outcomes.map(({ reason }) => reason ?? '');
	const read = reasons.filter((reason) => !KNOWN_WITHOUT_READING.has(reason)).length;
	const deleted = reasons.filter((reason) => reason === 'deletedContact').length;
	return {
		written: [
			read,
			created + deleted,
			created,
			read > HUBSPOT_BATCH ? written - created : 0,
			written - created,
			count('register'),
			count('attend'),
		],
		readBack: written,
	};
}

/**
 * People, members as they are (nobody may be moved back, and no link of somebody's own is lost), Attended, No Show,
 * and member data of those whom Zoom gave a code. Whom Marketo has twice only the answer to the
 * first tells. A call sets one status.
 * https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/lead-database/program-members
 */
function marketoRows(here: Pick<Stage, 'story' | 'sandbox'>): number[] {
	const { members } = marketoExpectation(here);
	const attended = members.filter(({ statusName }) => statusName === 'Attended').length;
	const coded = members.filter(({ registrationCode }) => registrationCode !== null).length;
	const all = members.length;
	return [all + ambiguousLeads(here), all, attended, all - attended, coded];
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
