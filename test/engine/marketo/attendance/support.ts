import type { IDataObject } from 'n8n-workflow';

import type { MarketoMemberState } from '../../../sandbox/marketo/world';
import { MARKETO_PROGRAMS } from '../../../story';
import type { NodeRunResult } from '../../support/runNode';
import type { Stage } from '../../support/world';
import { leadOf, marketo, memberOf as memberIn, type MarketoRun } from '../support';

export { leadOf, outcomes, summaries } from '../support';

export const PROGRAM = MARKETO_PROGRAMS.earlier;

/** Runs *Sync attendance* into a program in which nobody is yet. */
export async function sync(
	stage: Stage,
	items: IDataObject[],
	run: MarketoRun = {},
): Promise<NodeRunResult> {
	return await marketo(stage, 'attendance:sync', items, run);
}

export interface Stay {
	status?: 'attended' | 'noShow' | 'attendedOnDemand' | 'unknown';
	/** Of an hour. */
	seconds?: number;
	start?: string;
	sessionId?: string;
	/** Status of the registration; null = not registered. */
	registration?: string | null;
	role?: string;
	engagement?: IDataObject;
	changes?: IDataObject;
}

export const START = '2026-03-02T10:00:00Z';
const HOUR_MS = 3_600_000;

/** An item of *Get attendees*: somebody who registered and stayed for half an hour. */
export function stay(email: string, told: Stay = {}): IDataObject {
	const { status = 'attended', start = START, sessionId = 'session-1', engagement } = told;
	const { seconds = status === 'attended' ? 1800 : 0, registration = 'approved' } = told;
	const after = (ms: number) => new Date(Date.parse(start) + ms).toISOString();
	return {
		email,
		firstName: 'Ada',
		lastName: 'Byron',
		attendanceStatus: status,
		webinar: {
			provider: 'zoom',
			accountId: 'account-1',
			webinarId: '900',
			sessionId,
			topic: 'Product update',
			startTime: start,
			endTime: after(HOUR_MS),
			hostEmail: 'host@example.com',
		},
		registrant:
			registration === null
				? null
				: {
						registrantId: `id-${email}`,
						email,
						status: registration,
						registeredAt: '2026-03-01T09:00:00Z',
						joinUrl: `https://zoom.example/w/900?tk=${encodeURIComponent(email)}`,
						joinUrlIsPersonal: true,
					},
		attendance: {
			status,
			role: told.role ?? 'attendee',
			firstJoinTime: status === 'attended' ? after(60_000) : null,
			lastLeaveTime: status === 'attended' ? after(60_000 + seconds * 1000) : null,
			attendedSeconds: seconds,
			attendedPercent: Math.round(seconds / 3.6) / 10,
		},
		...(engagement && { engagement }),
		...told.changes,
	};
}

/** Two polls, a question, a survey answer and seven chat messages: five activities. */
export const ENGAGEMENT: IDataObject = {
	level: 'high',
	basis: ['duration', 'polls', 'questions', 'surveys', 'chat'],
	pollsAnswered: 2,
	questionsAsked: 1,
	surveyAnswered: true,
	chatMessages: 7,
	polls: [
		{ question: 'Size?', answer: 'Small', answeredAt: '2026-03-02T10:20:00Z' },
		{ question: 'Colour?', answer: 'Red', answeredAt: null },
	],
	questions: [{ question: 'When?', answer: '', askedAt: '2026-03-02T10:30:00Z' }],
	surveys: [{ question: 'Liked it?', answer: 'Yes', answeredAt: '2026-03-02T11:00:00Z' }],
};

export function memberOf(stage: Stage, email: string): MarketoMemberState {
	const member = memberIn(stage, email, PROGRAM);
	if (member === undefined) throw new Error(`${email} is no member`);
	return member;
}

/** The custom activities of a person: kind, text, answer, count and moment. */
export function activitiesOf(stage: Stage, email: string): Array<Record<string, unknown>> {
	const { id } = leadOf(stage, email);
	return stage.sandbox.marketo.activities
		.filter(({ leadId, activityTypeId }) => leadId === id && activityTypeId > 100_000)
		.map(({ attributes, activityDate, primaryAttributeValue }) => ({
			...Object.fromEntries(attributes.map(({ name, value }) => [name, value])),
			topic: primaryAttributeValue,
			at: activityDate,
		}));
}

/** Requests that would change Marketo, as `METHOD path`. */
export function writes({ sandbox }: Stage): string[] {
	return sandbox.books.writes('marketo').map(({ method, path }) => `${method} ${path}`);
}
