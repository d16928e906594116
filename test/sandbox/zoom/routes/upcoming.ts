import type { FastifyInstance } from 'fastify';
import type { ZoomWebinarState } from '../../world';
import { readRoute } from '../access';
import type { ZoomContext } from '../context';
import { ZoomError } from '../errors';

const DAY_MS = 24 * 60 * 60 * 1000;
const LONGEST_RANGE_DAYS = 31;

interface UpcomingQuery {
	from?: string;
	to?: string;
	type?: string;
}

/**
 * What is planned in the whole account:
 * https://developers.zoom.us/docs/api/meetings/#tag/reports/get/report/upcoming_events. Zoom's page calls
 * `id` the event's unique ID and does not say which; the webinar's number is played here.
 */
export function registerUpcoming(
	app: FastifyInstance,
	{ world, now, pager, lookup }: ZoomContext,
): void {
	app.get<{ Querystring: UpcomingQuery }>(
		'/report/upcoming_events',
		readRoute('Heavy', 'report:read:upcoming_meetings_webinars:admin'),
		async (request) => {
			const { type = 'all' } = request.query;
			const from = day(request.query.from, 'from');
			const until = day(request.query.to, 'to') + DAY_MS;
			if (until <= from || (until - from) / DAY_MS > LONGEST_RANGE_DAYS + 1) throw invalid('to');
			const matching = world.webinars
				.filter(() => type !== 'meeting')
				.flatMap((webinar) => startsOf(webinar).map((start) => ({ webinar, start })))
				.filter(({ start }) => {
					const moment = Date.parse(start);
					return moment >= Math.max(from, now()) && moment < until;
				})
				.sort((a, b) => Date.parse(a.start) - Date.parse(b.start));
			const { rows, page_size, next_page_token } = pager.page(request, matching);
			return {
				from: request.query.from,
				to: request.query.to,
				page_size,
				next_page_token,
				upcoming_events: rows.map(({ webinar, start }) => {
					const host = lookup.host(webinar);
					return {
						id: String(webinar.id),
						topic: webinar.topic,
						start_time: start,
						host_id: host.id,
						host_name: `${host.first_name} ${host.last_name}`.trim(),
						dept: '',
					};
				}),
			};
		},
	);
}

function startsOf(webinar: ZoomWebinarState): string[] {
	if (webinar.type === 6) return [];
	const dates = webinar.occurrences?.filter((one) => one.status === 'available');
	return dates?.map((one) => one.start_time) ?? [webinar.startTime];
}

function day(text: string | undefined, name: string): number {
	const moment = /^\d{4}-\d{2}-\d{2}$/.test(text ?? '') ? Date.parse(`${text}T00:00:00Z`) : NaN;
	if (Number.isNaN(moment)) throw invalid(name);
	return moment;
}

const invalid = (name: string): ZoomError => new ZoomError(400, 300, `Invalid parameter: ${name}.`);
