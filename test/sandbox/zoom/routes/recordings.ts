import type { FastifyInstance, FastifyRequest } from 'fastify';
import { readRoute } from '../access';
import type { ZoomContext } from '../context';
import { validationFailed, ZoomError } from '../errors';
import { webinarPathId } from '../pathIds';
import { isFileReady, type Archive, type Recorded } from '../recordings/archive';
import { dateRange, type DateRange } from '../recordings/dateRange';
import { downloadUrl, recordingRow, type ShapeOptions } from '../recordings/shapes';

/** A day, when `ttl` is not given; Zoom's default is not documented. */
const DEFAULT_TTL_SECONDS = 86_400;
const MAX_TTL_SECONDS = 604_800;

interface ListQuery {
	from?: string;
	to?: string;
	trash?: string;
	trash_type?: string;
	meeting_id?: string;
}

/** https://developers.zoom.us/docs/api/meetings/#tag/cloud-recording ; webinars are under /meetings too. */
export function registerRecordings(
	app: FastifyInstance,
	{ world, now, pager, lookup, tokens }: ZoomContext,
	archive: Archive,
): void {
	const shapeOptions = (request: FastifyRequest): ShapeOptions => ({
		accountId: world.accountId,
		origin: `http://${request.host}/zoom`,
		now: now(),
	});

	app.get<{ Querystring: { include_fields?: string; ttl?: string } }>(
		'/meetings/:meetingId/recordings',
		readRoute(
			'Light',
			'cloud_recording:read:list_recording_files',
			'cloud_recording:read:list_recording_files:admin',
		),
		async (request) => {
			const recorded = archive.of(webinarPathId(request, 'meetingId'));
			const { recording } = recorded;
			const { include_fields, ttl } = request.query;
			const wanted = (include_fields ?? '').split(',').includes('download_access_token');
			const actor = { kind: 'download', sessionUuid: recording.sessionUuid } as const;
			return {
				...recordingRow(recorded, shapeOptions(request)),
				password: recording.password,
				...(wanted
					? { download_access_token: tokens.issue([], actor, ttlSeconds(ttl)).token }
					: {}),
			};
		},
	);

	app.get<{ Params: { userId: string }; Querystring: ListQuery }>(
		'/users/:userId/recordings',
		readRoute(
			'Medium',
			'cloud_recording:read:list_user_recordings',
			'cloud_recording:read:list_user_recordings:admin',
		),
		async (request) => {
			if (world.plan === 'free') {
				throw new ZoomError(
					400,
					200,
					`Only available for Paid or ZMP account: ${world.accountId}.`,
				);
			}
			const host = lookup.user(request.params.userId);
			const range = dateRange(request.query, now());
			const listed = select(archive, request.query, range).filter(
				(one) =>
					one.hostId === host.id &&
					(request.query.meeting_id === undefined || String(one.id) === request.query.meeting_id),
			);
			const { rows, ...page } = pager.page(request, listed);
			return {
				from: range.from,
				to: range.to,
				page_count: page.page_count,
				page_size: page.page_size,
				total_records: page.total_records,
				next_page_token: page.next_page_token,
				meetings: rows.map((one) => recordingRow(one, shapeOptions(request))),
			};
		},
	);

	app.get(
		'/meetings/:meetingId/transcript',
		readRoute(
			'Medium',
			'cloud_recording:read:meeting_transcript',
			'cloud_recording:read:meeting_transcript:admin',
		),
		async (request) => {
			const recorded = archive.any(webinarPathId(request, 'meetingId'));
			const file = recorded?.recording.files.find((one) => one.file_type === 'TRANSCRIPT');
			if (!recorded || !file || recorded.recording.removed === 'deleted') {
				throw new ZoomError(404, 3322, 'This meeting transcript does not exist.');
			}
			const common = {
				meeting_id: recorded.recording.sessionUuid,
				account_id: world.accountId,
				meeting_topic: recorded.topic,
				host_id: recorded.hostId,
				transcript_created_time: file.readyAt ?? recorded.recording.readyAt,
				auto_delete: false,
			};
			const refuse = (reason: string) => ({
				...common,
				can_download: false,
				download_restriction_reason: reason,
			});
			if (recorded.recording.removed) return refuse('DELETED_OR_TRASHED');
			const recordingReady = Date.parse(recorded.recording.readyAt) <= now();
			if (!recordingReady || !isFileReady(file, now())) return refuse('NOT_READY');
			const { origin } = shapeOptions(request);
			return { ...common, can_download: true, download_url: downloadUrl(origin, file.id) };
		},
	);
}

/** The trash is listed whole, whatever the range. */
function select(archive: Archive, query: ListQuery, range: DateRange): Recorded[] {
	if (query.trash !== 'true') {
		return archive.there().filter((one) => range.covers(one.startTime));
	}
	// Nobody trashes single files here.
	return query.trash_type === 'recording_file' ? [] : archive.trashed();
}

function ttlSeconds(text: string | undefined): number {
	if (text === undefined) return DEFAULT_TTL_SECONDS;
	const seconds = Number(text);
	if (!/^\d+$/.test(text) || seconds > MAX_TTL_SECONDS) throw validationFailed('ttl');
	return seconds;
}
