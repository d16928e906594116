import { comparableName } from '../../shared/attendees/names';
import { lastReplies, type Reply, type Said } from '../../shared/attendees/said';
import { normaliseEmail } from '../../shared/model/email';
import type { AskedQuestion } from '../../shared/model/engagement';
import { asIsoTime, asObjects, asText, type JsonObject } from '../../shared/transport/json';

/** The three reports of a session; undefined = Zoom does not give it. */
export interface SessionAnswers {
	polls?: JsonObject[];
	qa?: JsonObject[];
	survey?: JsonObject[];
}

/** Zoom joins several answers with a semicolon; one that a blank follows is part of an answer. */
const BETWEEN_ANSWERS = /;(?!\s)/;

/** Whether nobody can be told from an entry of the reports: anonymous answers belong to nobody. */
export function isAnonymous({ email, name }: JsonObject): boolean {
	const named = comparableName(asText(name));
	return normaliseEmail(email) === '' && (named === '' || named === 'anonymous attendee');
}

/**
 * What was said in a session, by voice. A person has an entry per report and perhaps several; the
 * address unites them. People without an address may share a name, so each entry stands for itself.
 */
export function saidIn({ polls = [], qa = [], survey = [] }: SessionAnswers): Said[] {
	const byEmail = new Map<string, Said>();
	const said: Said[] = [];
	const voiceOf = (entry: JsonObject): Said => {
		const email = normaliseEmail(entry.email);
		const known = byEmail.get(email);
		if (known !== undefined) return known;
		const name = isAnonymous(entry) ? '' : asText(entry.name).trim();
		const voice: Said = { email, name, polls: [], questions: [], surveys: [] };
		if (email !== '') byEmail.set(email, voice);
		said.push(voice);
		return voice;
	};
	for (const entry of polls) append(voiceOf(entry).polls, repliesOf(entry.question_details));
	for (const entry of qa) {
		append(voiceOf(entry).questions, asObjects(entry.question_details).map(toQuestion));
	}
	for (const entry of survey) append(voiceOf(entry).surveys, repliesOf(entry.answer_details));
	// One anonymous entry may hold the answers of many; nobody can tell who changed their mind.
	return said.map((voice) =>
		voice.email === '' && voice.name === ''
			? voice
			: { ...voice, polls: lastReplies(voice.polls), surveys: lastReplies(voice.surveys) },
	);
}

export function toQuestion(row: JsonObject): AskedQuestion {
	return {
		question: asText(row.question),
		answer:
			asText(row.answer) ||
			asObjects(row.answer_details)
				.map(({ content }) => asText(content))
				.join('; '),
		askedAt: asIsoTime(row.create_time),
	};
}

/** In place: one entry may hold answers by the thousand. */
function append<T>(list: T[], rows: readonly T[]): void {
	for (const row of rows) list.push(row);
}

function repliesOf(rows: unknown): Reply[] {
	return asObjects(rows).map((row) => ({
		question: asText(row.question),
		answers: asText(row.answer)
			.split(BETWEEN_ANSWERS)
			.map((answer) => answer.trim())
			.filter((answer) => answer !== ''),
	}));
}
