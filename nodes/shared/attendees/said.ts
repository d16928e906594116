import type { AskedQuestion } from '../model/engagement';

/** What somebody answered to one question of a poll or a survey. */
export interface Reply {
	question: string;
	/** One, or several where the question allows it. */
	answers: string[];
}

/**
 * What one voice said in a session. The people's own items leave out what belongs to nobody; the
 * results of a poll do not.
 */
export interface Said {
	/** Both are empty of anonymous people. */
	email: string;
	name: string;
	/** One entry per question: whoever answered again has changed their mind. */
	polls: Reply[];
	questions: AskedQuestion[];
	surveys: Reply[];
}

/** The last reply to each question, in the order in which the questions came first. */
export function lastReplies(replies: readonly Reply[]): Reply[] {
	return [...new Map(replies.map((reply) => [reply.question, reply])).values()];
}
