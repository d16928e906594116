import type { FastifyInstance } from 'fastify';
import type { ZoomSession, ZoomWebinarState } from '../../world';
import { readRoute } from '../access';
import type { ZoomContext } from '../context';
import { ZoomError } from '../errors';
import { webinarNumber, webinarPathId } from '../pathIds';
import { durationOf, pastPollRow, pastQuestionRow } from '../reportRows';
import { registrantRow } from '../shapes';

/** https://developers.zoom.us/docs/api/meetings/#tag/webinars : what a user-level app may read afterwards. */
export function registerPast(
	app: FastifyInstance,
	{ world, now, pager, lookup }: ZoomContext,
): void {
	app.get(
		'/past_webinars/:webinarId/instances',
		readRoute(
			'Light',
			'webinar:read:list_past_instances',
			'webinar:read:list_past_instances:admin',
		),
		async (request) => {
			const id = webinarNumber(request);
			const webinar = world.webinars.find((one) => one.id === id);
			if (!webinar) throw new ZoomError(404, 3001, `Webinar does not exist: ${id}.`);
			// Practice sessions stand among the instances; nothing in the answer tells them apart.
			return {
				webinars: lookup
					.ended(webinar)
					.map((session) => ({ uuid: session.uuid, start_time: session.startTime })),
			};
		},
	);

	app.get(
		'/past_webinars/:webinarId/participants',
		readRoute(
			'Medium',
			'webinar:read:list_past_participants:admin',
			'webinar:read:list_past_participants',
		),
		async (request) => {
			const id = webinarPathId(request);
			const { session } = lookup.report(id, () => 'Webinar does not exist.');
			const { rows, ...page } = pager.page(request, session.participants);
			return {
				page_count: page.page_count,
				page_size: page.page_size,
				total_records: page.total_records,
				next_page_token: page.next_page_token,
				participants: rows.map((row) => ({
					id: row.id,
					name: row.name,
					user_id: row.user_id,
					registrant_id: row.registrant_id,
					user_email: row.user_email,
					join_time: row.join_time,
					leave_time: row.leave_time,
					duration: durationOf(row, session, now()),
					failover: row.failover,
					status: row.status,
					internal_user: world.users.some((user) => user.id === row.participant_user_id),
				})),
			};
		},
	);

	app.get(
		'/past_webinars/:webinarId/polls',
		readRoute('Medium', 'webinar:read:list_past_polls', 'webinar:read:list_past_polls:admin'),
		async (request) => {
			const { webinar, session } = lookup.report(webinarPathId(request), notEnded);
			const { uuid, startTime, polls } = session;
			return { id: webinar.id, uuid, start_time: startTime, questions: polls.map(pastPollRow) };
		},
	);

	app.get(
		'/past_webinars/:webinarId/qa',
		readRoute('Medium', 'webinar:read:past_qa', 'webinar:read:past_qa:admin'),
		async (request) => {
			const { webinar, session } = lookup.report(webinarPathId(request), notEnded);
			const { uuid, startTime, qa } = session;
			return { id: webinar.id, uuid, start_time: startTime, questions: qa.map(pastQuestionRow) };
		},
	);

	app.get(
		'/past_webinars/:webinarId/absentees',
		readRoute('Heavy', 'webinar:read:list_absentees', 'webinar:read:list_absentees:admin'),
		async (request) => {
			const id = webinarPathId(request);
			const found = lookup.session(id, (text) => `Webinar ${text} not found or expired.`);
			if (found.webinar.approvalType === 2) {
				throw new ZoomError(
					400,
					3000,
					`This webinar doesn't have registration required: ${found.session.uuid}.`,
				);
			}
			const absent = absentees(found.webinar, found.session);
			const { rows, ...page } = pager.page(request, absent);
			return { ...page, registrants: rows.map(registrantRow) };
		},
	);
}

const notEnded = (): string => 'Webinar ID is invalid or not end.';

/** Approved registrants who are in no row of the session, by registration or by address. */
function absentees(webinar: ZoomWebinarState, session: ZoomSession) {
	const present = session.participants.filter((row) => row.status === 'in_meeting');
	const ids = new Set(present.map((row) => row.registrant_id));
	const emails = new Set(present.map((row) => row.user_email.trim().toLowerCase()));
	return webinar.registrants.filter(
		(row) =>
			row.status === 'approved' && !ids.has(row.id) && !emails.has(row.email.trim().toLowerCase()),
	);
}
