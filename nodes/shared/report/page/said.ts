import type { Figures } from '../figures';
import type { ReplyFigures } from '../polls';
import type { QuestionFigures } from '../questions';
import { barsOf } from './bars';
import { html, theirs, type Html } from './html';
import { counted, type Clock } from './words';

/** Polls or surveys: each question with how often each answer was given. */
export function repliesOf(replies: readonly ReplyFigures[]): Html {
	return html`${replies.map(
		({ question, people, answers, answersNotShown }) =>
			html`<section class="poll">
				<h3>${theirs(question || 'Without a text')}</h3>
				<p class="muted small">${counted(people, 'person', 'people')} answered</p>
				${barsOf(answers.map(({ answer, count, percent }) => ({ label: answer, value: count, share: percent })))}
				${answersNotShown > 0 && html`<p class="muted small">And ${counted(answersNotShown, 'other answer', 'other answers')}.</p>`}
			</section>`,
	)}`;
}

/** What people asked and what was answered. */
export function questionsOf(
	questions: NonNullable<Figures['questions']>,
	clock: Clock,
): Html | null {
	const { list, notShown } = questions;
	if (list.length === 0) return null;
	return html`<ol class="questions">
			${list.map((one) => questionOf(one, clock))}
		</ol>
		${notShown > 0 && html`<p class="muted small">And ${counted(notShown, 'further question', 'further questions')}.</p>`}`;
}

function questionOf({ question, answer, askedBy, askedAt }: QuestionFigures, clock: Clock): Html {
	const when = askedAt !== null && html`<time datetime="${askedAt}">${clock.time(askedAt)}</time>`;
	const who = askedBy !== null && theirs(askedBy);
	return html`<li>
		<p class="asked">${theirs(question)}</p>
		<p class="muted small">${who}${who !== false && when !== false && ' · '}${when}</p>
		${answer.trim() === '' ? html`<p class="muted small">Not answered in writing</p>` : html`<p class="answered">${theirs(answer)}</p>`}
	</li>`;
}
