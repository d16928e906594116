import type { FastifyInstance } from 'fastify';
import type { ZoomWebinarState } from '../../world';
import { readRoute } from '../access';
import type { ZoomContext } from '../context';
import { validationFailed, webinarPlanMissing } from '../errors';
import { lastEnd, occurrence } from '../registration/door';
import { webinarInFull, webinarInList } from '../shapes';

const DAY_MS = 24 * 60 * 60 * 1000;
/** How long after its scheduled end a webinar stays listed, days: https://support.zoom.com/hc/en/article?id=zm_kb&sysparm_article=KB0065766 */
const EXPIRY_DAYS = { once: 30, recurring: 365 } as const;

/** https://developers.zoom.us/docs/api/meetings/#tag/webinars */
export function registerWebinars(app: FastifyInstance, context: ZoomContext): void {
	const { pager, lookup, world } = context;

	app.get<{
		Params: { userId: string };
		Querystring: { type?: string; include_events_webinar?: string };
	}>(
		'/users/:userId/webinars',
		readRoute('Medium', 'webinar:read:list_webinars', 'webinar:read:list_webinars:admin'),
		async (request) => {
			const host = lookup.user(request.params.userId);
			if (!host.webinarLicence) throw webinarPlanMissing();
			const type = request.query.type ?? 'scheduled';
			if (type !== 'scheduled' && type !== 'upcoming') throw validationFailed('type');
			const webinars = world.webinars
				.filter((webinar) => webinar.hostId === host.id)
				.filter((webinar) => isListed(webinar, type, context.now()))
				.filter((one) => !one.eventsWebinar || request.query.include_events_webinar !== 'false');
			const { rows, ...page } = pager.page(request, webinars, { byNumber: true });
			return { ...page, webinars: rows.map(webinarInList) };
		},
	);

	app.get<{ Querystring: { show_previous_occurrences?: string; occurrence_id?: string } }>(
		'/webinars/:webinarId',
		readRoute('Light', 'webinar:read:webinar', 'webinar:read:webinar:admin'),
		async (request) => {
			const webinar = lookup.webinar(request);
			const { occurrence_id, show_previous_occurrences } = request.query;
			return webinarInFull(webinar, lookup.host(webinar), {
				now: context.now(),
				previousOccurrences: show_previous_occurrences === 'true',
				...(occurrence_id !== undefined && { occurrence: occurrence(webinar, occurrence_id) }),
			});
		},
	);
}

/** `scheduled`: past ones that have not expired, live and upcoming ones; `upcoming`: live and upcoming. */
function isListed(webinar: ZoomWebinarState, type: 'scheduled' | 'upcoming', now: number): boolean {
	const end = lastEnd(webinar);
	if (type === 'upcoming') return end > now;
	const days = webinar.type === 5 ? EXPIRY_DAYS.once : EXPIRY_DAYS.recurring;
	return end + days * DAY_MS > now;
}
