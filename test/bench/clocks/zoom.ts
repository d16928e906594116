import { attendeesOf, zoomNode } from '../../engine/zoom/support/zoom';
import { register, strangers } from '../support/registering';
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
		run: async ({ zoom }) => await register({ zoom }, strangers(PEOPLE)),
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
	calls: ({ floor }) => floor.zoomByLabel.heavy,
	limit: ZOOM.heavy,
};

export const ZOOM_CLOCKS = [...REGISTERING, READING];
