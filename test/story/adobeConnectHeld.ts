import type { AdobeHeldSession, AdobePoll, AdobeStay } from '../sandbox/adobeConnect/world';
import type { AdobePeople } from './adobeConnectPeople';
import type { StoryPerson, StorySession } from './contract';
import { fullName } from './names';
import type { Random } from './random';
import { iso, MINUTE } from './time';
import { CHOICES, POLLS, QUESTIONS } from './zoomAnswers';

const FIRST_POLL = 800_001;

/** What a room holds of one session of the story. */
export interface Held {
	held: AdobeHeldSession[];
	polls: AdobePoll[];
}

/** Who was in the room, what they answered and asked. Nothing for a session that never started. */
export function heldSession(
	people: AdobePeople,
	random: Random,
	session: StorySession,
	assetId: string,
): Held {
	if (session.sessionUuid === '') return { held: [], polls: [] };
	const stays = session.people.map((person, index) => ({
		person,
		stays: staysOf(people, person, `${assetId}${String(index + 1).padStart(5, '0')}`),
	}));
	return {
		held: [
			{
				assetId,
				version: 1,
				begin: session.startTime,
				end: session.endTime,
				stays: random.shuffle(stays.flatMap((each) => each.stays)),
				questions: stays.flatMap(({ person, stays: own }) => questionsOf(random, person, own)),
			},
		],
		polls: pollsOf(random, session, stays),
	};
}

interface Present {
	person: StoryPerson;
	stays: AdobeStay[];
}

/** One row per join; some people are there with two devices for a while. */
function staysOf(people: AdobePeople, person: StoryPerson, number: string): AdobeStay[] {
	const principal = people.of(person);
	const shared = {
		name: fullName(person),
		...(principal === undefined ? {} : { principalId: principal.id }),
		...roleOf(person),
	};
	const hasTwoDevices = Number(number) % 7 === 3;
	const joins = person.presence.flatMap(({ from, to }) =>
		hasTwoDevices ? twoDevices(from, to) : [{ begin: from, end: to }],
	);
	return joins.map((join, index) => ({
		...shared,
		...join,
		transcriptId: `${number}${String(index + 1).padStart(2, '0')}`,
	}));
}

/** Two joins that overlap; together they are exactly the stay. */
function twoDevices(from: string, to: string): Array<{ begin: string; end: string }> {
	const [start, end] = [Date.parse(from), Date.parse(to)];
	const third = Math.floor((end - start) / 3000) * 1000;
	return [
		{ begin: from, end: iso(end - third) },
		{ begin: iso(start + third), end: to },
	];
}

function roleOf({ kind }: StoryPerson): Pick<AdobeStay, 'role'> {
	if (kind === 'host') return { role: 'host' };
	return kind === 'panelist' ? { role: 'mini-host' } : {};
}

function questionsOf(random: Random, person: StoryPerson, [stay]: AdobeStay[]) {
	return QUESTIONS.slice(0, stay ? person.questionsAsked : 0).map((question) => ({
		...signature(stay),
		question,
		...(random.chance(0.5) ? { answer: 'Yes, tomorrow.' } : {}),
	}));
}

function pollsOf(random: Random, session: StorySession, present: readonly Present[]): AdobePoll[] {
	const at = iso(Date.parse(session.startTime) + 20 * MINUTE);
	return POLLS.slice(0, session.pollCount).map((question, index) => ({
		interactionId: String(FIRST_POLL + index + (session.webinarId % 100) * 10),
		question,
		answers: present
			.filter(({ person, stays }) => person.pollsAnswered > index && stays.length > 0)
			.map(({ stays: [stay] }) => ({
				...signature(stay),
				transcriptId: stay.transcriptId,
				responses: [random.pick(CHOICES)],
				at,
			})),
	}));
}

function signature({ principalId, name }: AdobeStay): Pick<AdobeStay, 'principalId' | 'name'> {
	return { name, ...(principalId === undefined ? {} : { principalId }) };
}
