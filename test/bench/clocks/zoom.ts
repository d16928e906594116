import { attendeesOf, byId, zoomNode } from '../../engine/zoom/support/zoom';
import { COMING_WEBINAR } from '../support/openWebinar';
import type { VendorsSaid } from '../support/vendorsProcess';
import type { Clock } from './clock';
import { half, ZOOM } from './limits';

const PEOPLE = 600;
const REGISTRANTS = 50_000;
const QUOTA = "Zoom's limit per second";

/** Nobody waits for anybody: each call is one person. */
const REGISTERING = [false, true].map((beside): Clock => {
	const limit = beside ? half(ZOOM.light) : ZOOM.light;
	return {
		what: `Register ${PEOPLE} people one by one`,
		vendor: 'zoom',
		registrants: 20,
		beside,
		quota: QUOTA,
		run: async ({ zoom }) => await register({ zoom }),
		expected: () => ({ people: PEOPLE, refused: 0 }),
		calls: () => PEOPLE,
		limit,
	};
});

/**
 * Each page of a list names the next one, so nothing but lists of several labels can be read at a time. Of
 * the labels Heavy takes longest by far: Zoom's reports, the participants among them.
 */
const READING: Clock = {
	what: `Get attendees, ${REGISTRANTS.toLocaleString('en')} registrants`,
	vendor: 'zoom',
	registrants: REGISTRANTS,
	beside: false,
	quota: `${QUOTA} for reports`,
	run: async ({ zoom, webinarId }) => await zoomNode({ zoom }, attendeesOf(webinarId)),
	expected: ({ people }) => ({ people, refused: 0 }),
	calls: ({ labels }) => labels.heavy,
	limit: ZOOM.heavy,
};

export const ZOOM_CLOCKS = [...REGISTERING, READING];

async function register(here: Pick<VendorsSaid, 'zoom'>) {
	const items = Array.from({ length: PEOPLE }, (_, index) => ({
		email: `person.${index}@example.com`,
		firstName: `Person ${index}`,
	}));
	const parameters = {
		resource: 'registrant',
		operation: 'add',
		webinar: byId(COMING_WEBINAR),
		email: '={{ $json.email }}',
		firstName: '={{ $json.firstName }}',
		options: {},
	};
	return await zoomNode(here, parameters, { items });
}
