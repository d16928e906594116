import { denied } from '../http/errors';
import { clockOf } from '../http/dates';
import { actorOf, type Call } from '../http/router';
import { element, type Element } from '../http/xml';
import type { AdobeState } from '../state/adobeState';
import { manageable } from '../state/rights';
import type { AdobeAskedQuestion, AdobeHeldSession, AdobePoll, AdobeRegistrant } from '../world';
import { liveVisits, recordedVisit, roomOf, sessionsOf, type Visit } from './attendance';

/** By principal id. */
interface Parts {
	visits: Map<string, Visit>;
	/** Poll's interaction id and answer. */
	polls: Map<string, Array<[string, string]>>;
	questions: Map<string, AdobeAskedQuestion[]>;
	files: Map<string, string[]>;
}

/**
 * Everything about everybody who has registered, in one answer; it cannot be filtered or paged, and its attributes
 * are written with underscores.
 * https://helpx.adobe.com/adobe-connect/webservices/report-event-participants-complete-information.html
 */
export function completeReport(state: AdobeState, call: Call): Element[] {
	const { body } = manageable(state, actorOf(call), call.params.id('sco-id'));
	if (body.kind !== 'event') throw denied();
	const { event } = body;
	const sessions = sessionsOf(state, event);
	const transcripts = new Set(
		sessions.flatMap(({ stays }) => stays.map(({ transcriptId }) => transcriptId)),
	);
	const polls = (roomOf(state, event)?.polls ?? []).filter(({ answers }) =>
		answers.some(({ transcriptId }) => transcripts.has(transcriptId)),
	);
	const parts = partsOf(liveVisits(state, event), sessions, polls);
	const question = (id: string, description: string) => element('question', { id, description });
	return [
		element(
			'poll_questions',
			{},
			polls.map((poll) => question(poll.interactionId, poll.question)),
		),
		element(
			'registration_questions',
			{},
			event.questions.map(({ id, description }) => question(id, description)),
		),
		element(
			'user_list',
			{},
			event.registrants.map((one) => userElement(state, one, parts)),
		),
	];
}

function partsOf(
	visits: Parts['visits'],
	sessions: readonly AdobeHeldSession[],
	polls: readonly AdobePoll[],
): Parts {
	const parts: Parts = { visits, polls: new Map(), questions: new Map(), files: new Map() };
	for (const { interactionId, answers } of polls) {
		for (const { principalId, responses } of answers) {
			add(parts.polls, principalId, [interactionId, responses.join(', ')]);
		}
	}
	for (const { questions = [], downloads = [] } of sessions) {
		for (const asked of questions) add(parts.questions, asked.principalId, asked);
		for (const { principalId, file } of downloads) add(parts.files, principalId, file);
	}
	return parts;
}

function add<T>(map: Map<string, T[]>, principalId: string | undefined, value: T): void {
	if (principalId === undefined) return;
	const own = map.get(principalId) ?? [];
	own.push(value);
	map.set(principalId, own);
}

function userElement(state: AdobeState, registrant: AdobeRegistrant, parts: Parts): Element {
	const { principalId, permission, registeredAt, answers, isLead } = registrant;
	const principal = state.principals.get(principalId);
	const visit = parts.visits.get(principalId) ?? recordedVisit(registrant);
	const { attended, absent } = state.unsure.attendanceStatus;
	return element(
		'user',
		{
			principal_id: principalId,
			permission_id: permission,
			name: state.nameOf(principalId),
			login: principal?.login ?? '',
			registration_time: state.date(registeredAt),
			attendance_status: visit ? attended : absent,
			first_in_time: visit ? state.date(visit.begin) : '',
			last_end_time: state.optionalDate(visit?.end) ?? '',
			duration: visit ? clockOf(visit.milliseconds) : '',
			isLead: isLead ?? false,
			...named('registration_question', Object.entries(answers)),
			...named('poll_question', parts.polls.get(principalId) ?? []),
		},
		[questions(parts, principalId), files(parts, principalId)],
	);
}

function named(prefix: string, entries: Array<[string, string]>): Record<string, string> {
	return Object.fromEntries(entries.map(([id, value]) => [`${prefix}_${id}`, value]));
}

function questions(parts: Parts, principalId: string): Element | undefined {
	const asked = parts.questions.get(principalId) ?? [];
	if (asked.length === 0) return undefined;
	return element(
		'qa',
		{},
		asked.map(({ question, answer }, index) =>
			element(`question${index + 1}`, { description: question }, [
				answer === undefined ? undefined : element('answer1', { description: answer }),
			]),
		),
	);
}

function files(parts: Parts, principalId: string): Element | undefined {
	const taken = parts.files.get(principalId) ?? [];
	if (taken.length === 0) return undefined;
	return element(
		'files_downloaded',
		{},
		taken.map((file, index) => element(`file${index + 1}`, { name: file })),
	);
}
