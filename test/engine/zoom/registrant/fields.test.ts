import type { INodeParameters, ResourceMapperFields } from 'n8n-workflow';

import {
	customFieldId,
	REGISTRATION_FIELDS,
} from '../../../../nodes/Zoom/mapping/registrationFields';
import { panelOf } from '../../support/loneNode';
import { stage, type Stage } from '../../support/world';
import { expectBySpec } from '../support/specs';
import { apiCalls, byId } from '../support/zoom';
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
	const { methods, context } = await panelOf(
		{ type: 'zoomWebinar', credentials: here.zoom, parameters },
		'parameters.fields',
	);
	const { fields } = await methods.resourceMapping.getRegistrationFields!.call(context);
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
		'Your "role"? (Required)',
		'Organization (Required)',
	]);
	// What the form does not ask can be added, and is not in the way.
	expect(fields.filter(({ removed }) => !removed).map((field) => field.id)).toEqual([
		customFieldId('Your "role"?'),
		'phone',
		'org',
		customFieldId('Diet'),
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

test('a webinar that is given by an expression: Zoom’s own fields can be added, without a call', async () => {
	const fields = await fieldsFor(byId('={{ $json.webinarId }}'));
	expect(fields.map(({ id }) => id)).toEqual(STANDARD);
	expect(fields.every(({ removed, display }) => removed === true && display)).toBe(true);
	expect(apiCalls(here)).toEqual([]);
});

test('no webinar yet: nothing is shown and nothing remembered, without a call', async () => {
	const fields = await fieldsFor({ __rl: true, mode: 'list', value: '' });
	expect(fields.some(({ removed, display }) => removed !== undefined || display)).toBe(false);
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
