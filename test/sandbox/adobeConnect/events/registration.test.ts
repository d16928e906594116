import { startAccount, type TestAccount } from '../testing/account';
import {
	CANCELLED_EVENT,
	COMPANY_QUESTION,
	COUNTRY_QUESTION,
	EVENT,
	NEWS_QUESTION,
	PAT,
	UPCOMING_EVENT,
} from '../testing/ids';
import { textOf } from '../testing/parse';

let account: TestAccount;
beforeEach(async () => {
	account = await startAccount();
});
afterEach(() => account.close());

type Pairs = Array<[string, string]>;

const person = (email: string, more: Record<string, string> = {}): Pairs =>
	Object.entries({
		'sco-id': EVENT,
		login: email,
		email,
		'first-name': 'New',
		'last-name': 'Person',
		...more,
	});

const answers = (...given: Pairs): Pairs =>
	given.flatMap(([id, response]): Pairs => [
		['interaction-id', id],
		['response', response],
	]);

const COMPANY = answers([COMPANY_QUESTION, 'Example Inc']);
const register = (pairs: Pairs) => account.post('event-register', pairs);
const NEW = 'new@example.com';

describe('event-register', () => {
	it('makes the person a guest and a registrant, and sends a mail', async () => {
		const given = answers([COUNTRY_QUESTION, 'France'], [COMPANY_QUESTION, 'A & B']);
		const answer = await register([...person(NEW, { 'campaign-id': 'spring' }), ...given]);
		expect([answer.status, answer.all('principal')]).toEqual(['ok', []]);
		const principal = account.side.principalByLogin(NEW);
		expect(principal).toMatchObject({ type: 'guest', firstName: 'New' });
		expect(account.side.event(EVENT).registrants.at(-1)).toEqual({
			principalId: principal?.id,
			permission: 'view',
			registeredAt: account.now(),
			answers: { [COMPANY_QUESTION]: 'A & B', [COUNTRY_QUESTION]: 'France' },
			campaignId: 'spring',
		});
		expect(account.side.mails).toMatchObject([{ to: NEW, template: 'permission-approved' }]);
	});

	it('names people who were known before, and renames them', async () => {
		const pairs = person('stan.stranger@example.com', { 'first-name': 'Stanley' });
		const answer = await register([...pairs, ...COMPANY]);
		expect(textOf(answer.one('principal'), 'name')).toBe('Stanley Person');
	});

	it('can be made to name everybody or nobody', async () => {
		account.side.unsure.registerNamesPrincipal = 'always';
		const answer = await register([...person(NEW), ...COMPANY]);
		expect(answer.all('principal')).toHaveLength(1);
	});

	it('waits for approval where the event wants it', async () => {
		await register([...person(NEW, { 'sco-id': UPCOMING_EVENT }), ...COMPANY]);
		const { registrants } = account.side.event(UPCOMING_EVENT);
		expect(registrants.at(-1)?.permission).toBe('pending');
		const login = { 'sco-id': UPCOMING_EVENT, login: NEW };
		expect((await account.call('event-login', login)).status).toBe('no-access/denied');
		account.side.decide(UPCOMING_EVENT, registrants.at(-1)?.principalId ?? '', 'view');
		expect((await account.call('event-login', login)).status).toBe('ok');
	});

	it.each<[string, Pairs]>([
		['already-registered string not-allowed', person('pat.example@example.com')],
		[`${COMPANY_QUESTION} string missing`, person(NEW)],
		['email string missing', person(NEW, { email: '' })],
		['sco-id id missing', person(NEW, { 'sco-id': '' })],
		['99 id no-such-item', [...person(NEW), ...answers(['99', 'x'])]],
		[
			`${COUNTRY_QUESTION} string format`,
			[...person(NEW), ...answers([COUNTRY_QUESTION, 'Atlantis'])],
		],
		[`${NEWS_QUESTION} string format`, [...person(NEW), ...answers([NEWS_QUESTION, 'perhaps'])]],
	])('refuses: %s', async (problem, pairs) => {
		const answer = await register(pairs);
		expect(answer.invalid).toEqual([problem]);
		expect(account.side.principalByLogin(NEW)).toBeUndefined();
	});

	it('takes nobody any more when the event is full, called off or not there', async () => {
		account.side.event(EVENT).registrationLimit = 4;
		const full = await register([...person(NEW), ...COMPANY]);
		expect(full.invalid).toEqual(['registration-limit string limit-reached']);
		const off = await register([...person(NEW, { 'sco-id': CANCELLED_EVENT }), ...COMPANY]);
		expect(off.status).toBe('no-access/not-available');
		const unknown = await register(person(NEW, { 'sco-id': '99' }));
		expect(unknown.status).toBe('no-access/denied');
	});

	it('is an internal error when answers and questions do not pair', async () => {
		const answer = await register([...person(NEW), ['interaction-id', COMPANY_QUESTION]]);
		expect(answer.status).toBe('internal-error');
	});

	it('wants a password twice where the address alone lets nobody in', async () => {
		account.side.event(EVENT).passwordBypass = false;
		const pairs = [...person(NEW), ...COMPANY];
		expect((await register(pairs)).invalid).toEqual(['password string missing']);
		const wrong = await register([...pairs, ['password', 'a'], ['password-verify', 'b']]);
		expect(wrong.invalid).toEqual(['password-verify string format']);
		const right = await register([...pairs, ['password', 'a'], ['password-verify', 'a']]);
		expect(right.status).toBe('ok');
		const login = { 'sco-id': EVENT, login: NEW };
		expect((await account.call('event-login', login)).status).toBe('no-data');
		const inside = await account.call('event-login', { ...login, password: 'a' });
		expect(inside.status).toBe('ok');
	});
});

describe('the way in', () => {
	it('is a page with a session of the person', async () => {
		const login = { 'sco-id': EVENT, login: 'pat.example@example.com' };
		const url = (await account.call('event-login', login)).one('entry-url').text;
		expect((await fetch(url)).status).toBe(200);
		const session = new URL(url).searchParams.get('session') ?? '';
		const info = await account.callOpen('common-info', { session });
		expect(info.one('user').attributes['user-id']).toBe(PAT);
	});

	it('is closed to people who are not registered', async () => {
		const login = { 'sco-id': EVENT, login: 'stan.stranger@example.com' };
		expect((await account.call('event-login', login)).status).toBe('no-access/denied');
	});
});

describe('the form', () => {
	it('asks the questions of the event, and names the choices', async () => {
		const details = await account.call('event-registration-details', { 'sco-id': EVENT });
		const kinds = details
			.one('event-fields')
			.children.map(({ attributes }) => [
				attributes['interaction-type'],
				attributes['is-required'],
			]);
		expect(kinds).toEqual([
			['fill-in', 'true'],
			['choice', 'false'],
			['true-false', 'false'],
		]);
		const params = { 'sco-id': EVENT, 'interaction-id': COUNTRY_QUESTION };
		const choices = await account.call('report-asset-response-info', params);
		expect(choices.all('description').map(({ text }) => text)).toEqual([
			'Germany',
			'France',
			'United States',
		]);
	});
});
