import { cleanLines, cut } from '../items/text';
import type { Figures } from './figures';
import type { ReplyFigures } from './polls';

/** How much of what people wrote is shown. What is left out is counted. */
export interface Bounds {
	/** Questions of polls and surveys, each, and answers per question. */
	replies: number;
	answers: number;
	/** Questions that people asked. */
	questions: number;
	sources: number;
	/** Characters of any text. */
	text: number;
}

/** An item stays small, so that thousands of executions of it can be kept. */
export const IN_ITEM: Bounds = { replies: 20, answers: 20, questions: 20, sources: 20, text: 300 };

/** The page has all of any webinar that was ever held, and still opens when somebody floods it. */
export const ON_PAGE: Bounds = {
	replies: 100,
	answers: 100,
	questions: 2000,
	sources: 100,
	text: 2000,
};

/** The same figures with no more text than that. */
export function bounded(figures: Figures, bounds: Bounds): Figures {
	const { polls, questions, surveys, sources } = figures;
	const text = (value: string): string => cut(cleanLines(value), bounds.text);
	const replies = (list: readonly ReplyFigures[]): ReplyFigures[] =>
		list.slice(0, bounds.replies).map(({ question, people, answers, answersNotShown }) => ({
			question: text(question),
			people,
			answers: answers
				.slice(0, bounds.answers)
				.map((one) => ({ ...one, answer: text(one.answer) })),
			answersNotShown: answersNotShown + Math.max(0, answers.length - bounds.answers),
		}));
	return {
		...figures,
		polls: replies(polls),
		surveys: surveys && replies(surveys),
		questions: questions && {
			...questions,
			list: questions.list.slice(0, bounds.questions).map((one) => ({
				question: text(one.question),
				answer: text(one.answer),
				askedBy: one.askedBy === null ? null : text(one.askedBy),
				askedAt: one.askedAt,
			})),
			notShown: questions.notShown + Math.max(0, questions.list.length - bounds.questions),
		},
		sources: sources.slice(0, bounds.sources).map((one) => ({ ...one, source: text(one.source) })),
	};
}
