import {
	EVENT,
	EVENT_ASSET,
	EVENT_ROOM,
	MEETING_ASSETS,
	MEETING_ROOM,
	SEMINAR_ASSET,
	SEMINAR_ROOM,
	SEMINAR_SESSION,
	UPCOMING_EVENT,
	UPCOMING_ROOM,
} from '../../../sandbox/adobeConnect/testing/ids';
import { Account, minutesAgo, sessionIds } from './account';

let account: Account;
beforeEach(async () => {
	account = await Account.open();
});
afterEach(async () => await account.close());

describe('the first poll', () => {
	it('begins now: what ended before starts nothing', async () => {
		const trigger = account.trigger('webinar.ended', { kinds: ['event', 'seminar', 'meeting'] });
		expect(await trigger.poll()).toBeNull();
		expect(await trigger.poll()).toBeNull();
	});

	it('looks back on demand', async () => {
		const options = { hoursBefore: 1 };
		const kinds = ['event', 'seminar', 'meeting'];
		const trigger = account.trigger('webinar.ended', { kinds, options });
		expect(sessionIds(await trigger.poll())).toEqual([EVENT_ASSET]);
		expect(await trigger.poll()).toBeNull();
	});

	it('fails when the chosen webinar is not there, so that the workflow is not activated in vain', async () => {
		const trigger = account.trigger('webinar.ended', { webinars: ['99999'] });
		await expect(trigger.poll()).rejects.toThrow(/refused the webinar 99999/);
		expect(trigger.kept).toEqual({});
	});
});

describe('after it', () => {
	it('an event comes once when it has ended, in a form that *Get attendees* takes', async () => {
		const trigger = account.trigger('webinar.ended');
		await trigger.poll();
		account.startEvent(UPCOMING_EVENT);
		account.side.join(UPCOMING_ROOM, { name: 'Guest' });
		expect(await trigger.poll()).toBeNull();
		const { assetId, begin, end } = account.side.endSession(UPCOMING_ROOM);
		const time = (iso: string) => new Date(iso).toISOString().replace('.000Z', 'Z');
		expect(await trigger.poll()).toEqual([
			{
				event: 'webinar.ended',
				eventId: `webinar.ended/${UPCOMING_EVENT}/${assetId}`,
				eventTime: time(end!),
				sequence: Date.parse(end!),
				webinar: expect.objectContaining({
					provider: 'adobeConnect',
					kind: 'event',
					webinarId: UPCOMING_EVENT,
					sessionId: assetId,
					topic: 'Next Webinar',
					startTime: time(begin),
					endTime: time(end!),
				}) as object,
			},
		]);
		expect(await trigger.poll()).toBeNull();
		expect(await trigger.poll()).toBeNull();
	});

	it('costs one call per list and webinar where nothing is new', async () => {
		const trigger = account.trigger('webinar.ended', { webinars: [EVENT] });
		await trigger.poll();
		account.actions();
		await trigger.poll();
		expect(account.actions()).toEqual(['sco-info', 'report-meeting-sessions']);
		expect(account.side.callsOf('login')).toEqual([]);
		const all = account.trigger('webinar.ended', { kinds: ['event'] });
		await all.poll();
		account.actions();
		await all.poll();
		const actions = account.actions();
		expect(actions.filter((action) => action === 'report-meeting-sessions')).toHaveLength(3);
		expect(new Set(actions)).toEqual(
			new Set(['sco-shortcuts', 'sco-expanded-contents', 'report-meeting-sessions']),
		);
	});

	it('a rehearsal is no end of the event, unless other times are included', async () => {
		const usual = account.trigger('webinar.ended', { webinars: [UPCOMING_EVENT] });
		const any = account.trigger('webinar.ended', {
			webinars: [UPCOMING_EVENT],
			options: { anyTime: true },
		});
		await usual.poll();
		await any.poll();
		const assetId = account.hold(UPCOMING_ROOM);
		expect(await usual.poll()).toBeNull();
		expect(sessionIds(await any.poll())).toEqual([assetId]);
		account.actions();
		// It is not looked up again and again.
		expect(await usual.poll()).toBeNull();
		expect(account.actions()).toEqual(['sco-info', 'report-meeting-sessions']);
	});

	it('a seminar comes with its session', async () => {
		const trigger = account.trigger('webinar.ended');
		await trigger.poll();
		const room = account.side.room(SEMINAR_ROOM);
		room.seminarSessions!.push({
			...room.seminarSessions![0]!,
			id: '60099',
			name: 'In winter',
			begin: minutesAgo(10),
			end: minutesAgo(-50),
		});
		const assetId = account.hold(SEMINAR_ROOM);
		expect(await trigger.poll()).toMatchObject([
			{
				webinar: {
					kind: 'seminar',
					webinarId: SEMINAR_ROOM,
					occurrenceId: '60099',
					topic: 'In winter',
					sessionId: assetId,
				},
			},
		]);
	});

	it('of a chosen session of a seminar only that one counts', async () => {
		const trigger = account.trigger('webinar.ended', {
			webinars: [SEMINAR_SESSION],
			options: { hoursBefore: 48 },
		});
		expect(sessionIds(await trigger.poll())).toEqual([SEMINAR_ASSET]);
		account.hold(SEMINAR_ROOM);
		expect(await trigger.poll()).toBeNull();
	});

	it('every run of a meeting room counts, and meetings are left out unless they are wanted', async () => {
		const meetings = account.trigger('webinar.ended', { kinds: ['meeting'] });
		const usual = account.trigger('webinar.ended');
		await meetings.poll();
		await usual.poll();
		const runs = [account.hold(MEETING_ROOM), account.hold(MEETING_ROOM)];
		expect(sessionIds(await meetings.poll())).toEqual(runs);
		expect(await usual.poll()).toBeNull();
	});

	it('what is held in the room of an event does not come for the room as well', async () => {
		const trigger = account.trigger('webinar.ended', { kinds: ['event', 'meeting'] });
		await trigger.poll();
		account.startEvent(UPCOMING_EVENT);
		account.hold(UPCOMING_ROOM);
		expect(await trigger.poll()).toHaveLength(1);
		expect(await trigger.poll()).toBeNull();
	});

	it('the room is taken by its link, and one webinar that is chosen twice comes once', async () => {
		const { urlPath } = account.side.room(MEETING_ROOM);
		const webinars = `${MEETING_ROOM}, ${account.here.sandbox.adobeBaseUrl}${urlPath}`;
		const trigger = account.trigger('webinar.ended', { webinars });
		await trigger.poll();
		const run = account.hold(MEETING_ROOM);
		expect(sessionIds(await trigger.poll())).toEqual([run]);
	});

	it('waits for the minutes that were asked for', async () => {
		const trigger = account.trigger('webinar.ended', {
			webinars: [MEETING_ROOM],
			options: { minutesAfterEnd: 30 },
		});
		await trigger.poll();
		trigger.kept.checkpoint = { ...(trigger.kept.checkpoint as object), notBefore: minutesAgo(90) };
		const held = account.side.room(MEETING_ROOM).held!;
		held.push({ assetId: '61900', begin: minutesAgo(80), end: minutesAgo(35), stays: [] });
		held.push({ assetId: '61901', begin: minutesAgo(34), end: minutesAgo(25), stays: [] });
		expect(sessionIds(await trigger.poll())).toEqual(['61900']);
		held[held.length - 1]!.end = minutesAgo(31);
		expect(sessionIds(await trigger.poll())).toEqual(['61901']);
		expect(await trigger.poll()).toBeNull();
	});
});

describe('more webinars than calls', () => {
	const rooms = Array.from({ length: 30 }, (_, index) => String(45_000 + index));

	beforeEach(() => {
		const like = account.side.room(MEETING_ROOM);
		for (const id of rooms) {
			account.side.rooms.set(id, { ...like, id, urlPath: `/r${id}/`, held: [], recordings: [] });
		}
	});

	it('each has its turn, nothing is lost and nothing comes twice', async () => {
		const trigger = account.trigger('webinar.ended', {
			kinds: ['meeting'],
			options: { mostCalls: 15 },
		});
		for (let poll = 0; poll < 8; poll += 1) await trigger.poll();
		const runs = rooms.map((id) => account.hold(id));
		const seen: unknown[] = [];
		for (let poll = 0; poll < 40 && seen.length < runs.length; poll += 1) {
			account.actions();
			seen.push(...sessionIds(await trigger.poll()));
			expect(account.actions().length).toBeLessThanOrEqual(15);
		}
		expect([...seen].sort()).toEqual([...runs].sort());
		for (let poll = 0; poll < 10; poll += 1) expect(await trigger.poll()).toBeNull();
	});

	it('an event that has just ended does not wait for the round', async () => {
		const trigger = account.trigger('webinar.ended', {
			kinds: ['meeting', 'event'],
			options: { mostCalls: 20 },
		});
		await trigger.poll();
		// Larger than the IDs of all rooms: it would be the last one of the round.
		const event = {
			...account.side.event(EVENT),
			id: '99001',
			roomId: '99002',
			urlPath: '/e99001/',
		};
		const room = { ...account.side.room(EVENT_ROOM), id: '99002', urlPath: '/r99002/', held: [] };
		account.side.rooms.set('99002', room);
		account.side.events.set('99001', { ...event, begin: minutesAgo(60), end: minutesAgo(1) });
		const run = account.hold('99002');
		expect(sessionIds(await trigger.poll())).toEqual([run]);
	});
});

describe('what goes wrong', () => {
	it('a webinar that may not be read does not stop the others, and is made up for', async () => {
		const trigger = account.trigger('webinar.ended', { webinars: [MEETING_ROOM, '45999'] });
		await trigger.poll();
		const run = account.hold(MEETING_ROOM);
		expect(sessionIds(await trigger.poll())).toEqual([run]);
		const like = account.side.room(MEETING_ROOM);
		const late = { assetId: '61950', begin: minutesAgo(1), end: minutesAgo(0), stays: [] };
		account.side.rooms.set('45999', { ...like, id: '45999', urlPath: '/r45999/', held: [late] });
		expect(sessionIds(await trigger.poll())).toEqual(['61950']);
		expect(trigger.kept.checkpoint).toMatchObject({ behind: {} });
	});

	it('a poll that fails changes nothing, and the next one brings everything', async () => {
		const trigger = account.trigger('webinar.ended', { webinars: [MEETING_ROOM] });
		await trigger.poll();
		const run = account.hold(MEETING_ROOM);
		const before = structuredClone(trigger.kept);
		const { held } = account.side.room(MEETING_ROOM);
		const room = account.side.room(MEETING_ROOM);
		account.side.rooms.delete(MEETING_ROOM);
		await expect(trigger.poll()).rejects.toThrow(/refused the webinar/);
		expect(trigger.kept).toEqual(before);
		account.side.rooms.set(MEETING_ROOM, { ...room, held });
		expect(sessionIds(await trigger.poll())).toEqual([run]);
	});

	it('a session that has ended is renewed, once', async () => {
		const trigger = account.trigger('webinar.ended', { webinars: [MEETING_ROOM] });
		await trigger.poll();
		account.side.expireSessions();
		account.side.calls.length = 0;
		await trigger.poll();
		await trigger.poll();
		expect(account.side.callsOf('login')).toHaveLength(1);
	});

	it('what is no webinar is refused, naming the field', async () => {
		const trigger = account.trigger('webinar.ended', { webinars: ['Spring webinar'] });
		await expect(trigger.poll()).rejects.toThrow(/^Webinar is not an ID/);
	});
});

describe('a test in the editor', () => {
	it('shows what ended last and does not move the state', async () => {
		const trigger = account.trigger('webinar.ended', { kinds: ['event', 'seminar', 'meeting'] });
		expect(sessionIds(await trigger.poll('manual'))).toEqual([EVENT_ASSET]);
		expect(trigger.kept).toEqual({});
		const meeting = account.trigger('webinar.ended', { webinars: [MEETING_ROOM] });
		expect(sessionIds(await meeting.poll('manual'))).toEqual([MEETING_ASSETS[2]]);
	});

	it('says what to do when there is nothing', async () => {
		const trigger = account.trigger('webinar.ended', { webinars: [UPCOMING_EVENT] });
		await expect(trigger.poll('manual')).rejects.toMatchObject({
			message: expect.stringMatching(/nothing of that kind to show/) as string,
			description: expect.stringMatching(/^Let it happen once/) as string,
		});
	});
});

test('the list of choices holds the webinars of the chosen kinds', async () => {
	const names = async (kinds: string[]) =>
		(await account.trigger('webinar.ended', { kinds }).options('getTriggerWebinars')).map(
			({ value }) => value,
		);
	expect(await names(['seminar'])).toEqual([SEMINAR_ROOM]);
	expect(await names(['event'])).toContain(EVENT);
	expect(await names([])).toEqual(expect.arrayContaining([EVENT, SEMINAR_ROOM, MEETING_ROOM]));
});
