import { parseXml } from './testing/parse';
import { startAccount, type TestAccount } from './testing/account';
import { API_USER, EVENT, MEETING_ROOM } from './testing/ids';
import { SHORTCUTS } from './state/folders';

let account: TestAccount;
afterEach(() => account.close());

const NEW_ROOM = { type: 'meeting', 'folder-id': SHORTCUTS.meetings, name: 'New' };
const isMade = () => [...account.side.rooms.values()].some(({ name }) => name === 'New');

describe('trouble', () => {
	beforeEach(async () => {
		account = await startAccount();
	});

	it('meets the action that is named, wherever its name stands', async () => {
		account.addFault({
			match: /action=sco-info$/,
			fault: { kind: 'adobeError', code: 'internal-error' },
			times: 2,
		});
		expect((await account.call('sco-shortcuts')).status).toBe('ok');
		const params = { 'sco-id': EVENT };
		expect((await account.call('sco-info', params)).status).toBe('internal-error');
		expect((await account.post('sco-info', params)).status).toBe('internal-error');
		expect((await account.call('sco-info', params)).status).toBe('ok');
	});

	it('before the account leaves it as it was, after it does not', async () => {
		account.addFault({ fault: { kind: 'cutBefore' } });
		await expect(account.post('sco-update', NEW_ROOM)).rejects.toThrow();
		expect(isMade()).toBe(false);
		account.addFault({ fault: { kind: 'cutAfter' } });
		await expect(account.post('sco-update', NEW_ROOM)).rejects.toThrow();
		expect(isMade()).toBe(true);
	});

	it('comes as a page or a half of an answer', async () => {
		account.addFault({ fault: { kind: 'status', status: 503 } });
		const busy = await account.call('sco-shortcuts');
		expect([busy.http, busy.text]).toEqual([503, expect.stringContaining('<h1>503')]);
		account.addFault({ fault: { kind: 'html' } });
		expect((await account.call('sco-shortcuts')).text).toContain('Please wait');
		account.addFault({ fault: { kind: 'truncated' } });
		const query = `action=sco-shortcuts&session=${account.session}`;
		const half = await (await fetch(`${account.url}/api/xml?${query}`)).text();
		expect(half).toContain('<results>');
		expect(() => parseXml(half)).toThrow();
	});

	it('can be nothing but slowness', async () => {
		account.addFault({ fault: { kind: 'slow', ms: 20 } });
		expect((await account.call('sco-shortcuts')).status).toBe('ok');
		expect(account.books.entries.at(-1)?.fault).toBe('slow');
	});
});

it('a byte order mark and control characters come where the world has them', async () => {
	account = await startAccount({ byteOrderMark: true, controlCharacters: true });
	const query = `action=sco-info&sco-id=${MEETING_ROOM}&session=${account.session}`;
	const answer = await fetch(`${account.url}/api/xml?${query}`);
	const bytes = Buffer.from(await answer.arrayBuffer());
	expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf');
	expect(bytes.toString('utf8')).toContain('<name>\u0002Open');
});

describe('the books', () => {
	beforeEach(async () => {
		account = await startAccount();
		account.books.clear();
	});

	it('know a call by its action, and whether it writes', async () => {
		await account.call('sco-info', { 'sco-id': EVENT });
		await account.post('sco-update', NEW_ROOM);
		expect(account.books.entries.map(({ route, write }) => [route, write])).toEqual([
			['/api/xml?action=sco-info', false],
			['/api/xml?action=sco-update', true],
		]);
	});

	it('and the list of calls keep the order, the parameters and what was answered', async () => {
		await account.post('permissions-update', {
			'acl-id': [EVENT, EVENT],
			'principal-id': ['1', '2'],
			'permission-id': ['view', 'view'],
		});
		const call = account.side.callsOf('permissions-update').at(-1);
		expect(call).toMatchObject({
			params: { 'acl-id': [EVENT, EVENT], 'principal-id': ['1', '2'] },
			session: account.session,
			status: 'ok',
		});
		await account.callOpen('login', { login: API_USER.login, password: 'wrong' });
		expect(account.side.calls.at(-1)?.status).toBe('no-data');
	});
});

it('an action that nobody knows is refused', async () => {
	account = await startAccount();
	expect((await account.call('Sco-Info', { 'sco-id': EVENT })).status).toBe('no-access/denied');
});
