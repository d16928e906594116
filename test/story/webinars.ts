import type { ZoomSession, ZoomWebinarState } from '../sandbox/world';
import type { StorySession } from './contract';
import type { Draft } from './parts';
import type { Cast, Identity } from './people';
import type { Frame } from './presence';
import type { Random } from './random';
import { iso, MINUTE } from './time';
import { webinarUuid, type UuidShape } from './uuid';
import { answers } from './zoomAnswers';
import { ParticipantRows } from './zoomRows';
import { fullName } from './names';
import { outsiderRows, registrantRows, webinarState } from './zoomWorld';

export interface WebinarPlan {
	webinarId: number;
	topic: string;
	/** Epoch milliseconds. */
	scheduled: number;
	scheduledMinutes: number;
	uuidShape: UuidShape;
	draft: Draft;
	host: Identity;
	alternativeHosts: readonly Identity[];
	panelists: readonly Identity[];
	questionAndAnswer: boolean;
	registration: boolean;
	/** A rehearsal before the session, as an instance of its own. */
	practice: Frame | null;
	/** Pending, denied and cancelled registrants, so many of each. */
	outsiders: number;
	strangerInWaitingRoom: boolean;
	reportDelayMinutes: number;
}

export interface Webinar {
	session: StorySession;
	state: ZoomWebinarState;
}

/** A webinar that ran: the story's side and Zoom's side of the same draft. */
export function ranWebinar(cast: Cast, random: Random, plan: WebinarPlan): Webinar {
	const { draft } = plan;
	const uuid = webinarUuid(random, plan.uuidShape);
	const rows = new ParticipantRows(random);
	const participants = rows.ofSession(draft);
	if (plan.strangerInWaitingRoom) {
		const name = fullName(cast.strangerName());
		participants.push(
			rows.strangerInWaitingRoom(name, 'never-let-in@outsider.example.com', draft.frame),
		);
	}
	const main: ZoomSession = {
		...instance(uuid, draft.frame, plan.reportDelayMinutes),
		practiceSession: false,
		participants,
		...answers(random, draft, plan.questionAndAnswer),
	};
	const practice: ZoomSession[] = plan.practice
		? [
				{
					...instance(webinarUuid(random, 'plain'), plan.practice, 0),
					practiceSession: true,
					participants: rows.ofPractice(draft, plan.practice),
					polls: [],
					qa: [],
					survey: [],
				},
			]
		: [];
	return {
		session: storySession(plan, uuid),
		state: state(cast, random, plan, uuid, [...practice, main]),
	};
}

/** A webinar whose scheduled time went by without a session: it has no session UUID. */
export function neverStartedWebinar(cast: Cast, random: Random, plan: WebinarPlan): Webinar {
	const uuid = webinarUuid(random, plan.uuidShape);
	return { session: storySession(plan, ''), state: state(cast, random, plan, uuid, []) };
}

/** Zoom lists the people first, with durations of 0, and fills these in some minutes later. */
function instance(
	uuid: string,
	frame: Frame,
	delayMinutes: number,
): Pick<ZoomSession, 'uuid' | 'startTime' | 'endTime' | 'reportReadyAt' | 'durationsReadyAt'> {
	return {
		uuid,
		startTime: iso(frame.start),
		endTime: iso(frame.end),
		reportReadyAt: iso(frame.end + Math.floor((delayMinutes * 2) / 3) * MINUTE),
		durationsReadyAt: iso(frame.end + delayMinutes * MINUTE),
	};
}

function storySession(plan: WebinarPlan, sessionUuid: string): StorySession {
	const { draft } = plan;
	return {
		webinarId: plan.webinarId,
		topic: plan.topic,
		sessionUuid,
		startTime: iso(draft.frame.start),
		endTime: iso(draft.frame.end),
		hostEmail: plan.host.email,
		pollCount: draft.pollCount,
		questionAndAnswer: plan.questionAndAnswer,
		registration: plan.registration,
		people: draft.parts.map(({ person }) => person),
	};
}

function state(
	cast: Cast,
	random: Random,
	plan: WebinarPlan,
	uuid: string,
	sessions: ZoomSession[],
): ZoomWebinarState {
	const people = plan.draft.parts.map(({ person }) => person);
	const registeredAt = iso(plan.scheduled - 3 * 24 * 60 * MINUTE);
	return webinarState(random, {
		id: plan.webinarId,
		uuid,
		topic: plan.topic,
		scheduled: plan.scheduled,
		scheduledMinutes: plan.scheduledMinutes,
		approvalType: plan.registration ? (plan.outsiders > 0 ? 1 : 0) : 2,
		questionAndAnswer: plan.questionAndAnswer,
		host: plan.host,
		alternativeHosts: plan.alternativeHosts,
		panelists: plan.panelists,
		registrants: [
			...registrantRows(random, plan.webinarId, people),
			...outsiderRows(cast, random, plan.webinarId, registeredAt, plan.outsiders),
		],
		sessions,
	});
}
