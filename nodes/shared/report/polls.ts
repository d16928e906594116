import type { Reply, Said } from '../attendees/said';
import { percentOf } from '../model/intervals';

/** What one question of a poll or a survey came to. */
export type ReplyFigures = {
	question: string;
	/** Who answered; anonymous answers count as one person each. */
	people: number;
	/** The most frequent answer first. */
	answers: AnswerFigures[];
	/** Further different answers that are not listed. */
	answersNotShown: number;
};

export type AnswerFigures = {
	answer: string;
	/** People who gave it. Where several may be chosen, the counts are more than the people. */
	count: number;
	/** 0–100 with one decimal, of those who answered the question. */
	percent: number;
};

/** What can be replied to, in the order in which it was first answered. */
export function repliesOf(
	said: readonly Said[],
	of: (one: Said) => readonly Reply[],
): ReplyFigures[] {
	const counts = new Map<string, { people: number; answers: Map<string, number> }>();
	for (const { question, answers } of said.flatMap((one) => of(one))) {
		const given = new Set(answers.filter((answer) => answer !== ''));
		if (given.size === 0) continue;
		const known = counts.get(question) ?? { people: 0, answers: new Map<string, number>() };
		counts.set(question, known);
		known.people += 1;
		for (const answer of given) known.answers.set(answer, (known.answers.get(answer) ?? 0) + 1);
	}
	return [...counts].map(([question, { people, answers }]) => ({
		question,
		people,
		answers: [...answers]
			.map(([answer, count]) => ({ answer, count, percent: percentOf(count, people) }))
			.sort((one, other) => other.count - one.count),
		answersNotShown: 0,
	}));
}
