import type { MarketoLeadState } from '../sandbox/marketo/world';
import type { StoryPerson, StorySession } from '../story/contract';
import { expectedAttendees, hasRun } from './attendees';
import { attended } from './numbers';

/** What is true of Marketo before *Sync attendance* runs. */
export interface MarketoRules {
	/** As they were: several people may share an address. */
	leads: readonly MarketoLeadState[];
	/** Personal links of the platform, by the ID of the registration. */
	joinLinks: ReadonlyMap<string, string>;
	/** Whether the items carried the texts of answers; else there is one activity per kind, with the number. */
	texts: boolean;
}

export interface ExpectedMarketoMember {
	key: string;
	email: string;
	statusName: 'Attended' | 'No Show';
	/** null = nobody has told one. */
	webinarUrl: string | null;
	registrationCode: string | null;
	/** By kind: how many interactions the person's activities tell of; kinds without any are left out. */
	interactions: Record<string, number>;
	/** Custom activities that tell of them. */
	activities: number;
}

export interface MarketoExpectation {
	members: ExpectedMarketoMember[];
	/** Address or key -> why the person is not written. */
	leftOut: Map<string, 'noEmail' | 'invalidEmail' | 'duplicateLeads'>;
	/** Of the webinar: what every activity names. */
	topic: string;
	webinarId: string;
	startTime: string;
	endTime: string;
}

/**
 * What a program in Marketo must hold after *Sync attendance*, with engagement as custom activities and
 * otherwise default options, has run once for a session of the story.
 *
 * @throws Error for a session that never ran
 */
export function expectedMarketo(session: StorySession, rules: MarketoRules): MarketoExpectation {
	if (!hasRun(session)) throw new Error(`"${session.topic}" never ran`);
	const returned = new Set(expectedAttendees(session).map(({ key }) => key));
	const expectation: MarketoExpectation = {
		members: [],
		leftOut: new Map(),
		topic: session.topic,
		webinarId: String(session.webinarId),
		startTime: session.startTime,
		endTime: session.endTime,
	};
	for (const person of session.people.filter(({ key }) => returned.has(key))) {
		const reason = reasonOf(person, rules.leads);
		if (reason !== null) expectation.leftOut.set(person.key, reason);
		else expectation.members.push(memberOf(person, rules));
	}
	return expectation;
}

function reasonOf(person: StoryPerson, leads: readonly MarketoLeadState[]) {
	if (person.email === '') return 'noEmail';
	if (!person.emailValid) return 'invalidEmail';
	const same = leads.filter(({ fields }) => fields.email === person.email);
	return same.length > 1 ? 'duplicateLeads' : null;
}

/** Zoom's survey asks two things. */
const SURVEY_QUESTIONS = 2;

function memberOf(person: StoryPerson, { joinLinks, texts }: MarketoRules): ExpectedMarketoMember {
	const came = attended(person);
	const surveyed = texts ? SURVEY_QUESTIONS : 1;
	const did = {
		poll: person.pollsAnswered,
		question: person.questionsAsked,
		survey: person.surveyAnswered ? surveyed : 0,
	};
	const interactions = Object.fromEntries(
		Object.entries(did).filter(([, count]) => came && count > 0),
	);
	const counts = Object.values(interactions);
	return {
		key: person.key,
		email: person.email,
		statusName: came ? 'Attended' : 'No Show',
		webinarUrl: joinLinks.get(person.registrantId ?? '') ?? null,
		registrationCode: person.registrantId,
		interactions,
		activities: texts ? counts.reduce((sum, each) => sum + each, 0) : counts.length,
	};
}
