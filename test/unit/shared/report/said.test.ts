import fc from 'fast-check';

import { lastReplies, type Said } from '../../../../nodes/shared/attendees/said';
import { bounded, IN_ITEM } from '../../../../nodes/shared/report/bounded';
import { repliesOf } from '../../../../nodes/shared/report/polls';
import { questionsOf } from '../../../../nodes/shared/report/questions';
import { figures, hostile } from './samples';

const voice = (changes: Partial<Said> = {}): Said => ({
	...{ email: '', name: '', polls: [], questions: [], surveys: [] },
	...changes,
});
const polled = (...answers: string[]): Said => voice({ polls: [{ question: 'Which?', answers }] });
const asked = (question: string, changes: Partial<Said> = {}, askedAt: string | null = null) =>
	voice({ questions: [{ question, answer: '', askedAt }], ...changes });

describe('replies to a question', () => {
	test('are counted by answer, the most frequent first, several choices each', () => {
		const found = repliesOf(
			[polled('A', 'B'), polled('B'), polled('B', 'B')],
			({ polls }) => polls,
		);
		expect(found).toEqual([
			{
				...{ question: 'Which?', people: 3, answersNotShown: 0 },
				answers: [
					{ answer: 'B', count: 3, percent: 100 },
					{ answer: 'A', count: 1, percent: 33.3 },
				],
			},
		]);
	});

	test('of whoever answered nothing count for nothing', () => {
		expect(repliesOf([polled(), polled('')], ({ polls }) => polls)).toEqual([]);
	});

	test('never count more for an answer than people answered, and for single choices exactly those', () => {
		const voices = fc.array(
			fc.record({
				question: fc.constantFrom('One?', 'Two?'),
				answer: fc.constantFrom('a', 'b', 'c'),
			}),
			{ maxLength: 30 },
		);
		fc.assert(
			fc.property(voices, (list) => {
				const said = list.map(({ question, answer }) =>
					voice({ polls: [{ question, answers: [answer] }] }),
				);
				const found = repliesOf(said, ({ polls }) => polls);
				expect(found.reduce((sum, { people }) => sum + people, 0)).toBe(list.length);
				for (const { people, answers } of found) {
					expect(answers.reduce((sum, { count }) => sum + count, 0)).toBe(people);
				}
			}),
		);
	});

	test('are the last ones of whoever changed their mind', () => {
		const first = { question: 'Which?', answers: ['A'] };
		const other = { question: 'When?', answers: ['Now'] };
		const last = { question: 'Which?', answers: ['B'] };
		expect(lastReplies([first, other, last])).toEqual([last, other]);
	});
});

describe('questions', () => {
	test('come in the order in which they were asked, with who asked', () => {
		const said = [
			asked('Untold?', { name: 'Ann', email: 'ann@example.com' }),
			asked('Late?', { email: 'bob@example.com' }, '2026-10-14T14:40:00Z'),
			asked('Early?', {}, '2026-10-14T14:10:00Z'),
		];
		const { list, ...counts } = questionsOf(said, true);
		expect(list.map(({ question, askedBy }) => [question, askedBy])).toEqual([
			['Early?', null],
			['Late?', 'bob@example.com'],
			['Untold?', 'Ann'],
		]);
		expect(counts).toEqual({ asked: 3, answered: 0, people: 3, notShown: 0 });
	});

	test('name nobody where nobody is to be named', () => {
		const said = [asked('Why?', { name: 'Ann', email: 'ann@example.com' })];
		expect(JSON.stringify(questionsOf(said, false))).not.toMatch(/ann/i);
	});
});

test('an item holds a bounded part of whatever was said, and counts what it leaves out', () => {
	const said = Array.from({ length: 300 }, (_, index) => ({
		...asked(`Question ${index} ${'x'.repeat(5000)}`, { name: 'y'.repeat(5000) }),
		polls: Array.from({ length: 30 }, (__, poll) => ({
			question: `Poll ${poll} ${'z'.repeat(5000)}`,
			answers: [`Answer ${index} ${'😀'.repeat(5000)}`],
		})),
	}));
	const full = figures({ people: [], said });
	const small = bounded(full, IN_ITEM);
	expect(small.questions).toMatchObject({ asked: 300, notShown: 280 });
	expect(small.questions?.list).toHaveLength(20);
	expect(small.polls).toHaveLength(20);
	expect(small.polls[0]).toMatchObject({ people: 300, answersNotShown: 280 });
	expect(JSON.stringify(small).length).toBeLessThan(400_000);
	expect(full.questions?.list).toHaveLength(300);
});

test('texts in an item are whole characters on whole lines', () => {
	fc.assert(
		fc.property(hostile, (text) => {
			const said = [asked(text, { name: text })];
			const [one] = bounded(figures({ people: [], said }), IN_ITEM).questions!.list;
			expect(one!.question).not.toMatch(/\p{Cs}/u);
			expect(one!.question).not.toMatch(/[^\P{Cc}\n]/u);
		}),
	);
});
