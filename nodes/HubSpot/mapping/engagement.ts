import type { EngagementPart } from '../../shared/items/person';
import type { SessionInput } from '../../shared/items/session';
import { cleanText, cut } from '../../shared/items/text';
import { asObjects, asText, type JsonObject } from '../../shared/transport/json';
import { shortHash } from './historyKey';
import { escapeHtml } from './html';

/** HubSpot keeps 65,536 characters of a note; some are left for what it adds itself. */
const MAX_BODY = 65_000;

const MAX_ANSWER = 5_000;

/** In the history: a note is about to be written, and may have been. Every record ID is greater. */
export const NOTE_DUE = '-';

/** The last line of a note, by which it is found again. */
export function noteMarker(historyKey: string): string {
	return `Webinar note ${shortHash(`note ${historyKey}`)}`;
}

/**
 * What somebody did in a webinar, as the HTML of a note: level and counts, then the polls, questions
 * and surveys as far as the item carries their texts and the note has room for them.
 * @param told `engagement` of the item
 */
export function engagementNote(
	part: EngagementPart,
	told: JsonObject,
	session: SessionInput,
	historyKey: string,
): string {
	const title = `Engagement in ${cut(session.topic, 200)}`;
	const marker = `<p>${noteMarker(historyKey)}</p>`;
	const figures = `Level: ${part.level}. Polls answered: ${part.polls}. Questions asked: ${part.questions}.`;
	let body = `<p><strong>${escapeHtml(title)}</strong></p><p>${escapeHtml(figures)}</p>`;
	const lines = [
		...linesOf('Poll', told.polls),
		...linesOf('Question', told.questions),
		...linesOf('Survey', told.surveys),
	];
	const room = MAX_BODY - marker.length - 100;
	for (const [index, line] of lines.entries()) {
		if (body.length + line.length > room) {
			body += `<p>… and ${lines.length - index} more</p>`;
			break;
		}
		body += line;
	}
	return body + marker;
}

/** Whether a note of HubSpot, which writes markup its own way, is the one of this webinar. */
export function isNoteOf(html: string, historyKey: string): boolean {
	return html.includes(noteMarker(historyKey));
}

function linesOf(label: string, rows: unknown): string[] {
	return asObjects(rows).map((row) => {
		const question = cut(cleanText(asText(row.question)), MAX_ANSWER);
		const answer = cut(cleanText(asText(row.answer)), MAX_ANSWER);
		const answered = answer === '' ? '' : `<br>${escapeHtml(answer)}`;
		return `<p>${label}: ${escapeHtml(question)}${answered}</p>`;
	});
}
