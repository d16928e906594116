import { comparableName } from '../../shared/attendees/names';
import { lastReplies, type Reply, type Said } from '../../shared/attendees/said';
import type { JoinRow } from '../../shared/attendees/stays';
import { normaliseEmail } from '../../shared/model/email';
import { attributeOf, childOf, timeOf, type XmlElement } from '../xml/element';
import type { EventReport } from './eventReport';

/** What people did in one session, from whatever place tells it. */
export interface SessionAnswers {
	/** Of the event, where it is about this session alone. */
	report?: EventReport;
	/** Rows of report-quiz-interactions of this session. */
	polls?: readonly XmlElement[];
	/** transcript-id of the stays with an answered survey. */
	surveyed: ReadonlySet<string>;
}

/**
 * What was said in a session, by voice. The room's report has the polls of everybody, so where it was
 * read those of the event's report would count twice. What a survey was answered with, nobody tells.
 * @param rows the stays, by which the answers of somebody who came back are one voice's
 */
export function saidIn({ report, polls = [] }: SessionAnswers, rows: readonly JoinRow[]): Said[] {
	const ofRoom = [...pollsByVoice(polls, rows).values()];
	const ofEvent = (report?.people ?? []).map((person) => ({
		email: normaliseEmail(person.login.includes('@') ? person.login : ''),
		name: person.name,
		polls: ofRoom.length > 0 ? [] : person.polls.map(toReply),
		questions: person.questions,
		surveys: [],
	}));
	return [...ofRoom, ...ofEvent].filter((said) => said.polls.length + said.questions.length > 0);
}

function toReply({ question, answer }: { question: string; answer: string }): Reply {
	return { question, answers: [answer] };
}

/** A poll of several choices comes as a row per choice, all of one moment. */
function pollsByVoice(polls: readonly XmlElement[], rows: readonly JoinRow[]): Map<string, Said> {
	const ofStay = new Map(rows.map((row) => [row.joinId, row]));
	const voices = new Map<string, Said>();
	const replies = new Map<string, Reply>();
	for (const poll of polls) {
		const joinId = attributeOf(poll, 'transcript-id');
		const name = childOf(poll, 'name').text.trim();
		const stay = ofStay.get(joinId);
		const key = stay?.registrantId || joinId || comparableName(name);
		const voice = voices.get(key) ?? {
			...{ email: stay?.email ?? '', name: name || (stay?.name ?? '') },
			...{ polls: [], questions: [], surveys: [] },
		};
		voices.set(key, voice);
		const question = childOf(poll, 'description').text;
		const moment = JSON.stringify([key, question, timeOf(poll, 'date-created')]);
		const reply = replies.get(moment) ?? { question, answers: [] };
		if (!replies.has(moment)) voice.polls.push(reply);
		replies.set(moment, reply);
		reply.answers.push(childOf(poll, 'response').text);
	}
	for (const voice of voices.values()) voice.polls = lastReplies(voice.polls);
	return voices;
}
