import type { FastifyInstance } from 'fastify';
import { readRoute } from '../access';
import type { ZoomContext } from '../context';
import { webinarPathId } from '../pathIds';
import {
	minutesOf,
	participantRow,
	pollRow,
	questionRow,
	surveyRow,
	totalMinutes,
} from '../reportRows';

const notFound = (id: string): string => `Webinar ${id} not found or has expired.`;

/** https://developers.zoom.us/docs/api/meetings/#tag/reports */
export function registerReports(app: FastifyInstance, { now, pager, lookup }: ZoomContext): void {
	app.get(
		'/report/webinars/:webinarId',
		readRoute('Heavy', 'report:read:webinar:admin'),
		async (request) => {
			const { webinar, session } = lookup.report(
				webinarPathId(request),
				(id) => `Meeting ${id} not found or has expired.`,
			);
			const host = lookup.host(webinar);
			return {
				uuid: session.uuid,
				id: webinar.id,
				type: webinar.type,
				topic: webinar.topic,
				user_name: `${host.first_name} ${host.last_name}`.trim(),
				user_email: host.email,
				start_time: session.startTime,
				end_time: session.endTime,
				duration: minutesOf(session),
				total_minutes: totalMinutes(session, now()),
				participants_count: session.participants.length,
				dept: '',
				tracking_fields: [],
				custom_keys: [],
			};
		},
	);

	app.get<{ Querystring: { include_fields?: string } }>(
		'/report/webinars/:webinarId/participants',
		readRoute('Heavy', 'report:read:list_webinar_participants:admin'),
		async (request) => {
			const { session } = lookup.report(
				webinarPathId(request),
				(id) => `Webinar "${id}" not found or has expired`,
			);
			const fields = (request.query.include_fields ?? '').split(',');
			const { rows, ...page } = pager.page(request, session.participants);
			return {
				page_count: page.page_count,
				page_size: page.page_size,
				total_records: page.total_records,
				next_page_token: page.next_page_token,
				participants: rows.map((row) =>
					participantRow(row, session, now(), fields.includes('registrant_id')),
				),
			};
		},
	);

	app.get(
		'/report/webinars/:webinarId/polls',
		readRoute('Heavy', 'report:read:list_webinar_polls:admin'),
		async (request) => {
			const { webinar, session } = lookup.report(webinarPathId(request), notFound);
			const { uuid, startTime, polls } = session;
			return { id: webinar.id, uuid, start_time: startTime, questions: polls.map(pollRow) };
		},
	);

	app.get(
		'/report/webinars/:webinarId/qa',
		readRoute('Heavy', 'report:read:webinar_qna:admin'),
		async (request) => {
			const { webinar, session } = lookup.report(webinarPathId(request), notFound);
			const { uuid, startTime, qa } = session;
			return { id: webinar.id, uuid, start_time: startTime, questions: qa.map(questionRow) };
		},
	);

	app.get(
		'/report/webinars/:webinarId/survey',
		readRoute('Heavy', 'report:read:webinar_survey:admin'),
		async (request) => {
			const { webinar, session } = lookup.report(webinarPathId(request), notFound);
			return {
				webinar_id: webinar.id,
				webinar_uuid: session.uuid,
				start_time: session.startTime,
				survey_id: `survey-${webinar.id}`,
				survey_name: webinar.topic,
				survey_answers: session.survey.map(surveyRow),
			};
		},
	);
}
