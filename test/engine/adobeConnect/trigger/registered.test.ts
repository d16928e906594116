import type { IDataObject } from 'n8n-workflow';

import { verifyJoinLink } from '../../../../nodes/AdobeConnect/joinLink/sign';
import {
	CANCELLED_EVENT,
	EVENT,
	LATE,
	MEETING_ROOM,
	NO_SHOW,
	STRANGER,
	UPCOMING_EVENT,
	WAITING,
} from '../../../sandbox/adobeConnect/testing/ids';
import { Account, minutesAgo } from './account';

const EVENT_NAME = 'webinar.registration_created';

let account: Account;
beforeEach(async () => {
	account = await Account.open();
});
afterEach(async () => await account.close());

const register = (name: string, eventId = UPCOMING_EVENT) =>
	account.side.register(eventId, {
		email: `${name}@example.com`,
		firstName: name,
		lastName: 'New',
		answers: { '80001': 'Example Inc' },
	});
const registrants = (items: IDataObject[] | null) =>
	(items ?? []).map(({ registrant }) => registrant as IDataObject);
const emails = (items: IDataObject[] | null) => registrants(items).map(({ email }) => email);

it('begins now: who is registered already starts nothing', async () => {
	const trigger = account.trigger(EVENT_NAME, { kinds: ['event', 'seminar', 'meeting'] });
	expect(await trigger.poll()).toBeNull();
	expect(await trigger.poll()).toBeNull();
});

it('somebody new comes once, as our registrant', async () => {
	const trigger = account.trigger(EVENT_NAME);
	await trigger.poll();
	const { principalId, registeredAt } = register('nadia');
	const time = new Date(registeredAt).toISOString().replace('.000Z', 'Z');
	expect(await trigger.poll()).toEqual([
		{
			event: EVENT_NAME,
			eventId: `${EVENT_NAME}/${UPCOMING_EVENT}/${principalId}`,
			eventTime: time,
			sequence: Date.parse(registeredAt),
			webinar: expect.objectContaining({ kind: 'event', webinarId: UPCOMING_EVENT }) as object,
			registrationStatus: 'pending',
			registrant: {
				registrantId: principalId,
				email: 'nadia@example.com',
				firstName: 'nadia',
				lastName: 'New',
				status: 'pending',
				registeredAt: time,
				answers: { Company: 'Example Inc' },
				joinUrl: '',
				joinUrlIsPersonal: false,
			},
		},
	]);
	expect(await trigger.poll()).toBeNull();
	account.side.decide(UPCOMING_EVENT, principalId, 'view');
	expect(await trigger.poll()).toBeNull();
});

it('costs one call per event where nobody is new', async () => {
	const trigger = account.trigger(EVENT_NAME, { webinars: [UPCOMING_EVENT] });
	await trigger.poll();
	account.actions();
	await trigger.poll();
	expect(account.actions()).toEqual(['sco-info', 'permissions-info']);
});

it('of chosen statuses a person comes when the status comes', async () => {
	const trigger = account.trigger(EVENT_NAME, { options: { statuses: ['approved'] } });
	await trigger.poll();
	const { principalId } = register('nadia');
	expect(await trigger.poll()).toBeNull();
	account.side.decide(UPCOMING_EVENT, WAITING, 'view');
	account.side.decide(UPCOMING_EVENT, principalId, 'view');
	const items = await trigger.poll();
	expect(registrants(items).map(({ registrantId }) => registrantId)).toEqual([
		WAITING,
		principalId,
	]);
	expect(await trigger.poll()).toBeNull();
});

it('who is approved comes with the link, a personal one where an address for them is given', async () => {
	const general = account.trigger(EVENT_NAME, { webinars: [MEETING_ROOM] });
	const joinLinkAddress = 'https://n8n.example.com/webhook/adobe-connect-join';
	account.here.adobeConnect.adobeConnectApi!.joinLinkSecret = 'a long random text of ours';
	const options = { joinLinkAddress };
	const personal = account.trigger(EVENT_NAME, { webinars: [MEETING_ROOM], options });
	await general.poll();
	await personal.poll();
	account.side.room(MEETING_ROOM).permissions[STRANGER] = 'view';
	expect(registrants(await general.poll())).toMatchObject([
		{
			joinUrl: `${account.here.sandbox.adobeBaseUrl}/r${MEETING_ROOM}/`,
			joinUrlIsPersonal: false,
		},
	]);
	const [registrant] = registrants(await personal.poll());
	expect(registrant).toMatchObject({ joinUrlIsPersonal: true });
	const query = Object.fromEntries(new URL(registrant!.joinUrl as string).searchParams);
	expect(verifyJoinLink(query, 'a long random text of ours')).toEqual({
		kind: 'valid',
		holder: { webinarId: MEETING_ROOM, occurrenceId: '', registrantId: STRANGER },
	});
});

it('somebody who is added to a room comes, presenters and hosts do not', async () => {
	const trigger = account.trigger(EVENT_NAME, { webinars: [MEETING_ROOM] });
	await trigger.poll();
	Object.assign(account.side.room(MEETING_ROOM).permissions, {
		[STRANGER]: 'view',
		[LATE]: 'mini-host',
	});
	expect(await trigger.poll()).toMatchObject([
		{
			eventTime: null,
			sequence: null,
			webinar: { kind: 'meeting', webinarId: MEETING_ROOM },
			registrationStatus: 'approved',
			registrant: { registrantId: STRANGER, email: 'stan.stranger@example.com' },
		},
	]);
	expect(await trigger.poll()).toBeNull();
});

it('who leaves and comes back starts nothing again', async () => {
	const trigger = account.trigger(EVENT_NAME, { webinars: [MEETING_ROOM] });
	await trigger.poll();
	const { permissions } = account.side.room(MEETING_ROOM);
	permissions[STRANGER] = 'view';
	expect(await trigger.poll()).toHaveLength(1);
	delete permissions[STRANGER];
	expect(await trigger.poll()).toBeNull();
	permissions[STRANGER] = 'view';
	expect(await trigger.poll()).toBeNull();
});

describe('a webinar that is new', () => {
	it('brings all who have registered since, though it was never looked at', async () => {
		const trigger = account.trigger(EVENT_NAME);
		await trigger.poll();
		const like = account.side.event(UPCOMING_EVENT);
		const event = { ...like, id: '99001', urlPath: '/e99001/', registrants: [] };
		account.side.events.set('99001', event);
		register('one', '99001');
		register('two', '99001');
		expect(emails(await trigger.poll())).toEqual(['one@example.com', 'two@example.com']);
		expect(await trigger.poll()).toBeNull();
	});

	it('brings those of a room that was made since, and none of an older one', async () => {
		const trigger = account.trigger(EVENT_NAME, { kinds: ['meeting'] });
		await trigger.poll();
		const like = account.side.room(MEETING_ROOM);
		const add = (id: string, createdAt: string) =>
			account.side.rooms.set(id, {
				...like,
				id,
				urlPath: `/r${id}/`,
				createdAt,
				permissions: { [NO_SHOW]: 'view' },
			});
		add('99001', new Date().toISOString());
		add('99002', minutesAgo(60 * 24));
		expect(await trigger.poll()).toMatchObject([{ webinar: { webinarId: '99001' } }]);
	});
});

it('events of before are not asked about any more', async () => {
	account.side.event(CANCELLED_EVENT).end = minutesAgo(8 * 24 * 60);
	account.side.event(CANCELLED_EVENT).begin = minutesAgo(8 * 24 * 60 + 60);
	const trigger = account.trigger(EVENT_NAME, { kinds: ['event'] });
	await trigger.poll();
	account.side.calls.length = 0;
	await trigger.poll();
	const asked = account.side.callsOf('permissions-info').map(({ params }) => params['acl-id']![0]);
	expect(asked.sort()).toEqual([EVENT, UPCOMING_EVENT]);
});

it('without a right on the report people come as their permissions tell', async () => {
	const trigger = account.trigger(EVENT_NAME, { webinars: [UPCOMING_EVENT] });
	await trigger.poll();
	register('nadia');
	account.here.sandbox.addFault({
		vendor: 'adobeConnect',
		match: /report-event-participants/,
		fault: { kind: 'adobeError', code: 'no-access', subcode: 'denied' },
	});
	const items = await trigger.poll();
	expect(emails(items)).toEqual(['nadia@example.com']);
});

it('a poll that fails changes nothing, and the next one brings everybody', async () => {
	const trigger = account.trigger(EVENT_NAME, { webinars: [UPCOMING_EVENT] });
	await trigger.poll();
	register('one');
	register('two');
	const before = structuredClone(trigger.kept);
	const event = account.side.event(UPCOMING_EVENT);
	account.side.events.delete(UPCOMING_EVENT);
	await expect(trigger.poll()).rejects.toThrow(/refused/);
	expect(trigger.kept).toEqual(before);
	account.side.events.set(UPCOMING_EVENT, event);
	expect(emails(await trigger.poll())).toEqual(['one@example.com', 'two@example.com']);
});

it('a test in the editor shows somebody', async () => {
	const trigger = account.trigger(EVENT_NAME, { webinars: [UPCOMING_EVENT] });
	expect(registrants(await trigger.poll('manual'))).toMatchObject([{ registrantId: WAITING }]);
	expect(trigger.kept).toEqual({});
});
