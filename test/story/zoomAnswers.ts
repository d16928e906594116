import type { ZoomPersonAnswers, ZoomPersonQuestions, ZoomSession } from '../sandbox/world';
import { fullName } from './names';
import type { Draft, Part } from './parts';
import type { Random } from './random';
import { iso, MINUTE } from './time';

export const POLLS = [
	'How did you hear of us?',
	'Which team are you in?',
	'Shall we do this again?',
];
export const CHOICES = ['Yes', 'No', 'Both; really', 'I do not know'];
const SURVEY = ['How was the webinar?', 'May we write to you?'];
export const QUESTIONS = ['Will there be a recording?', 'What does it cost?', 'Is there an API?'];
const STATUSES = ['answered', 'open', 'dismissed'] as const;

/** What Zoom's poll, Q&A and survey reports hold; anonymous entries count for nobody. */
export function answers(
	random: Random,
	draft: Draft,
	questionAndAnswer: boolean,
): Pick<ZoomSession, 'polls' | 'qa' | 'survey'> {
	const people = random.shuffle(draft.parts);
	const asked = POLLS.slice(0, draft.pollCount);
	const at = iso(draft.frame.start + 20 * MINUTE);
	const polls = people
		.filter(({ person }) => person.pollsAnswered > 0)
		.map((part) => entry(random, part, asked.slice(0, part.person.pollsAnswered), at, 'poll'));
	const survey = people
		.filter(({ person }) => person.surveyAnswered)
		.map((part) => entry(random, part, SURVEY, iso(draft.frame.end), 'survey'));
	const qa = people
		.filter(({ person }) => person.questionsAsked > 0)
		.map((part) => questions(random, part, at));
	if (polls.length > 0) polls.push(anonymous(asked, at, 'poll'));
	if (survey.length > 0) survey.push(anonymous(SURVEY, at, 'survey'));
	if (questionAndAnswer && qa.length > 0) {
		const open = question(QUESTIONS[0], 'anonymous-1', at, 'open');
		qa.push({ user_id: '', email: '', name: 'Anonymous Attendee', questions: [open] });
	}
	return { polls, qa, survey };
}

/** Most entries carry the e-mail, as typed; some the name alone, which is unique in the story. */
function signature(random: Random, { person, identity }: Part): { email: string; name: string } {
	const byName = person.email === '' || (person.kind === 'registrant' && random.chance(0.1));
	return { email: byName ? '' : person.typedEmail, name: fullName(identity) };
}

function entry(
	random: Random,
	part: Part,
	asked: readonly string[],
	at: string,
	id: string,
): ZoomPersonAnswers {
	return {
		...signature(random, part),
		first_name: part.identity.firstName,
		last_name: part.identity.lastName,
		answers: asked.map((text, index) => ({
			question: text,
			answer: random.pick(CHOICES),
			date_time: at,
			polling_id: `${id}-${index + 1}`,
		})),
	};
}

function anonymous(asked: readonly string[], at: string, id: string): ZoomPersonAnswers {
	return {
		email: '',
		name: 'Anonymous Attendee',
		first_name: '',
		last_name: '',
		answers: asked.map((text, index) => ({
			question: text,
			answer: 'No',
			date_time: at,
			polling_id: `${id}-${index + 1}`,
		})),
	};
}

function questions(random: Random, part: Part, at: string): ZoomPersonQuestions {
	const texts = QUESTIONS.slice(0, part.person.questionsAsked);
	return {
		user_id: '',
		...signature(random, part),
		questions: texts.map((text, index) =>
			question(text, `${part.person.key}-${index + 1}`, at, random.pick(STATUSES)),
		),
	};
}

function question(
	text: string,
	id: string,
	at: string,
	status: (typeof STATUSES)[number],
): ZoomPersonQuestions['questions'][number] {
	const answer = status === 'answered' ? 'Yes, tomorrow.' : '';
	return { question: text, question_id: id, create_time: at, question_status: status, answer };
}
