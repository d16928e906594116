import type { Outcome } from '../../../../nodes/shared/model/outcome';
import { adobeWorld } from '../../../sandbox/adobeConnect/testing/world';
import { API_USER, UPCOMING_EVENT } from '../../../sandbox/adobeConnect/testing/ids';
import { stage, type Stage } from '../../support/world';
import { add, people } from '../registrant/support';
import { at, hostile, results, send, type Answer } from '../support/hostile';
import { builtLimits, changed, credentialAt, getWebinar, inAHurry, items } from '../support/run';

let here: Stage;
beforeAll(inAHurry);
beforeEach(async () => {
	const adobeConnect = adobeWorld({ loginTries: 2 }, new Date().toISOString());
	here = await stage({ registrants: 10 }, { adobeConnect });
});
afterEach(async () => {
	jest.restoreAllMocks();
	await here.close();
});

const logins = () => here.sandbox.adobeConnect.callsOf('login');
const wrong = () => changed(here, { password: 'FAKE-wrong-password' });

/** Time passes for the node, and not for anybody's timers. */
function later(ms: number): void {
	const now = Date.now;
	jest.spyOn(Date, 'now').mockImplementation(() => now() + ms);
}

test('a wrong password is sent once, and says what to do', async () => {
	const { error, outputs } = await getWebinar(wrong());
	expect(error?.message).toBe('Adobe Connect does not accept login or password');
	expect(error?.description).toMatch(
		/Correct Login and Password .* not tried again for 10 minutes/,
	);
	expect(outputs.flat()).toEqual([]);
	expect(logins()).toHaveLength(1);
});

test('it is not sent again for 10 minutes, by any item or execution', async () => {
	const run = await getWebinar(wrong(), { items: items(50), onError: 'continueRegularOutput' });
	expect(run.outputs[0]).toHaveLength(50);
	for (const { json } of run.outputs[0]!) {
		expect(json.error).toBe('Adobe Connect does not accept login or password');
	}
	const { REFUSED_LOGIN_MS } = await builtLimits();
	later(REFUSED_LOGIN_MS - 60_000);
	expect((await getWebinar(wrong())).error?.message).toMatch(/does not accept/);
	expect(logins()).toHaveLength(1);
	jest.restoreAllMocks();
	later(REFUSED_LOGIN_MS + 1000);
	await getWebinar(wrong());
	expect(logins()).toHaveLength(2);
});

test('another password is tried at once', async () => {
	await getWebinar(wrong());
	expect((await getWebinar(here.adobeConnect)).error).toBeNull();
	expect(logins().map(({ status }) => status)).toEqual(['no-data', 'ok']);
});

test('many executions that start together send it once', async () => {
	const runs = await Promise.all(Array.from({ length: 6 }, async () => await getWebinar(wrong())));
	expect(runs.every(({ error }) => error !== null)).toBe(true);
	expect(logins()).toHaveLength(1);
});

test('a lock-out is told with its minutes, and is waited for', async () => {
	here.sandbox.adobeConnect.lock(API_USER.login, 7);
	const run = await getWebinar(here.adobeConnect, {
		items: items(3),
		onError: 'continueRegularOutput',
	});
	for (const { json } of run.outputs[0]!) {
		expect(json.error).toMatch(/has locked the user of the credential out for 7 minutes/);
		expect(json.details).toMatchObject({
			reason: 'temporarilyUnavailable',
			repair: expect.stringMatching(/Wait until then/) as string,
		});
	}
	expect(logins()).toHaveLength(1);
	later(6 * 60_000);
	await getWebinar(here.adobeConnect);
	expect(logins()).toHaveLength(1);
	jest.restoreAllMocks();
	later(7 * 60_000 + 1000);
	here.sandbox.advance(8 * 60_000);
	expect((await getWebinar(here.adobeConnect)).error).toBeNull();
});

test('people who were to be registered meanwhile are deferred until it is over', async () => {
	here.sandbox.adobeConnect.lock(API_USER.login, 7);
	const began = Date.now();
	const { outputs, error } = await add(here, UPCOMING_EVENT, people(3));
	expect(error).toBeNull();
	const outcomes = outputs[0]!.map(({ json }) => json.outcome as Outcome);
	expect(outcomes).toHaveLength(3);
	for (const outcome of outcomes) {
		expect(outcome).toMatchObject({ result: 'deferred', reason: 'temporarilyUnavailable' });
		const until = Date.parse(outcome.retryAt ?? '') - began;
		expect(until).toBeGreaterThanOrEqual(7 * 60_000);
		expect(until).toBeLessThan(8 * 60_000);
	}
	expect(logins()).toHaveLength(1);
});

describe('a login whose answer is lost', () => {
	const lost: Answer = (_, response) => void response.destroy();

	test('is tried a few times at most, over all items and executions', async () => {
		const server = await hostile(at('login', lost));
		const run = { items: items(20), onError: 'continueRegularOutput' } as const;
		const first = await getWebinar(credentialAt(server.url), run);
		const second = await getWebinar(credentialAt(server.url), run).finally(server.close);
		expect(first.outputs[0]![0]!.json.error).toMatch(/could not be reached/);
		expect(second.outputs[0]!.at(-1)!.json.error).toMatch(/not asked again for 10 minutes/);
		expect(server.of('login')).toHaveLength(4);
	});

	test('is forgotten once a later one succeeds', async () => {
		let times = 0;
		const twice: Answer = (heard, response, request) => {
			times += 1;
			return times < 3 ? lost(heard, response, request) : false;
		};
		const server = await hostile(at('login', twice));
		const { outputs } = await getWebinar(credentialAt(server.url), {
			items: items(5),
			onError: 'continueRegularOutput',
		}).finally(server.close);
		expect(outputs[0]!.map(({ json }) => 'error' in json)).toEqual([
			true,
			true,
			false,
			false,
			false,
		]);
	});
});

test.each([
	['no-access', 'pending-activation', /waits for its activation/],
	['no-access', 'account-expired', /has expired/],
	['no-access', 'pending-license', /licence agreement/],
	['no-access', 'not-secure', /over https only/],
])('a sign-in that is refused with %s/%s says why', async (code, subcode, why) => {
	const status = `<status code="${code}" subcode="${subcode}"/>`;
	const server = await hostile(at('login', (_, response) => send(response, results('', status))));
	const { error } = await getWebinar(credentialAt(server.url)).finally(server.close);
	expect(error?.message).toMatch(/^Adobe Connect refused the sign-in: /);
	expect(error?.message).toMatch(why);
	expect(server.of('login')).toHaveLength(1);
});
