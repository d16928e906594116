import fs from 'node:fs';
import path from 'node:path';

import Ajv, { type AnySchemaObject } from 'ajv';

import type { NodeRunResult } from '../support/runNode';
import { stage, type Stage } from '../support/world';
import { byId as webinarById, zoomNode } from '../zoom/support/zoom';
import { register } from './registrations/support';
import { enrol, marketo } from './support';

/** The schemas let people map fields before the first run, so they must say what really comes out. */
const ROOT = path.join(__dirname, '../../../dist/nodes/Marketo/__schema__/v1.0.0');

let here: Stage;
beforeAll(async () => {
	here = await stage({ registrants: 60 });
});
afterAll(async () => await here.close());

/** The same schema, refusing what it does not name: a new field must be added to it. */
function closed({ properties, version: _, ...rest }: AnySchemaObject): AnySchemaObject {
	if (properties === undefined) return rest as AnySchemaObject;
	const children = Object.entries(properties as Record<string, AnySchemaObject>);
	return {
		...rest,
		properties: Object.fromEntries(children.map(([name, child]) => [name, closed(child)])),
		additionalProperties: false,
	} as AnySchemaObject;
}

function check(file: string, { outputs, error }: NodeRunResult): void {
	expect(error).toBeNull();
	const schema = JSON.parse(fs.readFileSync(path.join(ROOT, file), 'utf8')) as AnySchemaObject;
	const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(closed(schema));
	expect(outputs[0]?.length).toBeGreaterThan(0);
	for (const { json } of outputs[0] ?? []) {
		validate(json);
		expect(validate.errors ?? []).toEqual([]);
	}
}

test('registration:sync', async () => {
	const rows = await zoomNode(here, {
		resource: 'registrant',
		operation: 'getAll',
		webinar: webinarById(here.story.main.webinarId),
		occurrence: webinarById(''),
		status: 'all',
		returnAll: true,
	});
	const items = rows.outputs[0]!.map(({ json }) => json);
	check('registration/sync.json', await register(here, items));
});

test('member:changeStatus', async () => {
	const parameters = { newStatus: 'Registered', findBy: 'email', email: '={{ $json.email }}' };
	const items = [{ email: 'ada@example.com' }, { email: '' }];
	check(
		'member/changeStatus.json',
		await marketo(here, 'member:changeStatus', items, { parameters }),
	);
});

test('member:update', async () => {
	enrol(here, 'bob@example.com', 'Registered');
	const value = { webinarUrl: 'https://x' };
	const memberFields = { mappingMode: 'defineBelow', value };
	const parameters = { findBy: 'email', email: '={{ $json.email }}', memberFields };
	const items = [{ email: 'bob@example.com' }, { email: 'nobody@example.com' }];
	check('member/update.json', await marketo(here, 'member:update', items, { parameters }));
});

test('member:getAll', async () => {
	const parameters = { returnAll: true };
	check('member/getAll.json', await marketo(here, 'member:getAll', [{}], { parameters }));
});
