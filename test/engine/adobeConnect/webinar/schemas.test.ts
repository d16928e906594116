import fs from 'node:fs';
import path from 'node:path';

import Ajv, { type AnySchemaObject } from 'ajv';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import {
	EVENT,
	LICENCE,
	MEETING_ROOM,
	SEMINAR_ROOM,
} from '../../../sandbox/adobeConnect/testing/ids';
import type { Stage } from '../../support/world';
import { adobe, byId, DAY, inMinutes, jsons, MINUTE, smallStage } from './support';

/** The schemas let people map fields before the first run, so they must say what really comes out. */
const ROOT = path.join(__dirname, '../../../../dist/nodes/AdobeConnect/__schema__/v1.0.0/webinar');

let here: Stage;
beforeAll(async () => {
	here = await smallStage();
});
afterAll(async () => await here.close());

/** The same schema, refusing what it does not name: a new field must be added to it. */
function closed(node: AnySchemaObject): AnySchemaObject {
	const { properties, items, version: _, ...rest } = node;
	const children = Object.entries((properties ?? {}) as Record<string, AnySchemaObject>);
	return {
		...rest,
		...(properties && {
			properties: Object.fromEntries(children.map(([name, child]) => [name, closed(child)])),
			additionalProperties: false,
			required: children.map(([name]) => name),
		}),
		...(items && { items: closed(items as AnySchemaObject) }),
	};
}

const start = (days: number): string => inMinutes((days * DAY) / MINUTE);

test.each<[string, () => INodeParameters[]]>([
	['get', () => [EVENT, SEMINAR_ROOM, MEETING_ROOM].map((id) => ({ webinar: byId(id) }))],
	['getAll', () => [{ which: 'all' }]],
	[
		'create',
		() => [
			{ kind: 'seminar', topic: 'S', startTime: start(1), licence: byId(LICENCE) },
			{ kind: 'meeting', topic: 'M', startTime: start(1) },
		],
	],
	['update', () => [{ webinar: byId(SEMINAR_ROOM), updateFields: { topic: 'Renamed' } }]],
	['delete', () => [{ webinar: byId(MEETING_ROOM) }, { webinar: byId('99999') }]],
])('%s', async (operation, parameters) => {
	const file = path.join(ROOT, `${operation}.json`);
	const schema = closed(JSON.parse(fs.readFileSync(file, 'utf8')) as AnySchemaObject);
	const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);
	for (const one of parameters()) {
		const items: IDataObject[] = jsons(await adobe(here, operation, one));
		expect(items.length).toBeGreaterThan(0);
		for (const json of items) {
			validate(withoutSteps(json));
			expect(validate.errors ?? []).toEqual([]);
		}
	}
});

/** Which steps there are depends on what is asked for. */
function withoutSteps(json: IDataObject): IDataObject {
	return json.outcome === undefined
		? json
		: { ...json, outcome: { ...(json.outcome as IDataObject), steps: {} } };
}
