import { BUILT_IN_GROUPS } from '../state/folders';
import { startAccount, type TestAccount } from '../testing/account';
import { EVENT, HOST, LEARNER, PAT, SPEAKER, STRANGER } from '../testing/ids';
import { textOf } from '../testing/parse';

let account: TestAccount;
beforeEach(async () => {
	account = await startAccount();
});
afterEach(() => account.close());

const PAT_LOGIN = 'pat.example@example.com';
const NEW_USER = {
	type: 'user',
	login: 'new@example.com',
	email: 'new@example.com',
	'first-name': 'New',
	'last-name': 'Person',
	'has-children': 0,
};

describe('principals', () => {
	it('are listed with groups and without guests, who show in the bulk report', async () => {
		const list = await account.call('principal-list', { 'filter-login': PAT_LOGIN });
		expect(list.text).toContain('<principal-list/>');
		const guests = { 'filter-type': 'guest', 'filter-email': PAT_LOGIN };
		const report = await account.call('report-bulk-users', guests);
		expect(report.one('row').attributes['principal-id']).toBe(PAT);
		const group = await account.call('principal-list', { 'filter-type': 'event-admins' });
		expect(group.one('principal').attributes['has-children']).toBe('true');
	});

	it('of a group are told from others', async () => {
		const params = { 'group-id': BUILT_IN_GROUPS['live-admins'].id, 'filter-is-member': true };
		const ids = async () =>
			(await account.call('principal-list', params))
				.all('principal')
				.map(({ attributes }) => attributes['principal-id']);
		expect(await ids()).not.toContain(SPEAKER.id);
		await account.post('group-membership-update', {
			'group-id': BUILT_IN_GROUPS['live-admins'].id,
			'principal-id': SPEAKER.id,
			'is-member': true,
		});
		expect(await ids()).toContain(SPEAKER.id);
	});

	it('are made, changed, and shown', async () => {
		const made = await account.post('principal-update', NEW_USER);
		const id = made.one('principal').attributes['principal-id'] ?? '';
		await account.post('principal-update', { 'principal-id': id, 'last-name': 'Other' });
		const info = await account.call('principal-info', { 'principal-id': id });
		expect(textOf(info.one('principal'), 'name')).toBe('New Other');
		await account.post('principals-delete', { 'principal-id': id });
		const gone = await account.call('principal-info', { 'principal-id': id });
		expect(gone.status).toBe('no-access/denied');
	});

	it.each([
		[{ login: PAT_LOGIN }, ['login string duplicate']],
		[{ login: `${'x'.repeat(50)}@example.com` }, ['login string range']],
		[{ login: '' }, ['login string range', 'login string missing']],
		[{ 'first-name': '' }, ['first-name string range']],
		[{ type: '' }, ['type string missing']],
	])('are refused with %j', async (more, problems) => {
		const answer = await account.post('principal-update', { ...NEW_USER, ...more });
		expect(answer.invalid).toEqual(problems);
	});

	it('who are guests become users', async () => {
		await account.post('update-principal-type', { 'principal-id': PAT, type: 'user' });
		const list = await account.call('principal-list', { 'filter-login': PAT_LOGIN });
		expect(list.one('principal').attributes['principal-id']).toBe(PAT);
	});

	it('are the business of administrators and hosts', async () => {
		await account.signIn(HOST);
		expect((await account.call('principal-list')).status).toBe('ok');
		for (const action of ['principal-update', 'report-bulk-users']) {
			expect((await account.call(action, NEW_USER)).status).toBe('no-access/denied');
		}
		await account.signIn(LEARNER);
		expect((await account.call('principal-list')).status).toBe('no-access/denied');
	});

	it('of the last hours are missing where the bulk report lags', async () => {
		account.side.world.reportLagMs = 3_600_000;
		account.side.register(EVENT, {
			email: 'late@example.com',
			firstName: 'Late',
			lastName: 'Comer',
			answers: { '80001': 'Example Inc' },
		});
		const params = { 'filter-email': 'late@example.com' };
		expect((await account.call('report-bulk-users', params)).all('row')).toEqual([]);
		account.advance(3_600_000);
		await account.signIn();
		expect((await account.call('report-bulk-users', params)).all('row')).toHaveLength(1);
	});
});

it('a new password lets its user in', async () => {
	const passwords = { password: 'new-secret', 'password-verify': 'new-secret' };
	await account.post('user-update-pwd', { 'user-id': STRANGER, ...passwords });
	const login = { login: 'stan.stranger@example.com', password: 'new-secret' };
	expect((await account.callOpen('login', login)).status).toBe('ok');
});
