import fs from 'node:fs';
import path from 'node:path';

import Ajv from 'ajv';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { Flow } from './flow';
import { openPortal, type Portal } from './portal';

const ROOT = path.join(
	__dirname,
	'../../../../dist/nodes/HubSpot/__schema__/v1.0.0/workflowAction',
);

interface Schema {
	properties: Record<string, Schema>;
}

let portal: Portal;
beforeAll(async () => {
	portal = await openPortal('callBack');
});
afterAll(async () => await portal.close());

/** Everything that the schema names is there, as it says, and nothing else. */
function expectAsNamed(operation: string, items: INodeExecutionData[] | undefined): void {
	const schema = JSON.parse(
		fs.readFileSync(path.join(ROOT, `${operation}.json`), 'utf8'),
	) as Schema & IDataObject;
	const { version: _, ...named } = schema;
	const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile({
		...named,
		required: Object.keys(schema.properties),
		additionalProperties: false,
	});
	expect(items).not.toEqual([]);
	for (const { json } of items ?? []) {
		validate(json);
		expect(validate.errors ?? []).toEqual([]);
		const sent = Object.keys((json.workflowAction as IDataObject | undefined) ?? {});
		const known = Object.keys(schema.properties.workflowAction?.properties ?? {});
		expect(known).toEqual(expect.arrayContaining(sent));
	}
}

it('what comes out is what the schemas say', async () => {
	const { contact } = await portal.enrolled();
	const complete = new Flow(portal.app, {
		operation: 'complete',
		callbackId: contact.callbackId as string,
		mapData: 'automatic',
		options: {},
	});
	const outcome = { result: 'failed', reason: 'webinarFull', message: 'Full' };
	const told = await complete.run({ items: [{ outcome }] });
	expectAsNamed('complete', told.outputs[0]);

	const choices = new Flow(portal.app, { operation: 'returnChoices', mapData: 'automatic' });
	const shown = await choices.run({ items: [{ webinarId: '85212345678', topic: 'Roses' }] });
	expectAsNamed('returnChoices', shown.outputs[0]);
});
