import { LoadOptionsContext } from 'n8n-core';
import type { INodeParameters, ResourceMapperFields } from 'n8n-workflow';

import {
	customFieldId,
	REGISTRATION_FIELDS,
} from '../../../../nodes/Zoom/mapping/registrationFields';
import { additionalDataFor } from '../../support/runNode';
import { stage, type Stage } from '../../support/world';
import { expectBySpec } from '../support/specs';
import { apiCalls, byId, workflowOfZoomNode } from '../support/zoom';
import { newWebinar } from './support';

let here: Stage;
beforeAll(async () => {
	here = await stage({ registrants: 10 });
});
afterAll(async () => {
	expectBySpec(here.sandbox);
	await here.close();
});
beforeEach(() => here.sandbox.books.clear());

/** What the editor calls when somebody opens the node. */
async function fieldsFor(webinar: INodeParameters): Promise<ResourceMapperFields['fields']> {
	const parameters = {
		authentication: 'serverToServer',
		resource: 'registrant',
		operation: 'add',
		webinar,
	};
	const { workflow, node, nodeTypes } = await workflowOfZoomNode(parameters);
	const additionalData = additionalDataFor(nodeTypes, here.zoom, workflow);
	additionalData.currentNodeParameters = parameters;
	const context = new LoadOptionsContext(workflow, node, additionalData, 'parameters.fields');
	const { methods } = nodeTypes.getByNameAndVersion(node.type);
	const { fields } = await methods!.resourceMapping!.getRegistrationFields!.call(context);
	return fields;
}

const STANDARD = REGISTRATION_FIELDS.map(({ id }) => id);

test('Zoom’s own fields and the questions of the webinar, required ones marked', async () => {
	const { id } = newWebinar(here, {
		questions: {
			questions: [
				{ field_name: 'org', required: true },
				{ field_name: 'phone', required: false },
			],
			custom_questions: [
				{ title: 'Diet', type: 'single_radio', required: false, answers: ['none', 'vegan'] },
				{ title: 'Your "role"?', type: 'short', required: true },
			],
		},
	});
	const fields = await fieldsFor(byId(id));
	expect(fields.map((field) => field.id)).toEqual([
		customFieldId('Your "role"?'),
		...STANDARD,
		customFieldId('Diet'),
	]);
	expect(fields.filter(({ required }) => required).map(({ displayName }) => displayName)).toEqual([
		'Your "role"?',
		'Organization',
	]);
	expect(fields.at(-1)).toMatchObject({
		displayName: 'Diet',
		type: 'options',
		options: [
			{ name: 'none', value: 'none' },
			{ name: 'vegan', value: 'vegan' },
		],
	});
	expect(fields.find((field) => field.id === 'no_of_employees')).toMatchObject({ type: 'options' });
	expect(fields.find((field) => field.id === 'phone')).toMatchObject({ type: 'string' });
});

test.each([
	['by an expression', byId('={{ $json.webinarId }}')],
	['not at all yet', { __rl: true, mode: 'list', value: '' }],
])('a webinar that is given %s: Zoom’s own fields, without a call', async (_, webinar) => {
	expect((await fieldsFor(webinar)).map(({ id }) => id)).toEqual(STANDARD);
	expect(apiCalls(here)).toEqual([]);
});

test('a webinar that is given by its link', async () => {
	const { id } = newWebinar(here);
	const link = { __rl: true, mode: 'url', value: `https://zoom.us/j/${id}` };
	expect(await fieldsFor(link)).toHaveLength(STANDARD.length);
	expect(apiCalls(here)).toEqual([`GET /webinars/${id}/registrants/questions`]);
});

test('what Zoom refuses is told with what to do', async () => {
	const { id } = newWebinar(here, { approvalType: 2 });
	await expect(fieldsFor(byId(id))).rejects.toMatchObject({
		message: expect.stringContaining('Registration is not turned on') as string,
		description: expect.stringContaining('webinar settings') as string,
	});
});
