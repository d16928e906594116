import type { FastifyInstance } from 'fastify';
import type { ZoomWebinarState } from '../../world';
import { readRoute } from '../access';
import type { ZoomContext } from '../context';
import { validationFailed, webinarPlanMissing, ZoomError } from '../errors';
import { registrantRow, webinarInFull, webinarInList } from '../shapes';

const DAY_MS = 24 * 60 * 60 * 1000;
/** How long after its scheduled end a webinar stays listed, days: https://support.zoom.com/hc/en/article?id=zm_kb&sysparm_article=KB0065766 */
const EXPIRY_DAYS = { once: 30, recurring: 365 } as const;

const REGISTRANT_STATUSES = ['pending', 'approved', 'denied'];

/** https://developers.zoom.us/docs/api/meetings/#tag/webinars */
export function registerWebinars(app: FastifyInstance, context: ZoomContext): void {
	const { pager, lookup, world } = context;

	app.get<{ Params: { userId: string }; Querystring: { type?: string } }>(
		'/users/:userId/webinars',
		readRoute('Medium', 'webinar:read:list_webinars', 'webinar:read:list_webinars:admin'),
		async (request) => {
			const host = lookup.user(request.params.userId);
			if (!host.webinarLicence) throw webinarPlanMissing();
			const type = request.query.type ?? 'scheduled';
			if (type !== 'scheduled' && type !== 'upcoming') throw validationFailed('type');
			const webinars = world.webinars
				.filter((webinar) => webinar.hostId === host.id)
				.filter((webinar) => isListed(webinar, type, context.now()));
			const { rows, ...page } = pager.page(request, webinars, { byNumber: true });
			return { ...page, webinars: rows.map(webinarInList) };
		},
	);

	app.get(
		'/webinars/:webinarId',
		readRoute('Light', 'webinar:read:webinar', 'webinar:read:webinar:admin'),
		async (request) => {
			const webinar = lookup.webinar(request);
			return webinarInFull(webinar, lookup.host(webinar));
		},
	);

	app.get<{ Querystring: { status?: string } }>(
		'/webinars/:webinarId/registrants',
		readRoute('Medium', 'webinar:read:list_registrants', 'webinar:read:list_registrants:admin'),
		async (request) => {
			const webinar = lookup.webinar(request);
			if (webinar.approvalType === 2) {
				throw new ZoomError(
					400,
					3000,
					`This webinar does not have registration as required: ${webinar.id}.`,
				);
			}
			const status = request.query.status ?? 'approved';
			if (!REGISTRANT_STATUSES.includes(status)) throw validationFailed('status');
			const matching = webinar.registrants.filter((row) => row.status === status);
			const { rows, ...page } = pager.page(request, matching, { byNumber: true });
			return { ...page, registrants: rows.map(registrantRow) };
		},
	);

	app.get(
		'/webinars/:webinarId/panelists',
		readRoute('Medium', 'webinar:read:list_panelists', 'webinar:read:list_panelists:admin'),
		async (request) => {
			const webinar = lookup.webinar(request);
			return {
				total_records: webinar.panelists.length,
				panelists: webinar.panelists.map((panelist) => ({
					...panelist,
					join_url: `${webinar.joinUrl}?tk=${panelist.id}`,
				})),
			};
		},
	);
}

/** `scheduled`: past ones that have not expired, live and upcoming ones; `upcoming`: live and upcoming. */
function isListed(webinar: ZoomWebinarState, type: 'scheduled' | 'upcoming', now: number): boolean {
	if (webinar.type === 6) return true;
	const end = Date.parse(webinar.startTime) + webinar.duration * 60_000;
	if (type === 'upcoming') return end > now;
	const days = webinar.type === 5 ? EXPIRY_DAYS.once : EXPIRY_DAYS.recurring;
	return end + days * DAY_MS > now;
}
