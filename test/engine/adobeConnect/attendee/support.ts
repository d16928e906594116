import type { INodeParameters } from 'n8n-workflow';

import type { AttendeeItem } from '../../../../nodes/shared/model/attendance';
import { expectedAttendees } from '../../../truth';
import type { ExpectedAttendee } from '../../../truth/contract';
import { runNode, type NodeRun, type NodeRunResult } from '../../support/runNode';
import type { Stage } from '../../support/world';

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

/** Actions that were called, in their order, the sign-in left out. */
export function actions({ sandbox }: Stage): string[] {
	return sandbox.adobeConnect.calls
		.map(({ action }) => action)
		.filter((action) => action !== 'common-info' && action !== 'login');
}
