import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Outcome } from '../../../../nodes/shared/model/outcome';
import {
	HOST,
	LEARNER,
	MEETING_ROOM,
	PAT,
	SPEAKER,
	STRANGER,
	UPCOMING_EVENT,
	UPCOMING_ROOM,
} from '../../../sandbox/adobeConnect/testing/ids';
import type { NodeRunResult } from '../../support/runNode';
import type { Stage } from '../../support/world';
import { principal, registrants, writes } from '../registrant/support';
import { byId, fault, inAHurry, jsons, outcomes, smallStage } from '../webinar/support';

let here: Stage;
beforeAll(inAHurry);
beforeEach(async () => {
	here = await smallStage();
});
afterEach(async () => await here.close());

const inRoom = (id: string) => here.sandbox.adobeConnect.room(id).permissions;
const told = (result: NodeRunResult): string[] =>
	outcomes(result).map(
		({ result: what, action, reason }: Outcome) => `${what} ${action} ${reason ?? '-'}`,
	);

async function presenters(
	operation: string,
	webinarId: string,
	parameters: INodeParameters,
	items: IDataObject[] = [{}],
): Promise<NodeRunResult> {
	const all = { resource: 'panelist', webinar: byId(webinarId), options: {}, ...parameters };
	return await registrants(here, operation, all, { items });
}

const invite = async (
	items: IDataObject[],
	webinarId = MEETING_ROOM,
	options: INodeParameters = {},
): Promise<NodeRunResult> =>
	await presenters(
		'add',
		webinarId,
		{ email: '={{ $json.email }}', panelistName: '={{ $json.name }}', options },
		items,
	);

const remove = async (
	keys: string[],
	webinarId = MEETING_ROOM,
	options: INodeParameters = {},
): Promise<NodeRunResult> =>
	await presenters(
		'remove',
		webinarId,
		{ remove: 'one', panelist: '={{ $json.key }}', options },
		keys.map((key) => ({ key })),
	);

describe('panelist:add', () => {
	test('makes presenters of users, in one call, participants too', async () => {
		const result = await invite([
			{ email: SPEAKER.login, name: 'Sam Speaker' },
			{ email: LEARNER.login, name: 'Lee Learner' },
		]);
		expect(told(result)).toEqual(['synced added -', 'synced added -']);
		expect(inRoom(MEETING_ROOM)).toMatchObject({
			[SPEAKER.id]: 'mini-host',
			[LEARNER.id]: 'mini-host',
		});
		expect(jsons(result)[0]!.panelist).toEqual({
			panelistId: SPEAKER.id,
			name: 'Sam Speaker',
			email: SPEAKER.login,
			joinUrl: expect.stringContaining(here.sandbox.adobeBaseUrl) as string,
			role: 'presenter',
		});
		expect(writes(here)).toEqual({ 'permissions-update': 1 });
	});

	test('creates an account for strangers, with a mail of Adobe Connect', async () => {
		const items = [{ email: 'new@example.com', name: 'Nina New Person' }];
		const result = await invite(items);
		expect(told(result)).toEqual(['synced added -']);
		const { panelistId } = jsons(result)[0]!.panelist as { panelistId: string };
		expect(here.sandbox.adobeConnect.principals.get(panelistId)).toMatchObject({
			type: 'user',
			firstName: 'Nina',
			lastName: 'New Person',
		});
		expect(here.sandbox.adobeConnect.callsOf('principal-update')[0]!.params['send-email']).toEqual([
			'true',
		]);
		const again = { ...writes(here) };
		expect(told(await invite(items))).toEqual(['unchanged none -']);
		expect(writes(here)).toEqual(again);
	});

	test('a guest becomes a presenter only as a user', async () => {
		const stan = [{ email: 'stan.stranger@example.com', name: 'Stan Stranger' }];
		const refused = await invite(stan);
		expect(told(refused)).toEqual(['failed none vendorRejected']);
		expect(outcomes(refused)[0]!.repair).toContain('Convert Guests');
		expect(told(await invite(stan, MEETING_ROOM, { convertGuests: true }))).toEqual([
			'synced added -',
		]);
		expect(here.sandbox.adobeConnect.principals.get(STRANGER)!.type).toBe('user');
	});

	test('hosts stay hosts, and presenters become hosts by option', async () => {
		const host = [{ email: HOST.login, name: 'Hanna Host' }];
		expect(told(await invite(host))).toEqual(['unchanged none -']);
		const speaker = [{ email: SPEAKER.login, name: 'Sam Speaker' }];
		await invite(speaker);
		expect(told(await invite(speaker, MEETING_ROOM, { role: 'host' }))).toEqual(['synced added -']);
		expect(inRoom(MEETING_ROOM)).toMatchObject({ [HOST.id]: 'host', [SPEAKER.id]: 'host' });
	});

	test('of an event: in its room and on the event', async () => {
		const jane = principal(here, 'jane@example.com');
		const items = [{ email: 'jane@example.com', name: 'Jane Doe' }];
		expect(told(await invite(items, UPCOMING_EVENT))).toEqual(['synced added -']);
		expect(inRoom(UPCOMING_ROOM)[jane]).toBe('mini-host');
		expect(here.sandbox.adobeConnect.event(UPCOMING_EVENT).permissions![jane]).toBe('mini-host');
		delete inRoom(UPCOMING_ROOM)[jane];
		expect(told(await invite(items, UPCOMING_EVENT))).toEqual(['synced added -']);
		expect(inRoom(UPCOMING_ROOM)[jane]).toBe('mini-host');
		expect(told(await invite(items, UPCOMING_EVENT))).toEqual(['unchanged none -']);
	});

	test('tells of everybody who cannot be meant', async () => {
		const result = await invite([
			{ email: '', name: 'A' },
			{ email: 'nonsense', name: 'A' },
			{ email: SPEAKER.login, name: '' },
			{ email: LEARNER.login, name: 'Lee' },
			{ email: LEARNER.login, name: 'Lee' },
		]);
		expect(told(result)).toEqual([
			'skipped none noEmail',
			'skipped none invalidEmail',
			'failed none vendorRejected',
			'synced added -',
			'skipped none duplicate',
		]);
	});

	test('a lost answer is read back', async () => {
		fault(here, { match: /permissions-update/, fault: { kind: 'cutAfter' }, times: 5 });
		const result = await invite([{ email: SPEAKER.login, name: 'Sam Speaker' }]);
		expect(told(result)).toEqual(['synced added -']);
	});
});

describe('panelist:remove', () => {
	test('takes one off by email or ID, keeps hosts, and a second run says unchanged', async () => {
		inRoom(MEETING_ROOM)[SPEAKER.id] = 'mini-host';
		inRoom(MEETING_ROOM)[LEARNER.id] = 'mini-host';
		const keys = [SPEAKER.login, LEARNER.id, HOST.login, 'nobody@example.com'];
		expect(told(await remove(keys))).toEqual([
			'synced removed -',
			'synced removed -',
			'skipped none roleExcluded',
			'unchanged none panelistNotFound',
		]);
		expect(inRoom(MEETING_ROOM)).toEqual({ [HOST.id]: 'host', [PAT]: 'view' });
		expect(writes(here)).toEqual({ 'permissions-update': 1 });
		expect(told(await remove([SPEAKER.login]))).toEqual(['unchanged none panelistNotFound']);
	});

	test('hosts go where that is wanted', async () => {
		expect(told(await remove([HOST.login], MEETING_ROOM, { includeHosts: true }))).toEqual([
			'synced removed -',
		]);
		expect(inRoom(MEETING_ROOM)).not.toHaveProperty(HOST.id);
	});

	test('all of an event leave its room and the event', async () => {
		inRoom(UPCOMING_ROOM)[LEARNER.id] = 'mini-host';
		const result = await presenters('remove', UPCOMING_EVENT, { remove: 'all' });
		expect(told(result)).toEqual(['synced removed -']);
		const event = here.sandbox.adobeConnect.event(UPCOMING_EVENT);
		expect(Object.values({ ...inRoom(UPCOMING_ROOM), ...event.permissions })).not.toContain(
			'mini-host',
		);
		expect(event.permissions).toMatchObject({ [HOST.id]: 'host' });
		expect(told(await presenters('remove', UPCOMING_EVENT, { remove: 'all' }))).toEqual([
			'unchanged none -',
		]);
	});

	test('nobody named is nobody, not everybody', async () => {
		inRoom(MEETING_ROOM)[SPEAKER.id] = 'mini-host';
		expect(told(await remove([' ']))).toEqual(['failed none vendorRejected']);
		expect(inRoom(MEETING_ROOM)[SPEAKER.id]).toBe('mini-host');
	});
});

test('panelist:getAll gives presenters, with hosts by option, whatever their login', async () => {
	inRoom(MEETING_ROOM)[principal(here, 'jane@example.com', { login: 'jdoe' })] = 'mini-host';
	const list = async (options: INodeParameters) =>
		jsons(await presenters('getAll', MEETING_ROOM, { returnAll: true, options })).map(
			({ email, role }) => [email, role],
		);
	expect(await list({})).toEqual([['jane@example.com', 'presenter']]);
	expect(await list({ includeHosts: true })).toEqual([
		[HOST.login, 'host'],
		['jane@example.com', 'presenter'],
	]);
});
