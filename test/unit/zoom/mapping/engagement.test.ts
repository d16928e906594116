import { AnswerBook } from '../../../../nodes/Zoom/mapping/engagement';

const ANN = new Set(['ann@example.com']);
const NOBODY = new Set<string>();
const ALL = { attendedSeconds: 3600, attendedPercent: 100 };

function poll(email: string, name: string, ...answers: Array<[string, string]>): object {
	return {
		email,
		name,
		question_details: answers.map(([question, answer]) => ({
			question,
			answer,
			date_time: '2026-11-20T16:10:00Z',
		})),
	};
}

const book = new AnswerBook({
	polls: [
		{ ...poll('Ann@Example.com ', 'Ann', ['Role?', 'Dev'], ['Size?', '10']) },
		{ ...poll('ann@example.com', 'Ann', ['Role?', 'Ops']) },
		{ ...poll('', 'Chris', ['Role?', 'Boss']) },
		{ ...poll('', 'Anonymous Attendee', ['Role?', 'Spy']) },
		{ ...poll('', '', ['Role?', 'Ghost']) },
	],
	qa: [
		{
			email: 'ann@example.com',
			name: 'Ann',
			question_details: [
				{
					question: 'Why?',
					answer: '',
					answer_details: [{ content: 'Because' }, { content: 'Still' }],
					create_time: '2026-11-20T16:20:00Z',
				},
			],
		},
	],
	survey: [
		{
			email: 'ann@example.com',
			name: 'Ann',
			answer_details: [{ question: 'Stars?', answer: '5' }],
		},
	],
});

describe('AnswerBook', () => {
	test('gives one person what they answered and asked; of a poll held again the last answer', () => {
		expect(book.of(ANN, '', ALL, true)).toEqual({
			level: 'high',
			basis: ['duration', 'polls', 'questions', 'surveys'],
			pollsAnswered: 2,
			questionsAsked: 1,
			surveyAnswered: true,
			polls: [
				{ question: 'Role?', answer: 'Ops', answeredAt: '2026-11-20T16:10:00Z' },
				{ question: 'Size?', answer: '10', answeredAt: '2026-11-20T16:10:00Z' },
			],
			questions: [{ question: 'Why?', answer: 'Because; Still', askedAt: '2026-11-20T16:20:00Z' }],
			surveys: [{ question: 'Stars?', answer: '5', answeredAt: null }],
		});
	});

	test('keeps the texts back unless they are asked for', () => {
		const { polls, questions, surveys } = book.of(ANN, '', ALL, false);
		expect([polls, questions, surveys]).toEqual([undefined, undefined, undefined]);
	});

	test('answers without an address belong to the one person of that name', () => {
		expect(book.of(NOBODY, 'chris', ALL, false)).toMatchObject({
			pollsAnswered: 1,
			level: 'medium',
		});
		expect(book.of(NOBODY, '', ALL, false)).toMatchObject({ pollsAnswered: 0, level: 'low' });
	});

	test('answers with an address do not belong to a namesake', () => {
		expect(book.of(NOBODY, 'ann', ALL, false).pollsAnswered).toBe(0);
	});

	test('anonymous answers belong to nobody', () => {
		expect(book.of(NOBODY, 'anonymous attendee', ALL, false).pollsAnswered).toBe(0);
	});

	test('who did not attend has no level, who did for a moment has one', () => {
		const absent = { attendedSeconds: 0, attendedPercent: 0 };
		expect(book.of(ANN, '', absent, false).level).toBe('unknown');
		expect(book.of(ANN, '', { attendedSeconds: 1, attendedPercent: 0 }, false).level).toBe('low');
	});
});

describe('what the platform gives', () => {
	test.each([
		['nothing was asked for', {}, ['duration'], 'unknown'],
		[
			'a session without polls, Q&A open',
			{ polls: [], qa: [], survey: [] },
			['duration', 'questions'],
			'low',
		],
		['Q&A off', { polls: [], survey: [] }, ['duration'], 'unknown'],
		[
			'polls only',
			{ polls: [{ ...poll('b@example.com', 'Bob', ['Role?', 'x']) }] },
			['duration', 'polls'],
			'low',
		],
	])('%s', (_, answers, basis, level) => {
		const quiet = new AnswerBook(answers).of(NOBODY, '', ALL, true);
		expect(quiet).toMatchObject({ basis, level, pollsAnswered: 0, surveyAnswered: false });
	});
});

test('a hundred thousand answers under one name are read in one go', () => {
	const entries = Array.from({ length: 100_000 }, (_, index) => ({
		...poll('', 'Guest', [`Question ${index}?`, 'x']),
	}));
	const before = process.cpuUsage();
	const guests = new AnswerBook({ polls: entries }).of(NOBODY, 'guest', ALL, false);
	expect(guests.pollsAnswered).toBe(100_000);
	// Copying the list for each entry took minutes.
	expect(process.cpuUsage(before).user).toBeLessThan(10_000_000);
});
