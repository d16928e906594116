import type { Answer, AskedQuestion } from '../../shared/model/engagement';
import { attributeOf, childOf, childrenOf, flagOf, timeOf, type XmlElement } from '../xml/element';

/** Somebody of an event, as its report tells. */
export interface EventPerson {
	principalId: string;
	/** `view` = approved, `pending`, `denied`; `mini-host` and `host` are of the speakers. */
	permission: string;
	name: string;
	login: string;
	/** ISO 8601 UTC. */
	registeredAt: string | null;
	/** undefined = the report says something that nobody has published. */
	attended: boolean | undefined;
	/** Of all visits together; ISO 8601 UTC. */
	firstInTime: string | null;
	lastEndTime: string | null;
	/** Of all visits together; undefined when it is not told. */
	attendedSeconds: number | undefined;
	/** By the question's text. */
	registrationAnswers: Record<string, string>;
	polls: Answer[];
	questions: AskedQuestion[];
	files: string[];
}

export interface EventReport {
	people: EventPerson[];
	/** Polls that were held. */
	pollsHeld: number;
}

/**
 * Reads the report of an event. Its names have underscores, other than anywhere else in Adobe Connect.
 * https://helpx.adobe.com/adobe-connect/webservices/report-event-participants-complete-information.html
 */
export function readEventReport(results: XmlElement): EventReport {
	const polls = questionsOf(results, 'poll_questions');
	const registration = questionsOf(results, 'registration_questions');
	return {
		people: childrenOf(results, 'user_list', 'user').map((user) =>
			toPerson(user, polls, registration),
		),
		pollsHeld: polls.size,
	};
}

/** Texts by id. */
type Questions = ReadonlyMap<string, string>;

function questionsOf(results: XmlElement, list: string): Questions {
	return new Map(
		childrenOf(results, list, 'question').map((question) => [
			attributeOf(question, 'id'),
			attributeOf(question, 'description'),
		]),
	);
}

function toPerson(user: XmlElement, polls: Questions, registration: Questions): EventPerson {
	return {
		principalId: attributeOf(user, 'principal_id'),
		permission: attributeOf(user, 'permission_id').toLowerCase(),
		name: attributeOf(user, 'name'),
		login: attributeOf(user, 'login'),
		registeredAt: timeOf(user, 'registration_time'),
		attended: attendedOf(user),
		firstInTime: timeOf(user, 'first_in_time'),
		lastEndTime: timeOf(user, 'last_end_time'),
		attendedSeconds: secondsOf(attributeOf(user, 'duration')),
		registrationAnswers: Object.fromEntries(
			answersOf(user, 'registration_question_', registration),
		),
		polls: answersOf(user, 'poll_question_', polls).map(([question, answer]) => ({
			question,
			answer,
			answeredAt: null,
		})),
		questions: childOf(user, 'qa').children.map((question) => ({
			question: attributeOf(question, 'description'),
			answer: question.children.map((answer) => attributeOf(answer, 'description')).join('; '),
			askedAt: null,
		})),
		files: childOf(user, 'files_downloaded').children.map((file) => attributeOf(file, 'name')),
	};
}

function answersOf(
	user: XmlElement,
	prefix: string,
	questions: Questions,
): Array<[string, string]> {
	return [...questions].flatMap(([id, text]): Array<[string, string]> => {
		const answer = attributeOf(user, `${prefix}${id}`);
		return answer === '' ? [] : [[text || id, answer]];
	});
}

/** Adobe's page says that it is a number and not which. */
function attendedOf(user: XmlElement): boolean | undefined {
	const flag = flagOf(user, 'attendance_status');
	if (flag !== undefined) return flag;
	const text = attributeOf(user, 'attendance_status')
		.toLowerCase()
		.replace(/[\s_-]+/g, '');
	if (['attended', 'yes', 'completed', 'present'].includes(text)) return true;
	return ['notattended', 'no', 'absent', 'noshow', ''].includes(text) ? false : undefined;
}

/** `00:57:00`, `57:00` or a number of seconds. */
function secondsOf(text: string): number | undefined {
	if (!/^\d+(?::\d{1,2}){0,2}(?:\.\d+)?$/.test(text)) return undefined;
	return Math.round(text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0));
}
