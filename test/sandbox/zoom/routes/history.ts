import type { FastifyInstance } from 'fastify';
import { readRoute } from '../access';
import type { ZoomContext } from '../context';
import { ZoomError } from '../errors';
import type { EndedSession } from '../lookup';
import { minutesOf, totalMinutes } from '../reportRows';

const DAY_MS = 24 * 60 * 60 * 1000;
const LONGEST_RANGE_DAYS = 31;

interface HistoryQuery {
	from?: string;
	to?: string;
	date_type?: string;
	meeting_type?: string;
	report_type?: string;
	search_key?: string;
}

/** Ended webinars of the whole account: https://developers.zoom.us/docs/api/meetings/#tag/reports */
export function registerHistory(app: FastifyInstance, context: ZoomContext): void {
	const { world, now, pager, lookup } = context;
	app.get<{ Querystring: HistoryQuery }>(
		'/report/history_meetings',
		readRoute('Heavy', 'report:read:list_history_meetings:admin'),
		async (request) => {
			const range = rangeOf(request.query);
			const matching = world.webinars
				.flatMap((webinar) =>
					lookup
						.ended(webinar)
						.filter((session) => !session.practiceSession)
						.map((session) => ({ webinar, session })),
				)
				.filter((row) => isAskedFor(row, request.query, range))
				.sort((a, b) => Date.parse(b.session.startTime) - Date.parse(a.session.startTime));
			const { rows, page_size, next_page_token } = pager.page(request, matching);
			return {
				next_page_token,
				page_size,
				history_meetings: rows.map(({ webinar, session }) => {
					const host = lookup.host(webinar);
					const people = session.participants.map(
						(row) => row.registrant_id || row.user_email || row.user_id,
					);
					return {
						meeting_uuid: session.uuid,
						meeting_id: webinar.id,
						type: 'Webinar',
						host_display_name: `${host.first_name} ${host.last_name}`.trim(),
						host_email: host.email,
						start_time: session.startTime,
						end_time: session.endTime,
						topic: webinar.topic,
						participants: session.participants.length,
						duration: minutesOf(session),
						total_participant_minutes: totalMinutes(session, now()),
						department: '',
						group: [],
						source: 'Zoom',
						unique_viewers: new Set(people).size,
						create_time: webinar.createdAt,
						custom_fields: [],
						tracking_fields: [],
					};
				}),
			};
		},
	);
}

interface Range {
	from: number;
	/** Exclusive. */
	until: number;
}

function rangeOf(query: HistoryQuery): Range {
	const from = day(query.from, 'from');
	const to = day(query.to, 'to');
	if (to < from || (to - from) / DAY_MS > LONGEST_RANGE_DAYS) throw invalid('to');
	return { from, until: to + DAY_MS };
}

function day(text: string | undefined, name: string): number {
	const moment = /^\d{4}-\d{2}-\d{2}$/.test(text ?? '') ? Date.parse(`${text}T00:00:00Z`) : NaN;
	if (Number.isNaN(moment)) throw invalid(name);
	return moment;
}

const invalid = (name: string): ZoomError => new ZoomError(400, 300, `Invalid parameter: ${name}.`);

function isAskedFor(
	{ webinar, session }: EndedSession,
	query: HistoryQuery,
	range: Range,
): boolean {
	const moment = Date.parse(query.date_type === 'end_time' ? session.endTime : session.startTime);
	if (moment < range.from || moment >= range.until) return false;
	if (query.meeting_type === 'meeting') return false;
	if (query.report_type === 'poll' && session.polls.length === 0) return false;
	if (query.report_type === 'qa' && session.qa.length === 0) return false;
	if (query.report_type === 'survey' && session.survey.length === 0) return false;
	const key = (query.search_key ?? '').toLowerCase();
	return webinar.topic.toLowerCase().includes(key) || String(webinar.id).includes(key);
}
