import { asNumber, asObjects, type JsonObject } from '../transport/json';
import { cleanText } from './text';
import { readTime } from './time';

/** In which way somebody took part in a session, besides staying. */
export type InteractionKind = 'poll' | 'question' | 'survey' | 'download' | 'link' | 'chat';

/** One thing that somebody did in a session, or how often they did such a thing. */
export interface Interaction {
	kind: InteractionKind;
	/** The question of a poll or a survey, or the person's own; empty where the platform only counts. */
	text: string;
	/** Empty where there is none. */
	answer: string;
	/** 1 where the text is told, else how many there were. */
	count: number;
	/** ISO 8601 UTC, null where the platform does not tell. */
	at: string | null;
}

/**
 * What an item of *Get attendees* tells of a person's polls, questions, surveys, downloads, links and
 * chat: one entry per answer where the item carries the texts, else one per kind with the number.
 * Nothing in it is trusted; whatever cannot be read is left out.
 * @param engagement member of the item
 */
export function readInteractions(engagement: JsonObject): Interaction[] {
	const { polls, questions, surveys, pollsAnswered, questionsAsked, surveyAnswered } = engagement;
	return [
		...toldOr('poll', polls, count(pollsAnswered)),
		...toldOr('question', questions, count(questionsAsked)),
		...toldOr('survey', surveys, surveyAnswered === true ? 1 : 0),
		...counted('download', count(engagement.filesDownloaded)),
		...counted('link', count(engagement.linksClicked)),
		...counted('chat', count(engagement.chatMessages)),
	];
}

function toldOr(kind: InteractionKind, rows: unknown, number: number): Interaction[] {
	const told = asObjects(rows).flatMap((row) => {
		const text = cleanText(row.question);
		const answer = cleanText(row.answer);
		const at = readTime(row.answeredAt ?? row.askedAt) ?? null;
		return text === '' && answer === '' ? [] : [{ kind, text, answer, count: 1, at }];
	});
	return told.length > 0 ? told : counted(kind, number);
}

function counted(kind: InteractionKind, number: number): Interaction[] {
	return number > 0 ? [{ kind, text: '', answer: '', count: number, at: null }] : [];
}

function count(value: unknown): number {
	return Math.max(0, Math.round(asNumber(value) ?? 0));
}
