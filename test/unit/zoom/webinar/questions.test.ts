import {
	checkedForm,
	isSameForm,
	toShownQuestions,
	toWireForm,
	withQuestions,
} from '../../../../nodes/Zoom/mapping/webinarQuestions';

const FORM = toWireForm({
	questions: [
		{ field_name: 'org', required: true },
		{ field_name: 'no_of_employees', required: false },
	],
	custom_questions: [
		{ title: 'Which topic?', type: 'single_radio', required: true, answers: ['A', 'B'] },
		{ title: 'Why?', type: 'short', required: false, answers: [] },
	],
});

test('questions are shown with title, type, whether they are required, and answers', () => {
	expect(toShownQuestions(FORM)).toEqual([
		{
			kind: 'standard',
			fieldName: 'org',
			title: 'Organization',
			type: 'short',
			required: true,
			answers: [],
		},
		expect.objectContaining({ fieldName: 'no_of_employees', type: 'single_dropdown' }),
		{
			kind: 'custom',
			fieldName: '',
			title: 'Which topic?',
			type: 'single_radio',
			required: true,
			answers: ['A', 'B'],
		},
		expect.objectContaining({ kind: 'custom', title: 'Why?', answers: [] }),
	]);
	expect(toShownQuestions(FORM)[1]!.answers).toContain('1-20');
});

test('questions that are named replace those of the same title, the others keep their place', () => {
	const more = toWireForm({
		questions: [{ field_name: 'org', required: false }],
		custom_questions: [
			{ title: ' which  Topic? ', type: 'short', required: false },
			{ title: 'New?', type: 'short', required: false },
		],
	});
	const { questions, custom_questions } = withQuestions(FORM, more);
	expect(questions).toEqual([
		{ field_name: 'org', required: false },
		{ field_name: 'no_of_employees', required: false },
	]);
	expect(custom_questions.map(({ title }) => title)).toEqual(['which  Topic?', 'Why?', 'New?']);
	expect(custom_questions[0]).not.toHaveProperty('answers');
});

test('the order does not make another form, a requirement or an answer does', () => {
	const turned = toWireForm({
		questions: [...FORM.questions].reverse(),
		custom_questions: [...FORM.custom_questions].reverse(),
	});
	expect(isSameForm(FORM, turned)).toBe(true);
	const [first, ...others] = FORM.custom_questions;
	for (const change of [{ required: false }, { answers: ['A'] }, { type: 'multiple' }]) {
		const custom_questions = [{ ...first!, ...change }, ...others];
		expect(isSameForm(FORM, { ...FORM, custom_questions })).toBe(false);
	}
});

test('a form that Zoom shows is one that it would take', () => {
	expect(checkedForm(FORM)).toBe(FORM);
});

test.each([
	[{ questions: [{ field_name: 'shoe_size' }] }, /"shoe_size" is not one of Zoom's standard/],
	[{ questions: [{ field_name: 'org' }, { field_name: 'org' }] }, /"org" is there twice/],
	[
		{
			custom_questions: [
				{ title: 'Why?', type: 'short' },
				{ title: 'why? ', type: 'short' },
			],
		},
		/there twice/,
	],
	[{ custom_questions: [{ title: ' ', type: 'short' }] }, /has no title/],
	[{ custom_questions: [{ title: 'Why?', type: 'long' }] }, /type of "Why\?" is not one of Zoom's/],
	[{ custom_questions: [{ title: 'Why?', type: 'multiple' }] }, /no answers to choose from/],
	[{ custom_questions: [{ title: 'Why?', type: 'short', answers: ['A'] }] }, /lists answers/],
])('%j is refused', (body, message) => {
	expect(() => checkedForm(toWireForm(body))).toThrow(message);
});
