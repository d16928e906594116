import type { Call } from '../http/router';
import { listed } from '../http/rows';
import { element, textElement, type Element } from '../http/xml';
import type { AdobeState } from '../state/adobeState';
import type { AdobePoll, AdobeRoom } from '../world';
import { reportedRoom } from './attendance';

type PollAnswer = AdobePoll['answers'][number];

/** A row per answer of a poll. */
export function reportQuizInteractions(state: AdobeState, call: Call): Element[] {
	const room = reportedRoom(state, call);
	const rows = rowsOf(state, room).map(({ poll, answer, response, displaySeq }) =>
		element(
			'row',
			{
				'display-seq': displaySeq,
				'transcript-id': answer.transcriptId,
				'interaction-id': poll.interactionId,
				'sco-id': room?.id,
				score: 0,
			},
			[
				textElement('name', answer.name),
				textElement('sco-name', room?.name),
				textElement('date-created', state.date(answer.at)),
				textElement('description', poll.question),
				textElement('response', response),
			],
		),
	);
	return [element('report-quiz-interactions', {}, listed(state, call.params, rows))];
}

/** Who said what; people without an account have no principal. */
export function reportQuizQuestionResponse(state: AdobeState, call: Call): Element[] {
	const rows = rowsOf(state, reportedRoom(state, call)).map(({ poll, answer, response }) =>
		element('row', { 'principal-id': answer.principalId, 'interaction-id': poll.interactionId }, [
			textElement('user-name', answer.name),
			textElement('response', response),
			textElement('date-created', state.date(answer.at)),
		]),
	);
	return [element('report-quiz-question-response', {}, listed(state, call.params, rows))];
}

/** A row per poll. */
export function reportQuizQuestionDistribution(state: AdobeState, call: Call): Element[] {
	const polls = reportedRoom(state, call)?.polls ?? [];
	const rows = polls.map(({ interactionId, question, answers }, index) =>
		element(
			'row',
			{
				'display-seq': index + 1,
				'interaction-id': interactionId,
				'num-correct': 0,
				'num-incorrect': 0,
				'total-responses': answers.length,
				'percentage-correct': 0,
				score: 0,
			},
			[textElement('name', 'Poll'), textElement('description', question)],
		),
	);
	return [element('report-quiz-question-distribution', {}, listed(state, call.params, rows))];
}

interface AnswerRow {
	poll: AdobePoll;
	answer: PollAnswer;
	response: string;
	displaySeq: number;
}

function rowsOf(state: AdobeState, room: AdobeRoom | undefined): AnswerRow[] {
	return (room?.polls ?? []).flatMap((poll, index) =>
		poll.answers.flatMap((answer) =>
			responsesOf(state, answer).map((response) => ({
				poll,
				answer,
				response,
				displaySeq: index + 1,
			})),
		),
	);
}

/** Several choices come as rows of their own, or in one. */
function responsesOf({ unsure }: AdobeState, { responses }: PollAnswer): string[] {
	return unsure.multipleAnswers === 'rows' ? responses : [responses.join(', ')];
}
