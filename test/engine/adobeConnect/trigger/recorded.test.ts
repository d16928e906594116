import {
	EVENT,
	EVENT_ASSET,
	EVENT_RECORDING,
	MEETING_ROOM,
	UPCOMING_EVENT,
	UPCOMING_ROOM,
} from '../../../sandbox/adobeConnect/testing/ids';
import { Account, minutesAgo, sessionIds } from './account';

let account: Account;
beforeEach(async () => {
	account = await Account.open();
});
afterEach(async () => await account.close());

const ids = (items: unknown) =>
	((items ?? []) as Array<{ recordings: Array<{ recordingId: string }> }>).flatMap(
		({ recordings }) => recordings.map(({ recordingId }) => recordingId),
	);

it('a recording comes once, with the run that was recorded, and its copy as MP4 does not', async () => {
	const trigger = account.trigger('recording.completed');
	expect(await trigger.poll()).toBeNull();
	account.startEvent(UPCOMING_EVENT);
	const run = account.hold(UPCOMING_ROOM);
	const { id, urlPath } = account.side.addRecording(UPCOMING_ROOM, {});
	account.side.addRecording(UPCOMING_ROOM, { icon: 'mp4-archive' });
	const url = `${account.here.sandbox.adobeBaseUrl}${urlPath}`;
	expect(await trigger.poll()).toMatchObject([
		{
			event: 'recording.completed',
			eventId: `recording.completed/${UPCOMING_EVENT}/${id}`,
			webinar: { kind: 'event', webinarId: UPCOMING_EVENT, sessionId: run },
			recordings: [{ recordingId: id, type: 'archive', fileType: 'video', url, shareUrl: url }],
		},
	]);
	expect(await trigger.poll()).toBeNull();
});

it('one that appears hours after the end is not lost', async () => {
	const trigger = account.trigger('recording.completed', {
		webinars: [MEETING_ROOM],
		options: { hoursBefore: 12 },
	});
	expect(await trigger.poll()).toBeNull();
	const begin = minutesAgo(9 * 60);
	const { id } = account.side.addRecording(MEETING_ROOM, { begin, end: minutesAgo(8 * 60) });
	expect(ids(await trigger.poll())).toEqual([id]);
	expect(await trigger.poll()).toBeNull();
});

it('one of before the activation starts nothing, although it appears later', async () => {
	const trigger = account.trigger('recording.completed', { webinars: [MEETING_ROOM] });
	await trigger.poll();
	account.side.addRecording(MEETING_ROOM, { begin: minutesAgo(60), end: minutesAgo(30) });
	expect(await trigger.poll()).toBeNull();
});

it('a recording of a rehearsal is left out', async () => {
	const trigger = account.trigger('recording.completed', { webinars: [UPCOMING_EVENT] });
	await trigger.poll();
	account.hold(UPCOMING_ROOM);
	account.side.addRecording(UPCOMING_ROOM, {});
	expect(await trigger.poll()).toBeNull();
});

it('a test in the editor shows the latest one', async () => {
	const items = await account.trigger('recording.completed', { webinars: [EVENT] }).poll('manual');
	expect(ids(items)).toEqual([EVENT_RECORDING]);
	expect(sessionIds(items)).toEqual([EVENT_ASSET]);
});
