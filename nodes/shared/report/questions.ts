import type { Said } from '../attendees/said';

/** A question that somebody asked, and what was answered. */
export type QuestionFigures = {
	question: string;
	/** Empty while nobody has answered. */
	answer: string;
	/** Name, else address; null of anonymous people, and where nobody is to be named. */
	askedBy: string | null;
	/** ISO 8601 UTC, null when the platform does not tell. */
	askedAt: string | null;
};

export type QuestionsFigures = {
	asked: number;
	answered: number;
	/** Who asked; anonymous questions count as one person each time that the platform lists one. */
	people: number;
	/** In the order in which they were asked, as far as that is told. */
	list: QuestionFigures[];
	notShown: number;
};

/** @param named whether it may be said who asked */
export function questionsOf(said: readonly Said[], named: boolean): QuestionsFigures {
	const list = said.flatMap(({ name, email, questions }) =>
		questions.map(({ question, answer, askedAt }) => ({
			question,
			answer,
			askedBy: named ? name || email || null : null,
			askedAt,
		})),
	);
	return {
		asked: list.length,
		answered: list.filter(({ answer }) => answer.trim() !== '').length,
		people: said.filter(({ questions }) => questions.length > 0).length,
		list: list.sort((one, other) => momentOf(one) - momentOf(other)),
		notShown: 0,
	};
}

/** Those without a moment come last, and stay in their order. */
function momentOf({ askedAt }: QuestionFigures): number {
	return askedAt === null ? Number.MAX_SAFE_INTEGER : Date.parse(askedAt);
}
