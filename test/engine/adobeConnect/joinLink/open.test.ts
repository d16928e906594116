import type { IDataObject } from 'n8n-workflow';

import { readPerson } from '../../../../nodes/shared/items/person';
import { signJoinLink } from '../../../../nodes/AdobeConnect/joinLink/sign';
import {
	EVENT,
	EVENT_ASSET,
	EVENT_RECORDING,
	EVENT_ROOM,
	LEARNER,
	MEETING_ROOM,
	NO_SHOW,
	PAT,
	REFUSED,
	SEMINAR_RECORDING,
	SEMINAR_ROOM,
	SEMINAR_SESSION,
	UPCOMING_EVENT,
	WAITING,
} from '../../../sandbox/adobeConnect/testing/ids';
import { runNode } from '../../support/runNode';
import { validatorOf } from '../../support/schema';
import type { Stage } from '../../support/world';
import { actions, inMinutes, jsons, smallStage } from '../webinar/support';

const SECRET = 'a long random text of ours';
const ADDRESS = 'https://n8n.example.com/webhook/adobe-connect-join';

let here: Stage;
beforeEach(async () => {
	here = await smallStage();
});
afterEach(async () => await here.close());

function queryOf(webinarId: string, registrantId: string, occurrenceId = ''): IDataObject {
	const link = signJoinLink(ADDRESS, SECRET, { webinarId, occurrenceId, registrantId });
	return Object.fromEntries(new URL(link).searchParams);
}

async function run(query: unknown, secret = SECRET) {
	const fields = { ...here.adobeConnect.adobeConnectApi, joinLinkSecret: secret };
	return await runNode({
		type: 'adobeConnect',
		credentials: { adobeConnectApi: fields },
		parameters: { resource: 'registrant', operation: 'openJoinLink', query: '={{ $json.query }}' },
		items: [{ query: query as IDataObject }],
	});
}

async function open(query: unknown): Promise<IDataObject> {
	const [item] = jsons(await run(query));
	return item!;
}

const page = (path: string): string => `${here.sandbox.adobeBaseUrl}${path}`;

describe('before and during a webinar', () => {
	it('an event with password bypass is entered directly', async () => {
		Object.assign(here.sandbox.adobeConnect.event(UPCOMING_EVENT), {
			begin: inMinutes(-5),
			end: inMinutes(50),
		});
		const item = await open(queryOf(UPCOMING_EVENT, PAT));
		expect(item).toMatchObject({
			valid: true,
			opens: 'event',
			reason: '',
			email: 'pat.example@example.com',
			firstName: 'Pat',
			attendanceStatus: '',
			registrant: { registrantId: PAT, status: 'approved' },
			webinar: { webinarId: UPCOMING_EVENT, kind: 'event' },
		});
		expect(item.redirectUrl).toMatch(/\/e30002\/event\/entry\.html\?session=\w+$/);
		expect(item).not.toHaveProperty('attendance');
	});

	it('the entry is asked for without the session of the credential', async () => {
		await open(queryOf(UPCOMING_EVENT, PAT));
		const { calls } = here.sandbox.adobeConnect;
		const entry = calls.find(({ action }) => action === 'event-login')!;
		expect(entry).toMatchObject({ session: null, status: 'ok' });
		// The credential's session is still the user's own.
		await open(queryOf(UPCOMING_EVENT, PAT));
		expect(here.sandbox.adobeConnect.callsOf('login')).toHaveLength(1);
	});

	it.each([
		['without password bypass', PAT, { passwordBypass: false }],
		['for whom waits for approval', WAITING, {}],
		['for whom is not registered', NO_SHOW, {}],
	])('an event %s opens its page, and nobody is logged in', async (_, person, changes) => {
		Object.assign(here.sandbox.adobeConnect.event(UPCOMING_EVENT), changes);
		expect(await open(queryOf(UPCOMING_EVENT, person))).toMatchObject({
			valid: true,
			redirectUrl: page('/e30002/'),
			opens: 'event',
		});
		expect(actions(here)).not.toContain('event-login');
	});

	it('an entry that Adobe Connect does not give is no obstacle', async () => {
		here.sandbox.addFault({
			vendor: 'adobeConnect',
			match: /event-login/,
			fault: { kind: 'adobeError', code: 'no-access', subcode: 'no-login' },
		});
		expect(await open(queryOf(UPCOMING_EVENT, PAT))).toMatchObject({
			redirectUrl: page('/e30002/'),
		});
		expect(here.sandbox.adobeConnect.callsOf('login')).toHaveLength(1);
	});

	it('a meeting room without a date opens the room, whatever was held in it', async () => {
		expect(await open(queryOf(MEETING_ROOM, LEARNER.id))).toMatchObject({
			valid: true,
			opens: 'room',
			redirectUrl: page(`/r${MEETING_ROOM}/`),
			attendanceStatus: '',
		});
	});

	it('a seminar with several sessions leads to the next one, unless the link is of one', async () => {
		const { seminarSessions } = here.sandbox.adobeConnect.room(SEMINAR_ROOM);
		const next = { id: '60099', begin: inMinutes(1440), end: inMinutes(1500) };
		seminarSessions!.push({ ...seminarSessions![0]!, ...next });
		expect(await open(queryOf(SEMINAR_ROOM, PAT))).toMatchObject({ opens: 'room' });
		expect(await open(queryOf(SEMINAR_ROOM, PAT, '60099'))).toMatchObject({ opens: 'room' });
		expect(await open(queryOf(SEMINAR_ROOM, PAT, SEMINAR_SESSION))).toMatchObject({
			opens: 'recording',
		});
	});
});

describe('after the end', () => {
	it('a no-show gets the recording, and attends on demand in the form of *Get attendees*', async () => {
		const item = await open(queryOf(EVENT, NO_SHOW));
		const at = expect.stringMatching(/^\d{4}-.*Z$/) as string;
		expect(item).toMatchObject({
			valid: true,
			opens: 'recording',
			redirectUrl: page(`/p${EVENT_RECORDING}/`),
			email: 'nora.noshow@example.com',
			firstName: 'Nora',
			lastName: 'Noshow',
			attendanceStatus: 'attendedOnDemand',
			registrant: { registrantId: NO_SHOW, status: 'approved' },
			attendance: {
				status: 'attendedOnDemand',
				role: 'attendee',
				attendedSeconds: 0,
				sessions: [],
				matchedBy: 'registrantId',
				onDemand: { viewedSeconds: 0, views: 1, firstViewedAt: at, lastViewedAt: at },
			},
			engagement: { level: 'unknown', basis: [] },
			webinar: { webinarId: EVENT, sessionId: EVENT_ASSET },
		});
		expect(Date.parse((item.webinar as IDataObject).startTime as string)).not.toBeNaN();
	});

	it('who was there live gets the recording, and stays who was there', async () => {
		const item = await open(queryOf(EVENT, PAT));
		expect(item).toMatchObject({ opens: 'recording', attendanceStatus: 'attended' });
		expect(item).not.toHaveProperty('attendance');
	});

	it('who was refused attends nothing', async () => {
		expect(await open(queryOf(EVENT, REFUSED))).toMatchObject({
			opens: 'recording',
			attendanceStatus: '',
			registrant: { status: 'denied' },
		});
	});

	it('the session of a seminar has its own recording', async () => {
		expect(await open(queryOf(SEMINAR_ROOM, LEARNER.id, SEMINAR_SESSION))).toMatchObject({
			redirectUrl: page(`/p${SEMINAR_RECORDING}/`),
			attendanceStatus: 'attendedOnDemand',
			webinar: { webinarId: SEMINAR_ROOM, occurrenceId: SEMINAR_SESSION },
		});
	});

	it('without a recording the page of the event opens, with the reason', async () => {
		here.sandbox.adobeConnect.room(EVENT_ROOM).recordings = [];
		expect(await open(queryOf(EVENT, NO_SHOW))).toMatchObject({
			valid: true,
			reason: 'notRecorded',
			opens: 'event',
			redirectUrl: page('/e30001/'),
			attendanceStatus: '',
		});
	});

	it('as long as somebody is in the room it goes on, after the planned end as well', async () => {
		here.sandbox.adobeConnect.room(EVENT_ROOM).held![0]!.end = null;
		expect(await open(queryOf(EVENT, NO_SHOW))).toMatchObject({ opens: 'event' });
	});

	it('a recording that is not finished yet is none', async () => {
		const { recordings } = here.sandbox.adobeConnect.room(EVENT_ROOM);
		here.sandbox.adobeConnect.world.recordingDelayMs = 86_400_000;
		for (const one of recordings!) one.createdAt = undefined;
		expect(await open(queryOf(EVENT, NO_SHOW))).toMatchObject({ reason: 'notRecorded' });
	});
});

describe('a link that is not right', () => {
	const nothing = { valid: false, redirectUrl: '', opens: '', email: '', webinar: null };

	it('with another person in it is refused, and Adobe Connect is not asked', async () => {
		const item = await open({ ...queryOf(EVENT, NO_SHOW), r: PAT });
		expect(item).toMatchObject({ ...nothing, reason: 'linkForged' });
		expect(item.pageText).toMatch(/open the link in your confirmation once more/);
		expect(here.sandbox.adobeConnect.calls).toEqual([]);
	});

	it.each([
		['nothing', undefined],
		['text', 'w=30001'],
		['a list', [1]],
		['a script', { w: '<script>alert(1)</script>', r: PAT, s: 'x'.repeat(43) }],
	])('which is %s is not complete, and nothing of it comes back', async (_, query) => {
		const item = await open(query);
		expect(item).toMatchObject({ ...nothing, reason: 'linkIncomplete' });
		expect(JSON.stringify(item)).not.toContain('script');
		expect(here.sandbox.adobeConnect.calls).toEqual([]);
	});

	it('of another account or time leads nowhere, and says so to people', async () => {
		expect(await open(queryOf('99999', PAT))).toMatchObject({
			valid: true,
			redirectUrl: '',
			reason: 'webinarNotFound',
		});
	});

	it('cannot be told without a secret in the credential', async () => {
		const { error } = await run(queryOf(EVENT, PAT), '');
		expect(error?.message).toMatch(/^Join Link Secret .* is empty/);
		expect(here.sandbox.adobeConnect.calls).toEqual([]);
	});
});

it('leads nowhere else than to the account, whatever Adobe Connect answers', async () => {
	const event = here.sandbox.adobeConnect.event(UPCOMING_EVENT);
	event.urlPath = '//evil.example.com/';
	const item = await open(queryOf(UPCOMING_EVENT, WAITING));
	const { redirectUrl } = item as { redirectUrl: string };
	expect(redirectUrl === '' || redirectUrl.startsWith(`${here.sandbox.adobeBaseUrl}/`)).toBe(true);
});

it('what comes out is what the output schema tells', async () => {
	const isRight = validatorOf('AdobeConnect/__schema__/v1.0.0/registrant/openJoinLink.json');
	const queries = [queryOf(EVENT, NO_SHOW), queryOf(MEETING_ROOM, LEARNER.id), {}];
	for (const query of queries) {
		isRight(await open(query));
		expect(isRight.errors ?? []).toEqual([]);
	}
});

it('fits *Sync Attendance* as it is', async () => {
	const item = await open(queryOf(EVENT, NO_SHOW));
	expect(readPerson(item)).toMatchObject({
		email: 'nora.noshow@example.com',
		attendanceStatus: 'attendedOnDemand',
		attended: false,
		problem: '',
	});
});
