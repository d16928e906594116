import { cookieOf, startAccount, type TestAccount } from '../testing/account';
import { ACCOUNT, API_USER, HOST } from '../testing/ids';
import { textOf } from '../testing/parse';
import type { AdobeConnectWorld } from '../world';

let account: TestAccount;
const start = async (overrides: Partial<AdobeConnectWorld> = {}) => {
	account = await startAccount(overrides);
	return account;
};
afterEach(() => account.close());

const anonymous = async () => {
	const info = await account.callOpen('common-info');
	return textOf(info.one('common'), 'cookie');
};

describe('signing in', () => {
	it('gives a second session under enhanced security, and the first one stays anonymous', async () => {
		await start();
		const first = await anonymous();
		const answer = await account.callOpen('login', { ...credentials(), session: first });
		const second = cookieOf(answer);
		expect(answer.status).toBe('ok');
		expect(second).not.toBe(first);
		const refused = await account.callOpen('common-info', { session: first });
		expect(refused.all('user')).toEqual([]);
		const info = await account.callOpen('common-info', { session: second ?? '' });
		expect(info.one('user').attributes['user-id']).toBe(API_USER.id);
	});

	it('makes the first session the one of the user without enhanced security', async () => {
		await start({ enhancedSecurity: false });
		const first = await anonymous();
		const answer = await account.callOpen('login', { ...credentials(), session: first });
		expect(cookieOf(answer)).toBeUndefined();
		const info = await account.callOpen('common-info', { session: first });
		expect(info.one('user').attributes['user-id']).toBe(API_USER.id);
	});

	it('takes a form and a cookie as well', async () => {
		await start();
		const answer = await account.post('login', credentials());
		const info = await account.callOpen(
			'common-info',
			{},
			{ headers: { cookie: `BREEZESESSION=${cookieOf(answer)}` } },
		);
		expect(info.one('user').attributes['user-id']).toBe(API_USER.id);
	});

	it('says no-data for a wrong password, an unknown login and the id of another account', async () => {
		await start();
		const attempts: Array<Record<string, string>> = [
			{ password: 'wrong' },
			{ login: 'nobody@example.com' },
			{ 'account-id': '8' },
		];
		for (const wrong of attempts) {
			const answer = await account.callOpen('login', { ...credentials(), ...wrong });
			expect(answer.status).toBe('no-data');
			expect(cookieOf(answer)).toBeUndefined();
		}
		const right = await account.callOpen('login', { ...credentials(), 'account-id': ACCOUNT });
		expect(right.status).toBe('ok');
	});

	it('locks a login after wrong passwords, and says for how many minutes', async () => {
		await start({ loginTries: 2 });
		const wrong = { ...credentials(), password: 'wrong' };
		await account.callOpen('login', wrong);
		await account.callOpen('login', wrong);
		const locked = await account.callOpen('login', credentials());
		expect(locked.status).toBe('invalid/user-suspended');
		expect(locked.one('param').attributes.value).toBe('5');
		account.advance(5 * 60_000);
		expect((await account.callOpen('login', credentials())).status).toBe('ok');
	});

	it('may be answered without a cookie now and then', async () => {
		await start();
		account.side.unsure.loginsWithoutCookie = 1;
		const first = await account.callOpen('login', credentials());
		expect([first.status, cookieOf(first)]).toEqual(['ok', undefined]);
		expect(cookieOf(await account.callOpen('login', credentials()))).toBeDefined();
	});

	it('by a header works only where the server takes one', async () => {
		await start({ headerAuthentication: 'x-user-id' });
		const external = { 'external-auth': 'use' };
		const header = { headers: { 'x-user-id': HOST.login } };
		const answer = await account.callOpen('login', external, header);
		const info = await account.callOpen('common-info', { session: cookieOf(answer) ?? '' });
		expect(info.one('user').attributes['user-id']).toBe(HOST.id);
		expect((await account.callOpen('login', external)).status).toBe('no-data');
		await account.close();
		await start();
		expect((await account.callOpen('login', external, header)).status).toBe('no-data');
	});

	it('refuses users whom the account has shut out', async () => {
		await start();
		const user = account.side.principals.get(API_USER.id);
		if (user) user.state = 'pending-activation';
		const answer = await account.callOpen('login', credentials());
		expect(answer.status).toBe('no-access/pending-activation');
	});

	it('keeps passwords out of the books', async () => {
		await start();
		await account.post('login', credentials());
		expect(JSON.stringify(account.side.calls)).not.toContain(API_USER.password);
		expect(JSON.stringify(account.books.entries.at(-1))).not.toContain(API_USER.password);
	});
});

describe('a session', () => {
	it('ends by logout, by an idle half hour, and when a test says so', async () => {
		await start();
		expect((await account.call('sco-shortcuts')).status).toBe('ok');
		await account.call('logout');
		expect((await account.call('sco-shortcuts')).status).toBe('no-access/no-login');
		await account.signIn();
		account.advance(20 * 60_000);
		expect((await account.call('sco-shortcuts')).status).toBe('ok');
		account.advance(31 * 60_000);
		expect((await account.call('sco-shortcuts')).status).toBe('no-access/no-login');
		await account.signIn();
		account.side.expireSessions();
		expect((await account.call('sco-shortcuts')).status).toBe('no-access/no-login');
	});
});

function credentials() {
	return { login: API_USER.login, password: API_USER.password };
}
