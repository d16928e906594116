import { saidIn } from '../../../../nodes/Zoom/mapping/said';

const entry = (email: string, name: string, ...answers: Array<[string, string]>) => ({
	email,
	name,
	question_details: answers.map(([question, answer]) => ({ question, answer })),
});

test('a person is one voice in all reports, by the address, and the last answer stands', () => {
	const said = saidIn({
		polls: [
			entry('Ann@Example.com ', 'Ann', ['Role?', 'Dev']),
			entry('ann@example.com', 'Ann', ['Role?', 'Ops']),
		],
		qa: [entry('ann@example.com', 'Ann', ['Why?', 'Because'])],
		survey: [{ email: 'ann@example.com', answer_details: [{ question: 'Stars?', answer: '5' }] }],
	});
	expect(said).toEqual([
		{
			email: 'ann@example.com',
			name: 'Ann',
			polls: [{ question: 'Role?', answers: ['Ops'] }],
			questions: [{ question: 'Why?', answer: 'Because', askedAt: null }],
			surveys: [{ question: 'Stars?', answers: ['5'] }],
		},
	]);
});

test('people of one name without an address are voices of their own, and keep the name', () => {
	const said = saidIn({
		polls: [entry('', 'Chris', ['Role?', 'Boss']), entry('', 'Chris', ['Role?', 'Dev'])],
	});
	expect(said.map(({ name, polls }) => [name, polls[0]!.answers])).toEqual([
		['Chris', ['Boss']],
		['Chris', ['Dev']],
	]);
});

test('anonymous answers count, without a name', () => {
	const [one, ...more] = saidIn({
		polls: [entry('', 'Anonymous Attendee', ['Role?', 'Spy'], ['Role?', 'Ghost'])],
	});
	expect(more).toEqual([]);
	expect(one).toMatchObject({ email: '', name: '' });
	expect(one!.polls).toHaveLength(2);
});

test('several choices are told apart by the semicolon, which may be part of a choice as well', () => {
	const [one] = saidIn({
		polls: [entry('a@example.com', '', ['Topics?', 'API;Both; really;;CSV'])],
	});
	expect(one!.polls).toEqual([{ question: 'Topics?', answers: ['API', 'Both; really', 'CSV'] }]);
});

test('without any report nothing was said', () => {
	expect(saidIn({})).toEqual([]);
	expect(saidIn({ polls: [{}], qa: [{ question_details: 'no list' }] })).toHaveLength(2);
});
