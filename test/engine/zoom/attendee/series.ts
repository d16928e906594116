import type { INodeParameters } from 'n8n-workflow';

import type { AttendeeItem } from '../../../../nodes/shared/model/attendance';
import type {
	ZoomOccurrence,
	ZoomParticipantRow,
	ZoomRegistrantRow,
	ZoomSession,
	ZoomWebinarState,
} from '../../../sandbox/world';
import type { NodeRunResult } from '../../support/runNode';
import type { Stage } from '../../support/world';
import { attendeesOf } from '../support/zoom';

export const SERIES = 95_263_712_350;
export const PAT = 'pat.panel@example.com';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Sessions of the series; the UUIDs are of the kinds that must be encoded twice. */
export const RUNS = {
	practice: '/practice==',
	first: 'fir//st==',
	second: '/sec//ond==',
	alone: 'alone==',
	latest: 'late/st==',
} as const;

interface Stay {
	email: string;
	registrantId?: string;
	/** Minutes after the session's start. */
	from: number;
	to: number;
}

const iso = (moment: number): string => new Date(moment).toISOString().replace('.000Z', 'Z');

let joins = 16_900_000;
function row(start: number, { email, registrantId = '', from, to }: Stay): ZoomParticipantRow {
	joins += 1024;
	return {
		id: '',
		user_id: String(joins),
		name: email.split('@')[0]!,
		user_email: email,
		join_time: iso(start + from * MINUTE),
		leave_time: iso(start + to * MINUTE),
		duration: (to - from) * 60,
		registrant_id: registrantId,
		participant_user_id: '',
		failover: false,
		status: 'in_meeting',
	};
}

/** A session of an hour. */
export function session(
	uuid: string,
	start: number,
	stays: readonly Stay[],
	changes: Partial<ZoomSession> = {},
): ZoomSession {
	return {
		uuid,
		startTime: iso(start),
		endTime: iso(start + HOUR),
		practiceSession: false,
		reportReadyAt: iso(start + HOUR),
		durationsReadyAt: iso(start + HOUR),
		participants: stays.map((stay) => row(start, stay)),
		polls: [],
		qa: [],
		survey: [],
		...changes,
	};
}

export function registrant(name: string, registeredAt: number): ZoomRegistrantRow {
	return {
		id: `id-${name}`,
		email: `${name}@example.com`,
		first_name: name,
		last_name: 'Series',
		status: 'approved',
		create_time: iso(registeredAt),
		join_url: `https://zoom.example/w/${SERIES}?tk=${name}`,
	};
}

export interface Series {
	webinar: ZoomWebinarState;
	dates: ZoomOccurrence[];
	hostEmail: string;
}

/**
 * A weekly webinar with one registration for all dates, three of which were held:
 *
 * - three weeks ago, after a practice session: Ann and a guest came, Bob did not;
 * - two weeks ago, and that date was moved to another day afterwards: Bob and Cleo, who registered
 *   between the two, came;
 * - a week ago, with the host alone in it: nobody came;
 * - an hour ago; Zoom's report of it is not ready.
 */
export function addSeries({ sandbox, story }: Stage): Series {
	const { world } = sandbox.zoom;
	const main = world.webinars.find(({ id }) => id === story.main.webinarId)!;
	const { hostEmail } = story.main;
	const latest = Math.floor((sandbox.now() - 65 * MINUTE) / 1000) * 1000;
	const starts = [latest - 21 * DAY, latest - 14 * DAY, latest - 7 * DAY, latest, latest + 7 * DAY];
	const dates = starts.map((start): ZoomOccurrence => ({
		occurrence_id: String(start),
		start_time: iso(start),
		duration: 60,
		status: 'available',
	}));
	dates[1]!.start_time = iso(starts[1]! + 17 * DAY);
	const crew = [
		{ email: hostEmail, from: 0, to: 60 },
		{ email: PAT, from: 0, to: 60 },
	];
	const webinar: ZoomWebinarState = {
		...main,
		id: SERIES,
		uuid: 'next==',
		topic: 'Office hour, weekly',
		type: 9,
		startTime: dates[4]!.start_time,
		duration: 60,
		approvalType: 0,
		alternativeHosts: [],
		panelists: [{ id: 'pat', name: 'Pat Panel', email: PAT }],
		registrants: [
			registrant('ann', starts[0]! - 3 * DAY),
			registrant('bob', starts[0]! - 2 * DAY),
			registrant('cleo', starts[0]! + 3 * DAY),
		],
		occurrences: dates,
		sessions: [
			session(RUNS.latest, starts[3]!, [{ email: 'ann@example.com', from: 0, to: 60 }], {
				reportReadyAt: iso(latest + 2 * HOUR),
				durationsReadyAt: iso(latest + 2 * HOUR),
			}),
			session(RUNS.practice, starts[0]! - 75 * MINUTE, crew, { practiceSession: true }),
			session(RUNS.first, starts[0]!, [
				...crew,
				{ email: 'ann@example.com', registrantId: 'id-ann', from: 0, to: 45 },
				{ email: 'guest@elsewhere.example.com', from: 50, to: 60 },
			]),
			session(RUNS.second, starts[1]!, [
				...crew,
				{ email: 'bob@example.com', registrantId: 'id-bob', from: -5, to: 20 },
				{ email: 'cleo@example.com', registrantId: 'id-cleo', from: 0, to: 60 },
			]),
			session(RUNS.alone, starts[2]!, [crew[0]!]),
		],
	};
	world.webinars.push(webinar);
	return { webinar, dates, hostEmail };
}

/** *Get attendees* of the series. */
export function seriesAttendees(changes: INodeParameters): INodeParameters {
	return attendeesOf(SERIES, changes);
}

/** Session, person, status and minutes of every item, in the order in which they came. */
export function told({ outputs, error }: NodeRunResult): string[] {
	expect(error).toBeNull();
	return outputs[0]!.map(({ json }) => {
		const { webinar, email, attendanceStatus, attendance, reason } = json as AttendeeItem;
		const minutes = attendance.attendedSeconds / 60;
		const why = reason ? ` (${reason})` : '';
		return `${webinar.sessionId} ${email} ${attendanceStatus} ${minutes}${why}`;
	});
}
