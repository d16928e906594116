import { allActions } from './actions';
import { playedActions } from './http/parameters';
import { clientProblems } from './judge';
import { SessionStore } from './session/store';
import { AdobeState } from './state/adobeState';
import { startAccount, type TestAccount } from './testing/account';
import { API_USER, EVENT_ROOM, MEETING_ROOM } from './testing/ids';
import { adobeWorld } from './testing/world';

let account: TestAccount;
beforeEach(async () => {
	account = await startAccount({ answerDelayMs: 5 });
	account.side.calls.length = 0;
	account.books.clear();
});
afterEach(() => account.close());

const problems = () => clientProblems(account.side, account.books.entries);

describe('the judge of a client', () => {
	it('has nothing against calls as Adobe describes them', async () => {
		await account.post('login', { login: API_USER.login, password: API_USER.password });
		await account.call('sco-contents', {
			'sco-id': EVENT_ROOM,
			'filter-icon': 'archive',
			'filter-rows': 10,
			'sort-sco-id': 'asc',
		});
		expect(problems()).toEqual([]);
	});

	it('names unknown actions and parameters, pages without a sort, and passwords in addresses', async () => {
		await account.call('sco-nothing');
		await account.call('sco-info', { 'sco-id': MEETING_ROOM, 'filter-name': 'x' });
		await account.call('sco-update', { 'sco-id': MEETING_ROOM, date_begin: 'x' });
		await account.call('sco-contents', { 'sco-id': EVENT_ROOM, 'filter-rows': 10 });
		await account.callOpen('login', { login: 'a', password: 'b' });
		expect(problems()).toEqual([
			'sco-nothing: no such action',
			'sco-info: no page names the parameter filter-name',
			'sco-update: no page names the parameter date_begin',
			'sco-contents: a page without a sort',
			'/api/xml?action=login: password in the address',
		]);
	});

	it('counts calls at the same time', async () => {
		// Long enough for all to have come before the first is answered, also on a busy machine.
		account.side.world.answerDelayMs = 1_000;
		const call = () => account.call('common-info');
		await Promise.all([call(), call(), call()]);
		expect(problems()).toEqual(['3 calls at the same time']);
	});

	it('knows the parameters of every action that is played', () => {
		const kernel = { now: () => 0, limits: false };
		const state = new AdobeState(kernel, adobeWorld(), () => 'http://127.0.0.1');
		const sessions = new SessionStore(kernel.now, state.world);
		const played = Object.keys(allActions(state, sessions));
		expect(playedActions().sort()).toEqual(played.sort());
	});
});

it('lists without rows can be left out', async () => {
	account.side.unsure.emptyLists = 'missing';
	const nobody = { 'filter-login': 'nobody@example.com' };
	const answer = await account.call('principal-list', nobody);
	expect([answer.status, answer.text.includes('principal-list')]).toEqual(['ok', false]);
});
