import { adobeWorld } from '../../../sandbox/adobeConnect/testing/world';
import { HOST } from '../../../sandbox/adobeConnect/testing/ids';
import type { AdobeConnectWorld } from '../../../sandbox/adobeConnect/world';
import { stage, type Stage } from '../../support/world';
import { hostile, results, send } from '../support/hostile';
import { changed, credentialAt, getWebinar, inAHurry, items, SCO, SECRETS } from '../support/run';

let here: Stage;
beforeAll(inAHurry);
afterEach(async () => await here.close());

async function start(changes: Partial<AdobeConnectWorld> = {}): Promise<void> {
	here = await stage(
		{ registrants: 10 },
		{ adobeConnect: adobeWorld(changes, new Date().toISOString()) },
	);
}
const logins = () => here.sandbox.adobeConnect.callsOf('login');
const asked = () =>
	here.sandbox.adobeConnect.calls.filter(({ action }) => !/^(?:login|common-info)$/.test(action));

test('one login serves all items, and all executions after it', async () => {
	await start();
	for (let execution = 0; execution < 3; execution += 1) {
		const { error, outputs } = await getWebinar(here.adobeConnect, { items: items(4) });
		expect(error).toBeNull();
		expect(outputs[0]?.map(({ json }) => json.webinarId)).toEqual(Array(4).fill(SCO));
	}
	expect(logins()).toMatchObject([{ status: 'ok' }]);
});

test('executions that start together share the login', async () => {
	await start();
	const runs = await Promise.all(
		Array.from({ length: 5 }, async () => await getWebinar(here.adobeConnect)),
	);
	expect(runs.map(({ error }) => error)).toEqual(Array(5).fill(null));
	expect(logins()).toHaveLength(1);
});

test('the password goes in a form, the session in the header, and nothing in an address', async () => {
	await start();
	const server = await hostile();
	const { error } = await getWebinar(credentialAt(server.url)).finally(server.close);
	expect(error).toBeNull();
	const [login] = server.of('login');
	expect(login).toMatchObject({
		method: 'POST',
		url: '/api/xml?action=login',
		body: `login=api%40example.com&password=${SECRETS.password}`,
	});
	expect(server.of('sco-info')[0]?.headers.cookie).toBe(`BREEZESESSION=${SECRETS.session}`);
	const rest = server.heard.filter((one) => one !== login);
	const written = rest.map(({ url, body }) => url + body).join('\n');
	for (const secret of Object.values(SECRETS)) expect(written).not.toContain(secret);
});

test('with enhanced security the second session is used', async () => {
	await start({ enhancedSecurity: true });
	expect((await getWebinar(here.adobeConnect)).error).toBeNull();
	const [anonymous] = logins().map(({ session }) => session);
	expect(anonymous).toMatch(/./);
	const used = new Set(asked().map(({ session }) => session));
	expect(used.size).toBe(1);
	expect(used).not.toContain(anonymous);
});

test('without it the first session is the one of the user', async () => {
	await start({ enhancedSecurity: false });
	expect((await getWebinar(here.adobeConnect)).error).toBeNull();
	const [first] = logins().map(({ session }) => session);
	expect(new Set(asked().map(({ session }) => session))).toEqual(new Set([first]));
	expect(logins()).toHaveLength(1);
});

test.each([1, 2])('%i logins that bring no session are tried again', async (times) => {
	await start({ enhancedSecurity: true });
	here.sandbox.adobeConnect.unsure.loginsWithoutCookie = times;
	expect((await getWebinar(here.adobeConnect)).error).toBeNull();
	expect(logins()).toHaveLength(times + 1);
	expect(asked().every(({ status }) => status === 'ok')).toBe(true);
});

test('logins that never bring one are told, and end', async () => {
	await start({ enhancedSecurity: true });
	here.sandbox.adobeConnect.unsure.loginsWithoutCookie = 1000;
	const { error } = await getWebinar(here.adobeConnect);
	expect(error?.message).toMatch(/took the login, but knows nobody by its session/);
	expect(error?.description).toMatch(/gateway or proxy .* drops cookies/);
	expect(logins()).toHaveLength(3);
	expect(asked()).toEqual([]);
});

test('a session that is lost in the middle is renewed once, and the run goes on', async () => {
	await start();
	await getWebinar(here.adobeConnect);
	here.sandbox.adobeConnect.expireSessions();
	const { error, outputs } = await getWebinar(here.adobeConnect, { items: items(3) });
	expect(error).toBeNull();
	expect(outputs[0]).toHaveLength(3);
	expect(logins()).toHaveLength(2);
	expect(asked().filter(({ status }) => status === 'no-access/no-login')).toHaveLength(1);
});

test('a session that is always lost ends in a clear error, after few calls', async () => {
	await start();
	here.sandbox.addFault({
		vendor: 'adobeConnect',
		match: /action=sco-info/,
		fault: { kind: 'adobeError', code: 'no-access', subcode: 'no-login' },
		times: 10_000,
	});
	const run = await getWebinar(here.adobeConnect, {
		items: items(50),
		onError: 'continueRegularOutput',
	});
	expect(run.outputs[0]).toHaveLength(50);
	const said = run.outputs[0]!.map(({ json }) => String(json.error));
	expect(said[0]).toMatch(/the session is not accepted, although a new one was started/);
	expect(said[49]).toMatch(/asked to log in 4 times in a row .* not asked again for 10 minutes/);
	expect(logins().length).toBeLessThanOrEqual(4);
});

test('signs in by a header that the server trusts', async () => {
	await start({ headerAuthentication: 'x-user-id' });
	const header = { authentication: 'header', headerName: 'X-User-Id', login: HOST.login };
	const { error } = await getWebinar(changed(here, { ...header, password: '' }));
	expect(error).toBeNull();
	const [login] = logins();
	expect(login?.params).toEqual({ action: ['login'], 'external-auth': ['use'] });
	const refused = await getWebinar(changed(here, { ...header, headerName: 'x-other' }));
	expect(refused.error?.message).toMatch(/does not accept the user that the header names/);
	expect(refused.error?.description).toMatch(/Header Name/);
});

test('names the account where several share a host', async () => {
	await start();
	expect((await getWebinar(changed(here, { accountId: ' 7 ' }))).error).toBeNull();
	expect(logins()[0]?.params['account-id']).toEqual(['7']);
	const { error } = await getWebinar(changed(here, { accountId: '8' }));
	expect(error?.message).toMatch(/does not accept login or password/);
	expect(error?.description).toMatch(/Account ID/);
});

test('goes back to the address where a server does not read forms', async () => {
	await start();
	const old = await hostile(({ method, action, url }, response) => {
		if (action !== 'login') return false;
		if (method === 'GET' && url.includes(SECRETS.password)) return false;
		const missing = '<invalid field="login" type="string" subcode="missing"/>';
		send(response, results('', `<status code="invalid">${missing}</status>`));
		return true;
	});
	const { error } = await getWebinar(credentialAt(old.url)).finally(old.close);
	expect(error).toBeNull();
	expect(old.of('login').map(({ method }) => method)).toEqual(['POST', 'GET']);
});

test('calls come one after the other, also of several executions', async () => {
	await start();
	const slow = await hostile(undefined, { afterMs: 15 });
	const runs = Array.from({ length: 4 }, async () => {
		const { error } = await getWebinar(credentialAt(slow.url), { items: items(2) });
		expect(error).toBeNull();
	});
	await Promise.all(runs).finally(slow.close);
	expect(slow.heard.length).toBeGreaterThan(15);
	expect(slow.most()).toBe(1);
});
