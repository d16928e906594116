import type { Part } from './parts';
import type { Random } from './random';
import type { Frame } from './presence';

export interface Interactivity {
	/** How many polls the host launched. */
	polls: number;
	questionAndAnswer: boolean;
	survey: boolean;
}

function share(part: Part, frame: Frame): number {
	const stayed = part.person.presence.reduce(
		(sum, { from, to }) => sum + Date.parse(to) - Date.parse(from),
		0,
	);
	return stayed / (frame.end - frame.start);
}

/**
 * Decides who answered polls, asked questions and filled in the survey. Callers have no screen; a
 * borrowed link's owner was not there to answer. The first who stayed to the end does everything,
 * so that each poll has an answer and the highest level of engagement is in every story.
 */
export function engage(random: Random, parts: Part[], frame: Frame, what: Interactivity): void {
	const able = parts.filter(
		({ person, identifiedBy }) =>
			person.presence.length > 0 &&
			identifiedBy !== 'borrowedLink' &&
			['registrant', 'unregisteredGuest', 'anonymousGuest'].includes(person.kind),
	);
	for (const { person } of able) {
		const eager = random.chance(0.3);
		person.pollsAnswered = eager ? what.polls : random.int(0, what.polls);
		if (what.questionAndAnswer && random.chance(0.2)) person.questionsAsked = random.int(1, 3);
		person.surveyAnswered = what.survey && random.chance(0.25);
	}
	const champion = able.find((part) => part.person.email && share(part, frame) >= 0.9);
	if (!champion) return;
	champion.person.pollsAnswered = what.polls;
	champion.person.questionsAsked = what.questionAndAnswer ? 2 : 0;
	champion.person.surveyAnswered = what.survey;
}
