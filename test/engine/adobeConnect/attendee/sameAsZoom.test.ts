import type { AttendeeItem } from '../../../../nodes/shared/model/attendance';
import { adobeIds, type StorySession } from '../../../story';
import { stage, type Stage } from '../../support/world';
import { attendeesOf, zoomNode } from '../../zoom/support/zoom';
import { getAttendees, people } from './support';

let here: Stage;
beforeAll(async () => {
	here = await stage();
});
afterAll(async () => await here.close());

const fullName = (person: { firstName: string; lastName: string }): string =>
	`${person.firstName} ${person.lastName}`.replace(/\s+/g, ' ').trim();

/**
 * Everything but ids and links, and but for what Adobe Connect's reports leave out: where a name is cut in
 * two, and what people did who did not register. By what a stay was matched is the platform's own matter.
 */
function withoutIds(item: AttendeeItem): unknown {
	const { webinar, registrant, attendance, engagement, email } = item;
	const { topic, scheduledStartTime, scheduledEndTime, startTime, endTime, durationSeconds } =
		webinar;
	const { matchedBy, ...times } = attendance;
	return {
		email,
		name: fullName(item),
		attendanceStatus: item.attendanceStatus,
		webinar: { topic, scheduledStartTime, scheduledEndTime, startTime, endTime, durationSeconds },
		registrant: registrant && {
			email: registrant.email,
			name: fullName(registrant),
			status: registrant.status,
			registeredAt: registrant.registeredAt,
		},
		attendance: { ...times, isMatched: matchedBy !== null },
		engagement: registrant && {
			level: engagement.level,
			pollsAnswered: engagement.pollsAnswered,
			questionsAsked: engagement.questionsAsked,
		},
		reason: item.reason ?? null,
	};
}

const sorted = (items: unknown[]): unknown[] =>
	items
		.map((item) => JSON.stringify(item))
		.sort()
		.map((text) => JSON.parse(text) as unknown);

const zoomOf = async ({ webinarId, sessionUuid }: StorySession): Promise<AttendeeItem[]> =>
	people(await zoomNode(here, attendeesOf(webinarId, { session: 'one', sessionId: sessionUuid })));

test.each(['main', 'nobody', 'neverStarted'] as const)(
	'%s: the same items from Zoom and from Adobe Connect, but for ids and links',
	async (name) => {
		const session = here.story[name];
		const zoom = await zoomOf(session);
		const adobe = people(await getAttendees(here, adobeIds(session, 'event').webinarId));
		expect(adobe.length).toBeGreaterThan(0);
		expect(sorted(adobe.map(withoutIds))).toEqual(sorted(zoom.map(withoutIds)));
		expect(new Set(adobe.map(({ webinar }) => webinar.provider))).toEqual(
			new Set(['adobeConnect']),
		);
		const keys = (item: AttendeeItem | undefined): string[] => Object.keys(item ?? {});
		expect(keys(adobe[0])).toEqual(keys(zoom[0]));
	},
);
