import type { INodeCredentialTestResult } from 'n8n-workflow';

import { adobeWorld } from '../../../sandbox/adobeConnect/testing/world';
import { API_USER, HOST } from '../../../sandbox/adobeConnect/testing/ids';
import type { AdobeConnectWorld } from '../../../sandbox/adobeConnect/world';
import { stage, type Stage } from '../../support/world';
import { selfSigned } from '../support/certificate';
import {
	at,
	bomb,
	drip,
	hostile,
	pour,
	results,
	send,
	type Answer,
	type Hostile,
} from '../support/hostile';
import {
	builtLimits,
	changed,
	credentialAt,
	getWebinar,
	inAHurry,
	items,
	SECRETS,
} from '../support/run';
import { tried } from './tried';

const MB = 1024 * 1024;
const refusal = (words: RegExp) => ({
	status: 'Error',
	message: expect.stringMatching(words) as string,
});

beforeAll(inAHurry);

describe('with an account', () => {
	let here: Stage;
	afterEach(async () => await here.close());

	async function start(changes: Partial<AdobeConnectWorld> = {}): Promise<void> {
		const adobeConnect = adobeWorld(changes, new Date().toISOString());
		here = await stage({ registrants: 10 }, { adobeConnect });
	}
	const logins = () => here.sandbox.adobeConnect.callsOf('login');

	test.each([true, false])('it says who signed in (enhanced security: %s)', async (enhanced) => {
		await start({ enhancedSecurity: enhanced });
		expect(await tried(here.adobeConnect)).toEqual({
			status: 'OK',
			message: `Signed in as ${API_USER.login} (Adobe Connect 12.9.0)`,
		});
	});

	test('it logs in each time, and the nodes go on with that session', async () => {
		await start();
		await tried(here.adobeConnect);
		await tried(here.adobeConnect);
		expect(logins()).toHaveLength(2);
		expect((await getWebinar(here.adobeConnect)).error).toBeNull();
		expect(logins()).toHaveLength(2);
	});

	test('a wrong password is sent once, however often the credential is opened', async () => {
		await start({ loginTries: 2 });
		const wrong = changed(here, { password: 'FAKE-wrong-password' });
		for (let time = 0; time < 5; time += 1) {
			expect(await tried(wrong)).toEqual(
				refusal(/does not accept login or password.*Correct Login and Password.*10 minutes/),
			);
		}
		await getWebinar(wrong, { items: items(5), onError: 'continueRegularOutput' });
		expect(logins()).toHaveLength(1);
		expect(await tried(here.adobeConnect)).toMatchObject({ status: 'OK' });
	});

	test('a lock-out is told with its minutes', async () => {
		await start();
		here.sandbox.adobeConnect.lock(API_USER.login, 9);
		expect(await tried(here.adobeConnect)).toEqual(refusal(/locked .* out for 9 minutes/));
	});

	test('an account that is not on the host', async () => {
		await start();
		expect(await tried(changed(here, { accountId: '7' }))).toMatchObject({ status: 'OK' });
		expect(await tried(changed(here, { accountId: '8' }))).toEqual(refusal(/Account ID/));
	});

	test('a header that the server trusts, and one that it does not', async () => {
		await start({ headerAuthentication: 'x-user-id' });
		const header = { authentication: 'header', headerName: 'x-user-id', login: HOST.login };
		expect(await tried(changed(here, header))).toEqual({
			status: 'OK',
			message: `Signed in as ${HOST.login} (Adobe Connect 12.9.0)`,
		});
		expect(await tried(changed(here, { ...header, headerName: 'x-other' }))).toEqual(
			refusal(/does not accept the user that the header names/),
		);
	});
});

describe('with a server of another kind', () => {
	let open: Hostile[] = [];
	afterEach(async () => {
		await Promise.all(open.map(async (one) => await one.close()));
		open = [];
	});
	async function start(...options: Parameters<typeof hostile>): Promise<Hostile> {
		const server = await hostile(...options);
		open.push(server);
		return server;
	}
	async function triedAt(...options: Parameters<typeof hostile>) {
		const server = await start(...options);
		return await tried(credentialAt(server.url));
	}

	test('a page is not Adobe Connect', async () => {
		const outcome = await triedAt((_, response) => send(response, '<html/>', 'text/html'));
		expect(outcome).toEqual(refusal(/^A web page came instead .*Check Host of the credential/));
	});

	test('a missing page with a body that has no end is not read to the end', async () => {
		let written = 0;
		const outcome = await triedAt(async (_, response) => {
			response.writeHead(404, { 'content-type': 'text/xml' });
			response.write('<a>');
			written = await pour(response, 100);
		});
		expect(outcome).toEqual(refusal(/too large .*status 404/));
		expect(written).toBeLessThan(90 * MB);
	});

	test('an answer that is huge unpacked is not unpacked', async () => {
		const outcome = await triedAt((_, response) => bomb(response, 300));
		expect(outcome).toEqual(refusal(/too large/));
	});

	test('an answer that drips is given up', async () => {
		const { ANSWER } = await builtLimits();
		const { mostMs } = ANSWER;
		ANSWER.mostMs = 1000;
		const outcome = await triedAt((_, response) => drip(response)).finally(() => {
			ANSWER.mostMs = mostMs;
		});
		expect(outcome).toEqual(refusal(/took too long/));
	});

	test('a redirect is not followed, and carries nothing along', async () => {
		const elsewhere = await start();
		for (const action of ['common-info', 'login']) {
			const away: Answer = (_, response) => {
				response.writeHead(307, { location: `${elsewhere.url}/api/xml?action=login` }).end();
			};
			const outcome = await triedAt(at(action, away));
			expect(outcome).toEqual(refusal(/redirect, which was not followed/));
		}
		expect(elsewhere.heard).toEqual([]);
	});

	test('a session that is dropped on the way is noticed', async () => {
		const outcome = await triedAt(({ action, headers }, response) => {
			if (action !== 'common-info' || headers.cookie === undefined) return false;
			send(response, results('<common><version>12.9.0</version></common>'));
			return true;
		});
		expect(outcome).toEqual(refusal(/knows nobody by its session.*drops cookies/));
	});

	test('nobody there is told', async () => {
		const server = await start();
		const values = credentialAt(server.url);
		await server.close();
		open = [];
		expect(await tried(values)).toEqual(refusal(/could not be reached.*Host of the credential/));
	});

	test.each([
		['http://adobe.example.com', /Host .* must start with https/],
		['', /Host .* is not an address/],
	])('the host %j is refused', async (host, why) => {
		expect(await tried(credentialAt(host))).toEqual(refusal(why));
	});

	test('a certificate that nobody vouches for is refused, and taken by the option', async () => {
		const tls = selfSigned();
		if (tls === undefined) return process.stdout.write('openssl: ABSENT\n');
		const server = await start(undefined, { tls });
		expect(await tried(credentialAt(server.url))).toEqual(
			refusal(/certificate .* not trusted .*Ignore SSL Issues/),
		);
		expect(server.heard).toEqual([]);
		const outcome = await tried(credentialAt(server.url, { ignoreSslIssues: true }));
		return expect(outcome).toMatchObject({ status: 'OK' });
	});

	test('no secret is in what it says', async () => {
		const echo: Answer = ({ body, headers }, response) => {
			const exception = `<exception>${body.replace(/&/g, ' ')} ${headers.cookie}</exception>`;
			send(response, results('', `<status code="internal-error">${exception}</status>`));
		};
		const outcomes: INodeCredentialTestResult[] = [
			await triedAt(),
			await triedAt(
				at('login', (_, response) => send(response, results('', '<status code="no-data"/>'))),
			),
			await triedAt(at('login', echo)),
		];
		const text = JSON.stringify(outcomes);
		expect(text).toContain('Signed in as');
		for (const secret of Object.values(SECRETS)) expect(text).not.toContain(secret);
	});
});
