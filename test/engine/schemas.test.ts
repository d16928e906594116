import fs from 'node:fs';
import path from 'node:path';

import Ajv, { type AnySchemaObject } from 'ajv';
import type { IDataObject } from 'n8n-workflow';

import { itemsOf, setUp, sync } from './hubspot/support';
import { planned, register } from './hubspot/registrations/support';
import type { NodeRunResult } from './support/runNode';
import { stage, type Stage } from './support/world';
import { attendeesOf, byId, getManyWebinars, getWebinar, zoomNode } from './zoom/support/zoom';

/** The schemas let people map fields before the first run, so they must say what really comes out. */
const ROOT = path.join(__dirname, '../../dist/nodes');

let here: Stage;
beforeAll(async () => {
	here = await stage({ registrants: 200 }, { participationDelayMs: 0 });
});
afterAll(async () => await here.close());

function schema(file: string): AnySchemaObject {
	return closed(JSON.parse(fs.readFileSync(path.join(ROOT, file), 'utf8')) as AnySchemaObject);
}

/** The same schema, refusing what it does not name: a new field must be added to it. */
function closed(node: AnySchemaObject): AnySchemaObject {
	const { properties, items, version: _, ...rest } = node;
	return {
		...rest,
		...(properties && {
			properties: Object.fromEntries(
				Object.entries(properties as Record<string, AnySchemaObject>).map(([name, child]) => [
					name,
					closed(child),
				]),
			),
			additionalProperties: false,
		}),
		...(items && { items: closed(items as AnySchemaObject) }),
	};
}

function check(file: string, { outputs, error }: NodeRunResult): IDataObject[] {
	expect(error).toBeNull();
	const items = outputs[0]!.map(({ json }) => json);
	expect(items.length).toBeGreaterThan(0);
	const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema(file));
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
		schema('Zoom/__schema__/v1.0.0/attendee/get.json').properties as object,
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
