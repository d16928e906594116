import type { INodeParameters } from 'n8n-workflow';

import type { ZoomRegistrationForm } from '../../../sandbox/world';
import { stage, type Stage } from '../../support/world';
import { inAHurry, jsons, zoomFault } from '../support/zoom';
import { checkedBooks, newWebinar, onWebinar, outcomes, run, writes, written } from './support';

let here: Stage;
beforeAll(async () => {
	await inAHurry();
	here = await stage({ registrants: 20 });
});
afterAll(async () => {
	checkedBooks(here);
	await here.close();
});
beforeEach(() => {
	checkedBooks(here);
	here.sandbox.clearFaults();
});

const GET = onWebinar('webinar', 'getQuestions');

function form(): ZoomRegistrationForm {
	return {
		questions: [
			{ field_name: 'last_name', required: true },
			{ field_name: 'no_of_employees', required: false },
		],
		custom_questions: [
			{ title: 'Which topic?', type: 'single_radio', required: true, answers: ['A', 'B'] },
		],
	};
}

function set(changes: INodeParameters): INodeParameters {
	return onWebinar('webinar', 'setQuestions', { specifyQuestions: 'fields', ...changes });
}

test('get: one item per question, standard and custom, linked to its item', async () => {
	const items = [newWebinar(here, { questions: form() }), newWebinar(here)];
	const result = await run(
		here,
		GET,
		items.map(({ id }) => ({ webinarId: id })),
	);
	expect(result.error).toBeNull();
	expect(result.outputs[0]).toHaveLength(3);
	expect(jsons(result.outputs[0])).toEqual([
		{
			webinarId: String(items[0]!.id),
			kind: 'standard',
			fieldName: 'last_name',
			title: 'Last Name',
			type: 'short',
			required: true,
			answers: [],
		},
		expect.objectContaining({ fieldName: 'no_of_employees', type: 'single_dropdown' }),
		expect.objectContaining({ kind: 'custom', title: 'Which topic?', answers: ['A', 'B'] }),
	]);
});

test('get: registration that is off is said so', async () => {
	const { id } = newWebinar(here, { approvalType: 2 });
	const { error } = await run(here, GET, [{ webinarId: id }]);
	expect(error?.message).toContain('Registration is not turned on');
	expect(error?.description).toContain('Turn on registration');
});

const ADDED: INodeParameters = {
	standardQuestions: { question: [{ fieldName: 'org', required: true }] },
	customQuestions: {
		question: [
			{ title: 'Why?', type: 'short', required: false, answers: '' },
			{ title: 'which topic? ', type: 'multiple', required: false, answers: 'A\n B \n\nC' },
		],
	},
};

test('set: adds and changes what is named, keeps the rest, and does nothing the second time', async () => {
	const webinar = newWebinar(here, { questions: form() });
	const items = [{ webinarId: webinar.id }];
	const first = await run(here, set({ ...ADDED, keepOthers: true }), items);
	expect(outcomes(first)[0]).toMatchObject({
		result: 'synced',
		action: 'updated',
		message: 'The registration form asks 5 questions',
	});
	expect(webinar.questions).toEqual({
		questions: [...form().questions, { field_name: 'org', required: true }],
		custom_questions: [
			{ title: 'which topic?', type: 'multiple', required: false, answers: ['A', 'B', 'C'] },
			{ title: 'Why?', type: 'short', required: false },
		],
	});
	expect(jsons(first.outputs[0])[0]!.questions).toHaveLength(5);
	checkedBooks(here);
	const second = await run(here, set({ ...ADDED, keepOthers: true }), items);
	expect(outcomes(second)[0]).toMatchObject({ result: 'unchanged', action: 'none' });
	expect(written(here)).toEqual([]);
});

test('set: replaces the form where the others are not kept', async () => {
	const webinar = newWebinar(here, { questions: form() });
	await run(here, set({ ...ADDED, keepOthers: false }), [{ webinarId: webinar.id }]);
	expect(webinar.questions!.questions).toEqual([{ field_name: 'org', required: true }]);
	expect(webinar.questions!.custom_questions.map(({ title }) => title)).toEqual([
		'Why?',
		'which topic?',
	]);
});

test('set: takes the form of another webinar as JSON', async () => {
	const webinar = newWebinar(here);
	for (const questionsJson of [JSON.stringify(form()), '={{ $json.form }}']) {
		webinar.questions = undefined;
		const parameters = set({ specifyQuestions: 'json', questionsJson, keepOthers: false });
		const items = [{ webinarId: webinar.id, form: form() as never }];
		const told = outcomes(await run(here, parameters, items));
		expect(told).toEqual([expect.objectContaining({ result: 'synced' })]);
		expect(webinar.questions).toEqual(form());
	}
});

test.each<[string, INodeParameters, string]>([
	['no JSON', { specifyQuestions: 'json', questionsJson: '{ no' }, 'is not a JSON object'],
	[
		'choices without answers',
		{ customQuestions: { question: [{ title: 'Why?', type: 'multiple', answers: ' ' }] } },
		'has no answers to choose from',
	],
])('set: %s is refused before anything is sent', async (_, changes, message) => {
	const { id } = newWebinar(here);
	const told = outcomes(await run(here, set(changes), [{ webinarId: id }]));
	expect(told).toEqual([expect.objectContaining({ result: 'failed' })]);
	expect(told[0]!.message).toContain(message);
	expect(here.sandbox.books.calls('zoom')).toEqual([]);
});

test.each([/^GET .*questions$/, /^PATCH .*questions$/])(
	'set: trouble at %s is got over',
	async (match) => {
		for (const fault of [
			{ kind: 'status', status: 502 },
			{ kind: 'status', status: 401 },
			{ kind: 'status', status: 429, policy: 'QPS' },
			{ kind: 'cutBefore' },
			{ kind: 'cutAfter' },
		] as const) {
			const { id } = newWebinar(here);
			zoomFault(here, { match, fault });
			const told = outcomes(await run(here, set(ADDED), [{ webinarId: id }]));
			expect(told).toEqual([expect.objectContaining({ result: 'synced' })]);
		}
		expect(writes(here).length).toBeGreaterThan(0);
	},
);
