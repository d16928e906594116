import type { INodeParameters } from 'n8n-workflow';

import type { AttendeeItem } from '../../../../nodes/shared/model/attendance';
import { adobeWorld } from '../../../sandbox/adobeConnect/testing/world';
import type { AdobeConnectWorld } from '../../../sandbox/adobeConnect/world';
import type { StorySession } from '../../../story';
import { expectedAttendees } from '../../../truth';
import type { ExpectedAttendee } from '../../../truth/contract';
import { runNode, type NodeRun, type NodeRunResult } from '../../support/runNode';
import { stage, type Stage } from '../../support/world';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const EVERYBODY = ['attended', 'noShow', 'onDemand', 'panelist', 'host'];

/** Runs *Get attendees* of one webinar. */
export async function getAttendees(
	here: Pick<Stage, 'adobeConnect'>,
	webinarId: string,
	parameters: INodeParameters = {},
	changes: Partial<NodeRun> = {},
): Promise<NodeRunResult> {
	return await runNode({
		type: 'adobeConnect',
		credentials: here.adobeConnect,
		parameters: {
			resource: 'attendee',
			operation: 'get',
			webinar: { __rl: true, mode: 'id', value: webinarId },
			session: 'latest',
			peopleToReturn: ['attended', 'noShow'],
			options: {},
			...parameters,
		},
		...changes,
	});
}

/** @throws when the run has failed */
export function people({ outputs, error }: NodeRunResult): AttendeeItem[] {
	if (error !== null) throw new Error(`${error.message} (${error.description ?? ''})`);
	return (outputs[0] ?? []).map(({ json }) => json as AttendeeItem);
}

type Fact = Record<string, unknown>;

/** Order does not matter; people without an address are told apart by their figures. */
function facts(rows: Fact[]): string[] {
	return rows.map((row) => JSON.stringify(row)).sort();
}

const moment = (time: string | null): number | null => (time === null ? null : Date.parse(time));

export function seen(items: AttendeeItem[]): string[] {
	return facts(
		items.map(({ email, attendanceStatus, attendance, engagement }) => ({
			email,
			attendanceStatus,
			role: attendance.role,
			first: moment(attendance.firstJoinTime),
			last: moment(attendance.lastLeaveTime),
			seconds: attendance.attendedSeconds,
			percent: attendance.attendedPercent,
			level: engagement.level,
		})),
	);
}

export function told(
	session: Parameters<typeof expectedAttendees>[0],
	roles?: Parameters<typeof expectedAttendees>[1],
	change: (person: ExpectedAttendee) => ExpectedAttendee = (person) => person,
): string[] {
	return facts(
		expectedAttendees(session, roles)
			.map(change)
			.map((person) => ({
				email: person.email,
				attendanceStatus: person.attendanceStatus,
				role: person.role,
				first: moment(person.firstJoinTime),
				last: moment(person.lastLeaveTime),
				seconds: person.attendedSeconds,
				percent: person.attendedPercent,
				level: person.level,
			})),
	);
}

/** Of people who did not register for an event nobody tells whether they asked anything: their level is left out. */
export function levelsOfRegistered(rows: string[], session: StorySession): string[] {
	const registered = new Set(
		session.people.flatMap(({ registeredAt, email }) => (registeredAt === null ? [] : [email])),
	);
	return facts(
		rows.map((row) => {
			const { level, ...fact } = JSON.parse(row) as Fact;
			return registered.has(String(fact.email)) ? { ...fact, level } : fact;
		}),
	);
}

/** Actions that were called, in their order, the sign-in left out. */
export function actions({ sandbox }: Stage): string[] {
	return sandbox.adobeConnect.calls
		.map(({ action }) => action)
		.filter((action) => action !== 'common-info' && action !== 'login');
}

/** The small world: an event that has just ended, a seminar of yesterday, a room that is used again and again. */
export async function smallStage(changes: Partial<AdobeConnectWorld> = {}): Promise<Stage> {
	const now = new Date(Math.floor(Date.now() / MINUTE) * MINUTE).toISOString();
	return await stage({ registrants: 10 }, { adobeConnect: adobeWorld(changes, now) });
}

/** Who and with which status, shortly. */
export function statuses(items: AttendeeItem[]): string[] {
	return items
		.map(({ email, firstName, lastName, attendanceStatus }) =>
			[email || `${firstName} ${lastName}`, attendanceStatus].join(' '),
		)
		.sort();
}
