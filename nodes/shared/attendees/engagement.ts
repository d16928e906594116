import type { Attendance } from '../model/attendance';
import type { Answer, AskedQuestion, Engagement, EngagementSignal } from '../model/engagement';
import { engagementLevel } from '../model/engagementLevel';

/** What one place tells of what a person did. */
export interface Interaction {
	polls: Answer[];
	questions: AskedQuestion[];
	surveys: Answer[];
	/** Where the platform tells who answered the survey and not what. */
	surveyAnswered?: boolean;
	/** Names of the files that were downloaded. */
	files?: string[];
}

/** What was there for people to do, as far as the platform tells. */
export interface Offered {
	pollsHeld: number;
	basis: EngagementSignal[];
}

/** A moment in a long webinar is 0.0 percent, and attendance all the same. */
type Stayed = Pick<Attendance, 'attendedSeconds' | 'attendedPercent'>;

/** What one person did, and the level that follows. */
export function engagementOf(
	told: readonly Interaction[],
	{ pollsHeld, basis }: Offered,
	{ attendedSeconds, attendedPercent }: Stayed,
	texts: boolean,
): Engagement {
	const polls = withoutRepeats(told.flatMap(({ polls: answers }) => answers));
	const questions = told.flatMap(({ questions: asked }) => asked);
	const surveys = told.flatMap(({ surveys: answers }) => answers);
	const filesDownloaded = new Set(told.flatMap(({ files = [] }) => files)).size;
	const did = {
		attendedPercent,
		pollsAnswered: polls.length,
		pollsHeld,
		questionsAsked: questions.length,
		chatMessages: 0,
		filesDownloaded,
		linksClicked: 0,
	};
	return {
		level: attendedSeconds > 0 ? engagementLevel(did, basis) : 'unknown',
		basis,
		pollsAnswered: polls.length,
		questionsAsked: questions.length,
		surveyAnswered: surveys.length > 0 || told.some(({ surveyAnswered }) => surveyAnswered),
		...(texts && { polls, questions, surveys }),
		...(basis.includes('files') && { filesDownloaded }),
	};
}

/** A poll that was launched again is answered again; the last answer stands. */
function withoutRepeats(answers: readonly Answer[]): Answer[] {
	return [...new Map(answers.map((answer) => [answer.question, answer])).values()];
}
