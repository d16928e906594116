import type { AttendanceRole, AttendanceStatus, SessionReason } from '../model/attendance';
import { normaliseEmail } from '../model/email';
import { percentOf } from '../model/intervals';
import { asNumber, asObject, type JsonObject } from '../transport/json';
import { readInteractions, type Interaction } from './interactions';
import { readSession, type SessionInput } from './session';
import { cleanText, isOneOf } from './text';
import { readTime } from './time';

export type Registration = 'approved' | 'pending' | 'denied' | 'cancelled' | 'none';

/** What somebody did in a session, besides staying. */
export interface EngagementPart {
	level: string;
	polls: number;
	questions: number;
}

/** What an item says of one person, checked. */
export interface PersonInput {
	/** Trimmed, lower case; empty when there is none. */
	email: string;
	firstName: string;
	lastName: string;
	phone: string;
	company: string;
	jobTitle: string;
	role: AttendanceRole;
	registration: Registration;
	/** The platform's own ID of the registration; empty when there is none. */
	registrantId: string;
	/** ISO 8601 UTC. */
	registeredAt: string | null;
	/** The person's own link into the webinar; empty when there is none. */
	joinUrl: string;
	/** ISO 8601 UTC moment of the news that the item is; null for items of a list. */
	toldAt: string | null;
	/** `unknown` where the item does not tell, or tells something else. */
	attendanceStatus: AttendanceStatus;
	/** Live, from the status. */
	attended: boolean;
	/** ISO 8601 UTC, null for people who did not attend. */
	joinedAt: string | null;
	leftAt: string | null;
	seconds: number;
	/** 0–100, one decimal. */
	percent: number;
	/** null where the platform tells nothing. */
	engagement: EngagementPart | null;
	/** What the person did in the session, one by one where the item carries texts. */
	interactions: readonly Interaction[];
	reason: SessionReason | null;
	/** null when the item does not say which session it is of; `problem` then says what is missing. */
	session: SessionInput | null;
	/** Names the field that keeps the person from being written; empty when all is well. */
	problem: string;
}

const ROLES = ['attendee', 'panelist', 'host'] as const;
const REASONS = ['nobodyAttended', 'neverStarted', 'reportNotReady'] as const;
const STATUSES = ['attended', 'noShow', 'attendedOnDemand', 'unknown'] as const;
const REGISTRATIONS = ['approved', 'pending', 'denied', 'cancelled'] as const;

/** Reads an item of the form that *Get attendees* returns; nothing in it is trusted. */
export function readPerson(json: JsonObject): PersonInput {
	const registrant = asObject(json.registrant);
	const attendance = asObject(json.attendance);
	const reason = cleanText(json.reason);
	const { session, problem: sessionProblem } = readSession(asObject(json.webinar), reason);
	const status = cleanText(json.attendanceStatus);
	const attended = status === 'attended';
	const role = cleanText(attendance.role);
	const registration = cleanText(registrant.status);
	const registeredAt = readTime(registrant.registeredAt);
	const joinedAt = attended ? readTime(attendance.firstJoinTime) : null;
	const leftAt = attended ? readTime(attendance.lastLeaveTime) : null;
	const problems = [
		sessionProblem,
		statusProblem(status),
		registeredAt === undefined ? 'Registered At is not a valid time' : '',
		joinedAt === undefined ? 'First Join Time is not a valid time' : '',
		leftAt === undefined ? 'Last Leave Time is not a valid time' : '',
	];
	return {
		email: normaliseEmail(json.email),
		firstName: cleanText(json.firstName),
		lastName: cleanText(json.lastName),
		phone: cleanText(registrant.phone),
		company: cleanText(registrant.company),
		jobTitle: cleanText(registrant.jobTitle),
		role: isOneOf(ROLES, role) ? role : 'attendee',
		registration: isOneOf(REGISTRATIONS, registration) ? registration : 'none',
		registrantId: cleanText(registrant.registrantId),
		registeredAt: registeredAt ?? null,
		joinUrl: personalLink(registrant),
		toldAt: null,
		attendanceStatus: isOneOf(STATUSES, status) ? status : 'unknown',
		attended,
		joinedAt: joinedAt ?? null,
		leftAt: leftAt ?? null,
		...(attended ? stay(attendance, session, joinedAt, leftAt) : { seconds: 0, percent: 0 }),
		engagement: attended ? readEngagement(asObject(json.engagement)) : null,
		interactions: readInteractions(asObject(json.engagement)),
		reason: isOneOf(REASONS, reason) ? reason : null,
		session,
		problem: problems.find((problem) => problem !== '') ?? '',
	};
}

/** The link that admits this person; one that admits everybody is the webinar's. */
export function personalLink({ joinUrl, joinUrlIsPersonal }: JsonObject): string {
	return joinUrlIsPersonal === false ? '' : cleanText(joinUrl);
}

function readEngagement(engagement: JsonObject): EngagementPart | null {
	const level = cleanText(engagement.level);
	if (level === '') return null;
	const count = (value: unknown) => Math.max(0, Math.round(asNumber(value) ?? 0));
	const { pollsAnswered, questionsAsked } = engagement;
	return { level, polls: count(pollsAnswered), questions: count(questionsAsked) };
}

function statusProblem(status: string): string {
	if (status === '') return 'Attendance Status is missing';
	return isOneOf(STATUSES, status)
		? ''
		: `Attendance Status must be attended, noShow, attendedOnDemand or unknown, not "${status.slice(0, 40)}"`;
}

/** Lists from elsewhere often tell only some of join, leave, seconds and percent. */
function stay(
	attendance: JsonObject,
	session: SessionInput | null,
	joinedAt: string | null | undefined,
	leftAt: string | null | undefined,
): { seconds: number; percent: number } {
	const told = asNumber(attendance.attendedSeconds);
	const seconds = Math.max(0, Math.round(told ?? secondsBetween(joinedAt, leftAt)));
	const length = session === null ? 0 : secondsBetween(session.start, session.end);
	const percent = asNumber(attendance.attendedPercent) ?? percentOf(seconds, length);
	return { seconds, percent: percentOf(percent, 100) };
}

function secondsBetween(from: string | null | undefined, to: string | null | undefined): number {
	return from && to ? (Date.parse(to) - Date.parse(from)) / 1000 : 0;
}
