import fs from 'node:fs';
import path from 'node:path';

import type { IDataObject } from 'n8n-workflow';

import { stage, type Stage } from '../../support/world';
import { byId, jsons, zoomNode } from '../support/zoom';
import { add, newWebinar, people, registered, registrantOperation } from './support';

interface Schema {
	type: string | string[];
	properties?: Record<string, Schema>;
}

const ROOT = path.join(__dirname, '../../../../dist/nodes/Zoom/__schema__/v1.0.0/registrant');

let here: Stage;
beforeAll(async () => {
	here = await stage({ registrants: 10 });
});
afterAll(async () => await here.close());

/** `path: type` of everything in a value that the schema does not name so. */
function differences(value: unknown, schema: Schema | undefined, at = ''): string[] {
	const type = value === null ? 'null' : typeof value;
	if (schema === undefined || ![schema.type].flat().includes(type)) return [`${at}: ${type}`];
	if (value === null || typeof value !== 'object' || schema.properties === undefined) return [];
	return Object.entries(value).flatMap(([name, member]) =>
		differences(member, schema.properties?.[name], `${at}.${name}`),
	);
}

function check(operation: string, items: IDataObject[]): void {
	const file = path.join(ROOT, `${operation}.json`);
	const schema = JSON.parse(fs.readFileSync(file, 'utf8')) as Schema;
	expect(items.length).toBeGreaterThan(0);
	expect(items.flatMap((item) => differences(item, schema))).toEqual([]);
}

/** What the operation adds to the item that it was given. */
function added(items: IDataObject[]): IDataObject[] {
	return items.map(({ registrant, outcome }) => ({
		...(registrant ? { registrant } : {}),
		outcome,
	}));
}

test('what comes out is what the schemas say', async () => {
	const { id } = newWebinar(here, {
		registrants: [
			registered('a@example.com', 'pending', {
				org: 'Acme',
				job_title: 'Chef',
				phone: '5',
				custom_questions: [{ title: 'Q', value: 'A' }],
			}),
		],
	});
	const outputs = async (parameters: Parameters<typeof zoomNode>[1], items: IDataObject[]) =>
		jsons((await zoomNode(here, parameters, { items })).outputs[0]);
	check('add', added(jsons((await add(here, id, people(2))).outputs[0])));
	check(
		'getAll',
		await outputs(
			{
				resource: 'registrant',
				operation: 'getAll',
				webinar: byId(id),
				status: 'all',
				returnAll: true,
				options: { includeAnswers: true },
			},
			[{}],
		),
	);
	const one = [{ registrant: 'a@example.com' }];
	const approve = registrantOperation('updateStatus', id, { newStatus: 'approve' });
	check('updateStatus', added(await outputs(approve, one)));
	check('delete', added(await outputs(registrantOperation('delete', id), one)));
});
