import { EVENT, EVENT_ROOM, ON_DEMAND, PAT } from '../../../sandbox/adobeConnect/testing/ids';
import type { AdobeEvent } from '../../../sandbox/adobeConnect/world';
import type { Stage } from '../../support/world';
import { EVERYBODY, getAttendees, MINUTE, people, smallStage } from './support';

let here: Stage;
beforeEach(async () => {
	here = await smallStage();
});
afterEach(async () => await here.close());

const event = (): AdobeEvent => here.sandbox.adobeConnect.event(EVENT);
const all = { peopleToReturn: EVERYBODY };

test('who came only after the event had ended attended on demand', async () => {
	const found = people(await getAttendees(here, EVENT, all));
	const olga = found.find(({ email }) => email.startsWith('olga'))!;
	const { onDemand } = event().registrants.find(({ principalId }) => principalId === ON_DEMAND)!;
	expect(olga).toMatchObject({
		attendanceStatus: 'attendedOnDemand',
		attendance: { status: 'attendedOnDemand', attendedSeconds: 0, matchedBy: 'registrantId' },
	});
	expect(olga.attendance.onDemand).toMatchObject({ viewedSeconds: 240, views: 1 });
	expect(Date.parse(olga.attendance.onDemand!.firstViewedAt!)).toBe(Date.parse(onDemand!.begin));
	expect(found.filter(({ attendance }) => attendance.onDemand !== undefined)).toHaveLength(1);
});

test('and is a no-show where nobody asks for viewers', async () => {
	const found = people(await getAttendees(here, EVENT));
	expect(found.find(({ email }) => email.startsWith('olga'))!.attendanceStatus).toBe('noShow');
});

test('coming to another run of the room is no viewing', async () => {
	const { onDemand } = event().registrants.find(({ principalId }) => principalId === ON_DEMAND)!;
	const { begin, end } = onDemand!;
	const stay = { transcriptId: '1', name: 'Olga Ondemand', principalId: ON_DEMAND, begin, end };
	here.sandbox.adobeConnect
		.room(EVENT_ROOM)
		.held!.push({ assetId: '88', begin, end, stays: [stay] });
	const found = people(await getAttendees(here, EVENT, all));
	expect(found.find(({ email }) => email.startsWith('olga'))!.attendanceStatus).toBe('noShow');
});

test('who was there live stays so, whatever they viewed later', async () => {
	const pat = event().registrants.find(({ principalId }) => principalId === PAT)!;
	const at = (minutes: number): string => new Date(Date.now() + minutes * MINUTE).toISOString();
	pat.onDemand = { begin: at(-4), end: at(-1) };
	const found = people(await getAttendees(here, EVENT, all));
	expect(found.find(({ email }) => email.startsWith('pat'))!.attendanceStatus).toBe('attended');
});
