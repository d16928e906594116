import type { FastifyInstance } from 'fastify';
import type { ZoomWebinarState, ZoomWorld } from '../../world';
import { readRoute } from '../access';
import type { ZoomContext } from '../context';
import { ZoomError } from '../errors';
import { availableDates } from '../registration/door';

const DAY_MS = 24 * 60 * 60 * 1000;
const LONGEST_RANGE_DAYS = 31;

interface UpcomingQuery {
	from?: string;
	to?: string;
	type?: string;
}

interface Planned {
	id: number;
	uuid: string;
	hostId: string;
	topic: string;
	/** ISO UTC. */
	start: string;
}

/**
 * What is planned in the whole account:
 * https://developers.zoom.us/docs/api/meetings/#tag/reports/get/report/upcoming_events. Zoom's page calls
 * `id` the event's unique ID and does not say which: a switch of the sandbox decides.
 */
export function registerUpcoming(
	app: FastifyInstance,
	{ world, now, pager, lookup, controls }: ZoomContext,
): void {
	app.get<{ Querystring: UpcomingQuery }>(
		'/report/upcoming_events',
		readRoute('Heavy', 'report:read:upcoming_meetings_webinars:admin'),
		async (request) => {
			requirePaidPlan(world);
			const { type = 'all' } = request.query;
			if (type !== 'all' && type !== 'meeting' && type !== 'webinar') throw invalid('type');
			const from = day(request.query.from, 'from');
			const until = day(request.query.to, 'to') + DAY_MS;
			if (until <= from || (until - from) / DAY_MS > LONGEST_RANGE_DAYS + 1) throw invalid('to');
			const planned = [
				...(type === 'meeting' ? [] : world.webinars.flatMap(datesOf)),
				...(type === 'webinar' ? [] : meetingsOf(world)),
			];
			const matching = planned
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
				upcoming_events: rows.map(({ id, uuid, topic, hostId, start }) => {
					const host = lookup.user(hostId);
					return {
						id: controls.upcomingEventId === 'uuid' ? uuid : String(id),
						topic,
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

/** A recurring webinar is there with each of its dates. */
function datesOf(webinar: ZoomWebinarState): Planned[] {
	if (webinar.type === 6) return [];
	const { id, uuid, hostId, topic } = webinar;
	const starts =
		webinar.occurrences === undefined
			? [webinar.startTime]
			: availableDates(webinar).map((one) => one.start_time);
	return starts.map((start) => ({ id, uuid, hostId, topic, start }));
}

function meetingsOf({ meetings = [] }: ZoomWorld): Planned[] {
	return meetings.map(({ id, hostId, topic, startTime }) => ({
		id,
		uuid: Buffer.from(`meeting ${id}`).toString('base64'),
		hostId,
		topic,
		start: startTime,
	}));
}

function requirePaidPlan({ plan, accountId }: ZoomWorld): void {
	if (plan !== 'free') return;
	throw new ZoomError(400, 200, `This is only available for the paid account: ${accountId}`);
}

function day(text: string | undefined, name: string): number {
	const moment = /^\d{4}-\d{2}-\d{2}$/.test(text ?? '') ? Date.parse(`${text}T00:00:00Z`) : NaN;
	if (Number.isNaN(moment)) throw invalid(name);
	return moment;
}

const invalid = (name: string): ZoomError => new ZoomError(400, 300, `Invalid parameter: ${name}.`);
