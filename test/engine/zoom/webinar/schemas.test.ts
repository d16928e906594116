import fs from 'node:fs';
import path from 'node:path';

import Ajv, { type AnySchemaObject } from 'ajv';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { stage, type Stage } from '../../support/world';
import { byId, getWebinar, jsons } from '../support/zoom';
import { checkedBooks, creation, newSeries, newWebinar, onWebinar, run } from './support';

/** The schemas let people map fields before the first run, so they must say what really comes out. */
const ROOT = path.join(__dirname, '../../../../dist/nodes/Zoom/__schema__/v1.0.0');

let here: Stage;
beforeAll(async () => {
	here = await stage({ registrants: 20 });
});
afterAll(async () => {
	checkedBooks(here);
	await here.close();
});

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

const PANELIST = { id: 'P1', name: 'Ana', email: 'ana@example.com' };
const QUESTIONS = {
	questions: [{ field_name: 'org', required: true }],
	custom_questions: [{ title: 'Why?', type: 'short' as const, required: true }],
};

test.each<[string, (webinarId: number) => INodeParameters, string[]]>([
	['webinar/get', getWebinar, []],
	['webinar/create', () => creation(here, { topic: 'Launch' }), ['webinarId']],
	[
		'webinar/update',
		() => onWebinar('webinar', 'update', { updateFields: { topic: 'New' }, settings: {} }),
		['webinarId'],
	],
	[
		'webinar/setQuestions',
		() =>
			onWebinar('webinar', 'setQuestions', {
				standardQuestions: { question: [{ fieldName: 'city', required: true }] },
			}),
		['webinarId'],
	],
	['webinar/getQuestions', () => onWebinar('webinar', 'getQuestions'), []],
	['webinar/delete', () => onWebinar('webinar', 'delete'), ['webinarId']],
	['panelist/getAll', () => onWebinar('panelist', 'getAll'), []],
	[
		'panelist/add',
		() => onWebinar('panelist', 'add', { email: 'ben@example.com', panelistName: 'Ben' }),
		['webinarId'],
	],
	[
		'panelist/remove',
		() => onWebinar('panelist', 'remove', { panelist: 'ana@example.com' }),
		['webinarId'],
	],
])('%s', async (name, parameters, ofTheInput) => {
	const file = path.join(ROOT, `${name}.json`);
	const schema = closed(JSON.parse(fs.readFileSync(file, 'utf8')) as AnySchemaObject);
	const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);
	for (const webinar of [
		newWebinar(here, { panelists: [{ ...PANELIST }], questions: structuredClone(QUESTIONS) }),
		Object.assign(newSeries(here, 1), {
			panelists: [{ ...PANELIST }],
			questions: structuredClone(QUESTIONS),
		}),
	]) {
		const chosen = { ...parameters(webinar.id) };
		if (name === 'webinar/get') chosen.webinar = byId(webinar.id);
		const { outputs, error } = await run(here, chosen, [{ webinarId: webinar.id }]);
		expect(error).toBeNull();
		const items = jsons(outputs[0]);
		expect(items.length).toBeGreaterThan(0);
		for (const json of items) {
			const own: IDataObject = Object.fromEntries(
				Object.entries(json).filter(([member]) => !ofTheInput.includes(member)),
			);
			validate(own);
			expect(validate.errors ?? []).toEqual([]);
		}
	}
});
