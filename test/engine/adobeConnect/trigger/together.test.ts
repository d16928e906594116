import type { IDataObject } from 'n8n-workflow';

import {
	EVENT,
	EVENT_ASSET,
	EVENT_ROOM,
	MEETING_ROOM,
	NO_SHOW,
	PAT,
	UPCOMING_ROOM,
} from '../../../sandbox/adobeConnect/testing/ids';
import { getAttendees, people } from '../attendee/support';
import { inAHurry } from '../webinar/support';
import { Account, sessionIds } from './account';

let account: Account;
beforeAll(inAHurry);
beforeEach(async () => {
	account = await Account.open();
});
afterEach(async () => await account.close());

it('what the trigger gives goes straight into *Get attendees*', async () => {
	const trigger = account.trigger('webinar.ended', { options: { hoursBefore: 1 } });
	const [item] = (await trigger.poll()) ?? [];
	const found = await getAttendees(
		account.here,
		'={{ $json.webinar.webinarId }}',
		{ session: 'one', sessionId: '={{ $json.webinar.sessionId }}' },
		{ items: [item as IDataObject] },
	);
	const came = people(found);
	expect(came.map(({ registrant }) => registrant?.registrantId)).toEqual(
		expect.arrayContaining([PAT, NO_SHOW]),
	);
	expect(new Set(came.map(({ webinar }) => webinar.sessionId))).toEqual(new Set([EVENT_ASSET]));
	const { startTime, endTime, webinarId } = item!.webinar as IDataObject;
	expect(came[0]!.webinar).toMatchObject({ webinarId, startTime, endTime });
});

describe('when Adobe Connect breaks down', () => {
	const down = (match: RegExp, times: number) =>
		account.here.sandbox.addFault({
			vendor: 'adobeConnect',
			match,
			times,
			fault: { kind: 'status', status: 503 },
		});

	it('over everything, the poll fails, keeps its state, and the next one brings everything', async () => {
		const trigger = account.trigger('webinar.ended', { webinars: [MEETING_ROOM, UPCOMING_ROOM] });
		await trigger.poll();
		const runs = [account.hold(UPCOMING_ROOM), account.hold(MEETING_ROOM)];
		const before = structuredClone(trigger.kept);
		down(/report-meeting-sessions/, 10);
		await expect(trigger.poll()).rejects.toMatchObject({
			message: expect.stringMatching(/^Adobe Connect is overloaded or down/) as string,
		});
		expect(trigger.kept).toEqual(before);
		expect(sessionIds(await trigger.poll()).sort()).toEqual(runs.sort());
	});

	it('over one webinar, the others come, and it is made up for', async () => {
		const trigger = account.trigger('webinar.ended', { webinars: [MEETING_ROOM, UPCOMING_ROOM] });
		await trigger.poll();
		const late = account.hold(UPCOMING_ROOM);
		const soon = account.hold(MEETING_ROOM);
		// By their IDs this room comes first, and takes all five tries.
		down(/report-meeting-sessions/, 5);
		expect(sessionIds(await trigger.poll())).toEqual([soon]);
		expect(trigger.kept.checkpoint).toMatchObject({
			behind: { [UPCOMING_ROOM]: expect.any(String) as string },
		});
		expect(sessionIds(await trigger.poll())).toEqual([late]);
		expect(trigger.kept.checkpoint).toMatchObject({ behind: {} });
	});
});

it('no secret is in what a failing poll says or keeps', async () => {
	const fields = account.here.adobeConnect.adobeConnectApi!;
	Object.assign(fields, { joinLinkSecret: 'FAKE-join-link-secret-of-nobody' });
	const trigger = account.trigger('webinar.ended', { webinars: [EVENT] });
	await trigger.poll();
	account.side.rooms.delete(EVENT_ROOM);
	account.side.events.delete(EVENT);
	const error: Error = await trigger.poll().then(
		() => new Error('did not fail'),
		(thrown: Error) => thrown,
	);
	const told = [error.message, error.stack, JSON.stringify(error), JSON.stringify(trigger.kept)];
	expect(error.message).toMatch(/refused/);
	for (const secret of [fields.password, fields.joinLinkSecret]) {
		expect(told.join('\n')).not.toContain(String(secret));
	}
});

it('a poll that n8n begins while one still reads hands over nothing, and nothing is lost', async () => {
	const trigger = account.trigger('webinar.ended', { webinars: [MEETING_ROOM] });
	await trigger.poll();
	const held = account.hold(MEETING_ROOM);
	const both = await Promise.all([trigger.poll(), trigger.poll()]);
	expect(both.flatMap(sessionIds)).toEqual([held]);
	expect(await trigger.poll()).toBeNull();
});
