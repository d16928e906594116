import type { FastifyInstance } from 'fastify';
import { readRoute } from '../access';
import type { ZoomContext } from '../context';
import { validationFailed } from '../errors';
import { webinarPathId } from '../pathIds';
import type { Archive } from '../recordings/archive';
import { dateRange } from '../recordings/dateRange';
import { recordingRegistrantRow } from '../recordings/shapes';

const STATUSES = ['pending', 'approved', 'denied'];

interface AnalyticsQuery {
	from?: string;
	to?: string;
	type?: string;
}

/**
 * Who may watch a recording and who did. The analytics' pages name no rate limit label.
 * https://developers.zoom.us/docs/api/meetings/#tag/cloud-recording
 */
export function registerRecordingsOnDemand(
	app: FastifyInstance,
	{ now, pager }: ZoomContext,
	archive: Archive,
): void {
	app.get(
		'/meetings/:meetingId/recordings/settings',
		readRoute(
			'Light',
			'cloud_recording:read:recording_settings',
			'cloud_recording:read:recording_settings:admin',
		),
		async (request) => {
			const { recording, topic } = archive.of(webinarPathId(request, 'meetingId'));
			const onDemand = recording.registrants !== undefined;
			return {
				topic,
				share_recording: 'publicly',
				recording_authentication: false,
				password: recording.password,
				viewer_download: true,
				on_demand: onDemand,
				approval_type: onDemand ? 0 : 2,
				send_email_to_host: false,
				show_social_share_buttons: false,
				auto_delete: false,
			};
		},
	);

	app.get<{ Querystring: AnalyticsQuery }>(
		'/meetings/:meetingId/recordings/analytics_details',
		readRoute(
			'Medium',
			'cloud_recording:read:recording_analytics_details',
			'cloud_recording:read:recording_analytics_details:admin',
		),
		async (request) => {
			const { recording } = archive.of(webinarPathId(request, 'meetingId'));
			const type = request.query.type ?? 'by_view';
			if (type !== 'by_view' && type !== 'by_download') throw validationFailed('type');
			const range = dateRange(request.query, now());
			const views = type === 'by_view' ? recording.views : [];
			const { rows, next_page_token, page_size, total_records } = pager.page(
				request,
				views.filter((view) => isPast(view.date_time, now()) && range.covers(view.date_time)),
			);
			return {
				from: range.from,
				to: range.to,
				next_page_token,
				page_size,
				total_records,
				analytics_details: rows,
			};
		},
	);

	app.get<{ Querystring: AnalyticsQuery }>(
		'/meetings/:meetingId/recordings/analytics_summary',
		readRoute(
			'Medium',
			'cloud_recording:read:recording_analytics_summary',
			'cloud_recording:read:recording_analytics_summary:admin',
		),
		async (request) => {
			const { recording } = archive.of(webinarPathId(request, 'meetingId'));
			const { from, to, covers } = dateRange(request.query, now());
			const perDay = new Map<string, number>();
			for (const { date_time } of recording.views) {
				if (!isPast(date_time, now()) || !covers(date_time)) continue;
				const date = date_time.slice(0, 10);
				perDay.set(date, (perDay.get(date) ?? 0) + 1);
			}
			return {
				from,
				to,
				analytics_summary: [...perDay].sort().map(([date, views]) => ({
					date,
					views_total_count: views,
					downloads_total_count: 0,
				})),
			};
		},
	);

	app.get<{ Querystring: { status?: string } }>(
		'/meetings/:meetingId/recordings/registrants',
		readRoute(
			'Medium',
			'cloud_recording:read:list_recording_registrants',
			'cloud_recording:read:list_recording_registrants:admin',
		),
		async (request) => {
			const { recording } = archive.of(webinarPathId(request, 'meetingId'));
			const status = request.query.status ?? 'approved';
			if (!STATUSES.includes(status)) throw validationFailed('status');
			const matching = (recording.registrants ?? []).filter((row) => row.status === status);
			const { rows, ...page } = pager.page(request, matching, { byNumber: true });
			return { ...page, registrants: rows.map(recordingRegistrantRow) };
		},
	);
}

const isPast = (moment: string, now: number): boolean => Date.parse(moment) <= now;
