import type { ICredentialDataDecryptedObject, IWorkflowExecuteAdditionalData } from 'n8n-workflow';

import { checkedBaseUrl } from '../../../../nodes/shared/transport/baseUrl';
import { MemoryCredentials } from '../../support/credentials';
import { packageTypes } from '../../support/runNode';
import { stage, type Stage } from '../../support/world';
import { apiCalls, getWebinar, inAHurry, zoomNode } from '../support/zoom';
import { OAUTH2, SERVER_TO_SERVER } from './connect';
import { gateway } from './gateway';

/** The credential's fields as n8n computes them. */
async function computed(
	type: string,
	values: ICredentialDataDecryptedObject,
): Promise<ICredentialDataDecryptedObject> {
	const store = new MemoryCredentials(await packageTypes(), { [type]: values });
	const nowhere = {} as IWorkflowExecuteAdditionalData;
	return await store.getDecrypted(nowhere, { id: '1', name: 'Zoom' }, type);
}

describe.each([SERVER_TO_SERVER, OAUTH2])('%s', (type) => {
	test.each([
		['global', 'https://zoom.us', 'https://api.zoom.us/v2'],
		['government', 'https://zoomgov.com', 'https://api.zoomgov.com/v2'],
	])('%s: signs in at %s and calls %s', async (region, signIn, api) => {
		const fields = await computed(type, { region, baseUrl: 'https://ignored.example.com' });
		expect(fields).toMatchObject({ accessTokenUrl: `${signIn}/oauth/token`, apiUrl: api });
		if (type === OAUTH2) expect(fields.authUrl).toBe(`${signIn}/oauth/authorize`);
	});

	test('custom: both are served by the gateway', async () => {
		const fields = await computed(type, {
			region: 'custom',
			baseUrl: ' https://gateway.example.com:8443/zoom/ ',
		});
		expect(fields).toMatchObject({
			accessTokenUrl: 'https://gateway.example.com:8443/zoom/oauth/token',
			apiUrl: 'https://gateway.example.com:8443/zoom/v2',
		});
	});

	test('no scope, Basic client authentication, the grant of the app', async () => {
		expect(await computed(type, {})).toMatchObject({
			scope: '',
			authentication: 'header',
			grantType: type === OAUTH2 ? 'authorizationCode' : 'clientCredentials',
		});
	});
});

/** n8n sends the client secret to `accessTokenUrl` by itself; the nodes' check comes too late for it. */
test.each([
	'https://gateway.example.com',
	'https://gateway.example.com:8443/zoom//',
	'https://bücher.example/zoom',
	'HTTPS://Gateway.Example.com',
	'http://127.0.0.1:8080/zoom',
	'http://127.8.9.10',
	'http://localhost:8080',
	'http://LOCALHOST',
	'http://[::1]:8080/zoom',
	'http://gateway.example.com',
	'http://10.0.0.1',
	'http://127.0.0.1.evil.example',
	'http://localhost.evil.example',
	'http://localhost:8080@evil.example',
	'http://127.0.0.1\\@evil.example',
	'https://user:word@gateway.example.com',
	'https://gateway.example.com?to=',
	'https://gateway.example.com#part',
	'https:\\\\gateway.example.com',
	'ftp://gateway.example.com',
	'gateway.example.com',
	'https://gateway.example.com/@team',
	'https://gateway.example.com/a b',
	'https://',
	'',
])('the sign-in is sent to the Base URL %j only if the nodes take it', async (baseUrl) => {
	const taken = isTaken(baseUrl);
	for (const type of [SERVER_TO_SERVER, OAUTH2]) {
		const { accessTokenUrl, authUrl } = await computed(type, { region: 'custom', baseUrl });
		const address = String(accessTokenUrl);
		if (taken === undefined) expect(address).toBe('');
		else
			expect(new URL(address).href).toBe(`${new URL(taken).href.replace(/\/$/, '')}/oauth/token`);
		if (type === OAUTH2) expect(authUrl === '').toBe(taken === undefined);
	}
});

function isTaken(baseUrl: string): string | undefined {
	try {
		return checkedBaseUrl(baseUrl, { credential: 'Zoom', repair: '' });
	} catch {
		return undefined;
	}
}

describe('on the wire', () => {
	let here: Stage;
	beforeAll(inAHurry);
	beforeEach(async () => {
		here = await stage({ registrants: 12 });
	});
	afterEach(async () => await here.close());

	test('with a gateway the calls go there, whatever api_url the token names', async () => {
		const elsewhere = await gateway({ status: 200, body: {} });
		const credential = here.zoom[SERVER_TO_SERVER]!;
		const parameters = getWebinar(here.story.main.webinarId);
		expect((await zoomNode(here, parameters)).error).toBeNull();
		const token = here.zoom[SERVER_TO_SERVER]!.oauthTokenData;
		here.zoom[SERVER_TO_SERVER] = {
			...credential,
			oauthTokenData: { ...(token as object), api_url: elsewhere.url },
		};
		here.sandbox.books.clear();
		const { error } = await zoomNode(here, parameters).finally(elsewhere.close);
		expect(error).toBeNull();
		expect(apiCalls(here).length).toBeGreaterThan(0);
		expect(elsewhere.seen).toEqual([]);
	});

	test.each([
		['http://gateway.example.com', /must start with https:\/\//],
		['https://user:word@gateway.example.com', /must not contain a user name/],
		['https://gateway.example.com?to=', /must not contain \? or #/],
		['gateway', /is not an address/],
	])('nothing is sent for the Base URL %s, and the error names the field', async (baseUrl, why) => {
		here.zoom[SERVER_TO_SERVER] = { ...here.zoom[SERVER_TO_SERVER], region: 'custom', baseUrl };
		const { error, outputs } = await zoomNode(here, getWebinar(here.story.main.webinarId));
		expect(error?.message).toMatch(/^Base URL of the Zoom credential /);
		expect(error?.message).toMatch(why);
		expect(error?.message).not.toContain('gateway.example.com');
		expect(error?.description).toMatch(/https address of your own gateway/);
		expect(outputs.flat()).toEqual([]);
		expect(here.sandbox.books.calls('zoom')).toEqual([]);
	});

	test("an address that is not one of Zoom's is refused for Zoom's own regions", async () => {
		here.zoom[SERVER_TO_SERVER] = {
			...here.zoom[SERVER_TO_SERVER],
			region: 'global',
			apiUrl: 'https://api.zoom.us.evil.example/v2',
		};
		const { error } = await zoomNode(here, getWebinar(here.story.main.webinarId));
		expect(error?.message).toBe("Base URL of the Zoom credential is not Zoom's");
	});
});
