import { startAccount, type TestAccount } from '../testing/account';
import {
	EVENT,
	EVENT_RECORDING,
	HOST,
	LEARNER,
	MEETING_ROOM,
	NO_SHOW,
	PAT,
	SEMINAR_ROOM,
	SPEAKER,
	STRANGER,
	UPCOMING_EVENT,
	WAITING,
} from '../testing/ids';

let account: TestAccount;
beforeEach(async () => {
	account = await startAccount();
});
afterEach(() => account.close());

const update = (...trios: Array<[string, string, string]>) =>
	account.post(
		'permissions-update',
		trios.flatMap(([acl, principal, permission]): Array<[string, string]> => [
			['acl-id', acl],
			['principal-id', principal],
			['permission-id', permission],
		]),
	);

const of = async (acl: string, principal: string) => {
	const params = { 'acl-id': acl, 'principal-id': principal };
	const answer = await account.call('permissions-info', params);
	return answer.one('permission').attributes['permission-id'];
};

const listed = async (acl: string, permission: string) => {
	const params = { 'acl-id': acl, 'filter-permission-id': permission };
	const answer = await account.call('permissions-info', params);
	return answer.all('principal').map(({ attributes }) => attributes['principal-id']);
};

describe('permissions', () => {
	it('are given, changed and taken by trios in one call', async () => {
		const answer = await update(
			[SEMINAR_ROOM, STRANGER, 'view'],
			[SEMINAR_ROOM, PAT, 'mini-host'],
			[SEMINAR_ROOM, LEARNER.id, 'remove'],
		);
		expect(answer.status).toBe('ok');
		expect(await of(SEMINAR_ROOM, STRANGER)).toBe('view');
		expect(await listed(SEMINAR_ROOM, 'mini-host')).toEqual([SPEAKER.id, PAT]);
		expect(await of(SEMINAR_ROOM, LEARNER.id)).toBe('');
	});

	it('are answered ok although some of several were wrong', async () => {
		const answer = await update(
			['99', PAT, 'host'],
			[SEMINAR_ROOM, '99', 'view'],
			[SEMINAR_ROOM, PAT, 'boss'],
			[SEMINAR_ROOM, STRANGER, 'view'],
		);
		expect(answer.status).toBe('ok');
		expect(await of(SEMINAR_ROOM, PAT)).toBe('view');
		expect(await of(SEMINAR_ROOM, STRANGER)).toBe('view');
		expect((await update(['99', PAT, 'host'])).status).toBe('no-access/denied');
	});

	it('need all three parts', async () => {
		const params = { 'acl-id': [SEMINAR_ROOM], 'principal-id': [PAT] };
		const answer = await account.post('permissions-update', params);
		expect(answer.invalid).toEqual(['permission-id id missing']);
	});

	it('for everybody open and close a room and a recording', async () => {
		expect(await of(MEETING_ROOM, 'public-access')).toBe('view-hidden');
		await update([MEETING_ROOM, 'public-access', 'denied']);
		expect(account.side.room(MEETING_ROOM).access).toBe('denied');
		await update([EVENT_RECORDING, 'public-access', 'view']);
		expect(await of(EVENT_RECORDING, 'public-access')).toBe('view');
	});

	it('on an event are its registrants', async () => {
		expect(await listed(UPCOMING_EVENT, 'pending')).toEqual([WAITING]);
		await update([UPCOMING_EVENT, WAITING, 'view'], [UPCOMING_EVENT, PAT, 'denied']);
		expect(await listed(UPCOMING_EVENT, 'view')).toEqual([WAITING]);
		expect(account.side.mails.map(({ template }) => template)).toEqual([
			'permission-approved',
			'permission-denied',
		]);
		await update([EVENT, NO_SHOW, 'remove'], [EVENT, STRANGER, 'view']);
		const { registrants } = account.side.event(EVENT);
		const ids = registrants.map(({ principalId }) => principalId);
		expect(ids).not.toContain(NO_SHOW);
		expect(ids).toContain(STRANGER);
	});

	it('are for who manages the room', async () => {
		await account.signIn(HOST);
		expect((await update([SEMINAR_ROOM, STRANGER, 'view'])).status).toBe('ok');
		await account.signIn(LEARNER);
		expect((await update([SEMINAR_ROOM, STRANGER, 'host'])).status).toBe('no-access/denied');
		const info = await account.call('permissions-info', { 'acl-id': SEMINAR_ROOM });
		expect(info.status).toBe('no-access/denied');
	});
});
