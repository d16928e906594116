import type { FastifyInstance } from 'fastify';
import { readRoute } from '../access';
import type { ZoomContext } from '../context';
import { ZoomError } from '../errors';
import { webinarPathId } from '../pathIds';

/** A scheduled meeting. */
const SCHEDULED = 2;
const DURATION_MINUTES = 60;

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings : tells a meeting from a webinar. */
export function registerMeetings(app: FastifyInstance, { world, lookup }: ZoomContext): void {
	app.get(
		'/meetings/:meetingId',
		readRoute('Light', 'meeting:read:meeting', 'meeting:read:meeting:admin'),
		async (request) => {
			const named = webinarPathId(request, 'meetingId');
			if (named.kind !== 'id') throw new ZoomError(400, 300, 'Invalid meeting ID.');
			const { id } = named;
			if (world.webinars.some((one) => one.id === id)) {
				throw new ZoomError(400, 3000, 'Cannot access webinar info.');
			}
			const meeting = world.meetings?.find((one) => one.id === id);
			if (!meeting) throw new ZoomError(404, 3001, `Meeting does not exist: ${id}.`);
			return {
				uuid: `mEeTiNg${id}==`,
				id,
				host_id: meeting.hostId,
				host_email: lookup.user(meeting.hostId).email,
				topic: meeting.topic,
				type: SCHEDULED,
				status: 'waiting',
				start_time: meeting.startTime,
				duration: DURATION_MINUTES,
				timezone: 'UTC',
				agenda: '',
				created_at: meeting.startTime,
				join_url: `https://example.zoom.us/j/${id}`,
				start_url: `https://example.zoom.us/s/${id}?zak=sandbox`,
				settings: { join_before_host: false, waiting_room: true },
				pre_schedule: false,
				creation_source: 'web_portal',
			};
		},
	);
}
