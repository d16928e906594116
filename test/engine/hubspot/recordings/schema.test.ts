import fs from 'node:fs';
import path from 'node:path';

import Ajv, { type AnySchemaObject } from 'ajv';

import { stage, type Stage } from '../../support/world';
import { add, contactIds, putEvent, recordingItem, transcriptItem } from './stage';

const FILE = 'HubSpot/__schema__/v1.0.0/recording/sync.json';

let here: Stage;
beforeAll(async () => {
	here = await stage({ registrants: 60 }, { participationDelayMs: 0 });
	putEvent(here, { attended: contactIds(here, 1) });
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
			additionalProperties: false,
		}),
		...(items && { items: closed(items as AnySchemaObject) }),
	};
}

test('what comes out is what the schema says', async () => {
	const text = fs.readFileSync(path.join(__dirname, '../../../../dist/nodes', FILE), 'utf8');
	const schema = JSON.parse(text) as AnySchemaObject;
	const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(closed(schema));
	const items = [recordingItem(here), transcriptItem(here, 'Ada: Hello')];
	const data = { data: Buffer.from('x').toString('base64'), mimeType: 'video/mp4' };
	const { outputs } = await add(here, items, { parameters: { as: 'file' }, binaries: [{ data }] });
	expect(outputs[0]).toHaveLength(2);
	const seen = new Set<string>();
	for (const { json } of outputs[0]!) {
		validate(json);
		expect(validate.errors ?? []).toEqual([]);
		const { steps } = json.outcome as { steps: object };
		for (const name of Object.keys(steps)) seen.add(name);
	}
	expect([...seen].sort()).toEqual(['association', 'call', 'event', 'file', 'transcript']);
});
