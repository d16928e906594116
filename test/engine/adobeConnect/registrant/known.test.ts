import type { IDataObject, INodeParameters } from 'n8n-workflow';

import {
	HOST,
	LEARNER,
	MEETING_ROOM,
	PAT,
	UPCOMING_EVENT,
	WAITING,
} from '../../../sandbox/adobeConnect/testing/ids';
import type { NodeRunResult } from '../../support/runNode';
import type { Stage } from '../../support/world';
import { fault, inAHurry, jsons, smallStage } from '../webinar/support';
import {
	known,
	newEvent,
	outcomesOf,
	people,
	principal,
	registrants,
	registrantsOf,
	told,
	writes,
} from './support';

let here: Stage;
beforeAll(inAHurry);
beforeEach(async () => {
	here = await smallStage();
});
afterEach(async () => await here.close());

const PAT_EMAIL = 'pat.example@example.com';
const WAITING_EMAIL = 'wanda.waiting@example.com';

const permissionOf = (eventId: string, id: string) =>
	here.sandbox.adobeConnect.event(eventId).registrants.find((one) => one.principalId === id)
		?.permission;

async function change(
	newStatus: string,
	items: IDataObject[],
	webinarId = UPCOMING_EVENT,
	changes: INodeParameters = {},
): Promise<NodeRunResult> {
	const parameters = known(webinarId, { newStatus, ...changes });
	return await registrants(here, 'updateStatus', parameters, { items });
}

const named = (...names: string[]): IDataObject[] => names.map((registrant) => ({ registrant }));

describe('registrant:updateStatus', () => {
	test('approves by email or ID, in one call, and tells the link', async () => {
		const result = await change('approve', named(WAITING_EMAIL, PAT));
		expect(told(result)).toEqual(['synced approved -', 'unchanged none -']);
		expect(registrantsOf(result)[0]).toMatchObject({
			registrantId: WAITING,
			email: WAITING_EMAIL,
			status: 'approved',
			joinUrl: `${here.sandbox.adobeBaseUrl}/e30002/`,
		});
		expect(permissionOf(UPCOMING_EVENT, WAITING)).toBe('view');
		expect(writes(here)).toEqual({ 'permissions-update': 1 });
	});

	test('denies, and a second run says unchanged', async () => {
		expect(told(await change('deny', named(WAITING_EMAIL)))).toEqual(['synced denied -']);
		expect(permissionOf(UPCOMING_EVENT, WAITING)).toBe('denied');
		expect(told(await change('deny', named(WAITING_EMAIL)))).toEqual(['unchanged none -']);
		expect(writes(here)).toEqual({ 'permissions-update': 1 });
	});

	test('cancels: the person is on the list no more, and stays in the account', async () => {
		const result = await change('cancel', named(PAT_EMAIL));
		expect(told(result)).toEqual(['synced cancelled -']);
		expect(registrantsOf(result)[0]).toMatchObject({ status: 'cancelled', joinUrl: '' });
		expect(permissionOf(UPCOMING_EVENT, PAT)).toBeUndefined();
		expect(here.sandbox.adobeConnect.principals.has(PAT)).toBe(true);
		expect(told(await change('cancel', named(PAT_EMAIL)))).toEqual([
			'unchanged none registrantNotFound',
		]);
	});

	test('tells of everybody who cannot be meant', async () => {
		const items = named(
			'',
			'nobody@example.com',
			'not an@address',
			'x',
			PAT_EMAIL,
			PAT,
			HOST.login,
		);
		const result = await change('deny', items);
		expect(told(result)).toEqual([
			'failed none registrantNotFound',
			'failed none registrantNotFound',
			'skipped none invalidEmail',
			'failed none registrantNotFound',
			'synced denied -',
			'skipped none duplicate',
			'skipped none hostCannotRegister',
		]);
	});

	test('works in a room, also for somebody with another login', async () => {
		const jane = principal(here, 'jane@example.com', { login: 'jdoe' });
		const { permissions } = here.sandbox.adobeConnect.room(MEETING_ROOM);
		permissions[jane] = 'view';
		const result = await change('deny', named('jane@example.com', LEARNER.login), MEETING_ROOM);
		expect(told(result)).toEqual(['synced denied -', 'synced denied -']);
		expect(permissions).toMatchObject({ [jane]: 'denied', [LEARNER.id]: 'denied' });
	});

	test('an unknown status is the problem of its item', async () => {
		const result = await change('={{ $json.to }}', [
			{ registrant: PAT, to: 'nonsense' },
			{ registrant: WAITING, to: 'approve' },
		]);
		expect(told(result)).toEqual(['failed none vendorRejected', 'synced approved -']);
	});

	test('changes hundreds in batches, and reads back who did not get it', async () => {
		const rows = Array.from({ length: 450 }, (_, index) => ({
			principalId: principal(here, `p${index}@example.com`, { type: 'guest' }),
			permission: 'pending' as const,
			registeredAt: '2026-01-02T00:00:00.000Z',
			answers: {},
		}));
		const { id } = newEvent(here, { registrants: rows });
		here.sandbox.adobeConnect.principals.delete(rows[7]!.principalId);
		const result = await change(
			'approve',
			rows.map(({ principalId }) => ({ registrant: principalId })),
			id,
		);
		const outcomes = told(result);
		expect(outcomes.filter((one) => one === 'synced approved -')).toHaveLength(449);
		expect(outcomes[7]).toMatch(/^failed/);
		expect(writes(here)).toEqual({ 'permissions-update': 3 });
	});
});

describe('registrant:delete', () => {
	const remove = async (items: IDataObject[], webinarId = UPCOMING_EVENT) =>
		await registrants(here, 'delete', known(webinarId), { items });

	test('takes people off the event or the room, and a second run says unchanged', async () => {
		expect(told(await remove(named(PAT_EMAIL, WAITING)))).toEqual(
			Array(2).fill('synced deleted -'),
		);
		expect(here.sandbox.adobeConnect.event(UPCOMING_EVENT).registrants).toEqual([]);
		expect(told(await remove(named(LEARNER.login), MEETING_ROOM))).toEqual(['synced deleted -']);
		expect(told(await remove(named(PAT_EMAIL, 'nobody@example.com')))).toEqual(
			Array(2).fill('unchanged none registrantNotFound'),
		);
		expect(here.sandbox.adobeConnect.principals.has(PAT)).toBe(true);
	});

	test('a lost answer is read back', async () => {
		fault(here, { match: /permissions-update/, fault: { kind: 'cutAfter' }, times: 5 });
		expect(told(await remove(named(PAT_EMAIL)))).toEqual(['synced deleted -']);
	});

	test('a write that never arrived is for later', async () => {
		fault(here, { match: /permissions-update/, fault: { kind: 'cutBefore' }, times: 5 });
		const result = await remove(named(PAT_EMAIL));
		expect(told(result)).toEqual(['deferred none temporarilyUnavailable']);
		expect(outcomesOf(result)[0]!.retryAt).not.toBeNull();
		expect(permissionOf(UPCOMING_EVENT, PAT)).toBe('view');
	});
});

describe('registrant:getAll', () => {
	const list = async (webinarId: string, parameters: INodeParameters = {}) =>
		jsons(
			await registrants(here, 'getAll', {
				webinar: { __rl: true, mode: 'id', value: webinarId },
				occurrence: { __rl: true, mode: 'id', value: '' },
				status: 'all',
				returnAll: true,
				options: {},
				...parameters,
			}),
		);

	test('gives the registrants of an event by status, with answers and when they registered', async () => {
		const event = here.sandbox.adobeConnect.event(UPCOMING_EVENT);
		const [question] = event.questions;
		event.registrants[0]!.answers = { [question!.id]: 'Acme' };
		const all = await list(UPCOMING_EVENT, { options: { includeAnswers: true } });
		expect(all.map(({ registrantId, status }) => [registrantId, status])).toEqual([
			[PAT, 'approved'],
			[WAITING, 'pending'],
		]);
		expect(all[0]).toMatchObject({
			webinarId: UPCOMING_EVENT,
			email: PAT_EMAIL,
			firstName: 'Pat',
			lastName: 'Example',
			answers: { Company: 'Acme' },
			joinUrl: `${here.sandbox.adobeBaseUrl}/e30002/`,
		});
		const [pat] = event.registrants;
		expect(Date.parse(String(all[0]!.registeredAt))).toBe(Date.parse(pat!.registeredAt));
		expect(all[1]!.joinUrl).toBe('');
		expect((await list(UPCOMING_EVENT, { status: 'pending' }))[0]).not.toHaveProperty('answers');
		expect(await list(UPCOMING_EVENT, { returnAll: false, limit: 1 })).toHaveLength(1);
	});

	test('gives the participants of a room, none of those who present', async () => {
		const jane = principal(here, 'jane@example.com', { login: 'jdoe' });
		here.sandbox.adobeConnect.room(MEETING_ROOM).permissions[jane] = 'denied';
		const all = await list(MEETING_ROOM);
		expect(all.map(({ email, status }) => [email, status])).toEqual([
			[LEARNER.login, 'approved'],
			[PAT_EMAIL, 'approved'],
			['jane@example.com', 'denied'],
		]);
		expect(await list(MEETING_ROOM, { status: 'pending' })).toEqual([]);
	});

	test('pages through long lists', async () => {
		const { permissions } = here.sandbox.adobeConnect.room(MEETING_ROOM);
		for (const { email } of people(2100)) permissions[principal(here, String(email))] = 'view';
		const all = await list(MEETING_ROOM, { status: 'approved' });
		expect(all).toHaveLength(2102);
		expect(new Set(all.map(({ registrantId }) => registrantId)).size).toBe(2102);
	});
});
