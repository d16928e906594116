import type { IDataObject } from 'n8n-workflow';

import { itemsOf, setUp, sync } from './hubspot/support';
import { planned, register } from './hubspot/registrations/support';
import type { NodeRunResult } from './support/runNode';
import { closedSchema, validatorOf } from './support/schema';
import { stage, type Stage } from './support/world';
import { attendeesOf, byId, getManyWebinars, getWebinar, zoomNode } from './zoom/support/zoom';

let here: Stage;
beforeAll(async () => {
	here = await stage({ registrants: 200 }, { participationDelayMs: 0 });
});
afterAll(async () => await here.close());

/** The schemas let people map fields before the first run, so they must say what really comes out. */
function check(file: string, { outputs, error }: NodeRunResult): IDataObject[] {
	expect(error).toBeNull();
	const items = outputs[0]!.map(({ json }) => json);
	expect(items.length).toBeGreaterThan(0);
	const validate = validatorOf(file);
	for (const item of items) {
		validate(item);
		expect(validate.errors ?? []).toEqual([]);
	}
	return items;
}

test('attendee:get', async () => {
	const { webinarId } = here.story.main;
	const run = await zoomNode(here, attendeesOf(webinarId, { options: { includeTexts: true } }));
	const items = check('Zoom/__schema__/v1.0.0/attendee/get.json', run);
	const named = Object.keys(
		closedSchema('Zoom/__schema__/v1.0.0/attendee/get.json').properties as object,
	);
	const seen = new Set(items.flatMap((item) => Object.keys(item)));
	expect(named.filter((name) => name !== 'reason').every((name) => seen.has(name))).toBe(true);
});

test('webinar:get', async () => {
	check(
		'Zoom/__schema__/v1.0.0/webinar/get.json',
		await zoomNode(here, getWebinar(here.story.main.webinarId)),
	);
});

test('webinar:getAll', async () => {
	const run = await zoomNode(here, getManyWebinars({ which: 'ended', days: 60 }));
	check('Zoom/__schema__/v1.0.0/webinar/getAll.json', run);
});

test('attendance:sync', async () => {
	const run = await sync(here, itemsOf(here, here.story.main));
	check('HubSpot/__schema__/v1.0.0/attendance/sync.json', run);
});

test('registration:sync', async () => {
	const { main } = here.story;
	const rows = await zoomNode(here, {
		resource: 'registrant',
		operation: 'getAll',
		webinar: byId(main.webinarId),
		occurrence: byId(''),
		status: 'all',
		returnAll: true,
	});
	const items = rows.outputs[0]!.map(({ json }) => json);
	const run = await register(here, items, { webinar: planned(here) });
	check('HubSpot/__schema__/v1.0.0/registration/sync.json', run);
});

test('property:setUp', async () => {
	check('HubSpot/__schema__/v1.0.0/property/setUp.json', await setUp(here, [{}]));
});
