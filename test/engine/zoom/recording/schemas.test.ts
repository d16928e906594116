import fs from 'node:fs';
import path from 'node:path';

import Ajv, { type AnySchemaObject } from 'ajv';

import { stage, type Stage } from '../../support/world';
import { byId, zoomNode } from '../support/zoom';
import { captions, record, transcript, video } from './files';
import { syncOf } from './sync';

const FOLDER = path.join(__dirname, '../../../../dist/nodes/Zoom/__schema__/v1.0.0/recording');

let here: Stage;
beforeAll(async () => {
	here = await stage();
	record(here, here.story.main, [
		video('v'),
		transcript('t'),
		captions('cc'),
		video('late', 10, { readyAt: '2999-01-01T00:00:00Z' }),
	]);
});
afterAll(async () => await here.close());

/** Refuses what the schema does not name, so that a new field must be added to it. */
function closed(node: AnySchemaObject): AnySchemaObject {
	const { properties, items, version: _, ...rest } = node;
	const children = Object.entries((properties ?? {}) as Record<string, AnySchemaObject>);
	return {
		...rest,
		...(properties && {
			properties: Object.fromEntries(children.map(([name, child]) => [name, closed(child)])),
			required: children.map(([name]) => name),
			additionalProperties: false,
		}),
		...(items && { items: closed(items as AnySchemaObject) }),
	};
}

test.each([
	['sync', () => syncOf(here, { options: { transcript: 'both' } })],
	['sync', () => syncOf(here, { webinar: byId(here.story.neverStarted.webinarId) })],
	[
		'getAll',
		() => ({
			resource: 'recording',
			operation: 'getAll',
			host: byId(here.story.main.hostEmail),
			returnAll: true,
		}),
	],
])('what %s gives is what its schema says, no more and no less', async (name, parameters) => {
	const { outputs, error } = await zoomNode(here, parameters());
	expect(error).toBeNull();
	expect(outputs[0]!.length).toBeGreaterThan(0);
	const schema = JSON.parse(
		fs.readFileSync(path.join(FOLDER, `${name}.json`), 'utf8'),
	) as AnySchemaObject;
	const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(closed(schema));
	for (const { json } of outputs[0]!) {
		validate(json);
		expect(validate.errors ?? []).toEqual([]);
	}
});
