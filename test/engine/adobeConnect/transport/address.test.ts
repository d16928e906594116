import { at, hostile, results, send, type Answer, type Hostile } from '../support/hostile';
import { selfSigned } from '../support/certificate';
import { credentialAt, getWebinar, inAHurry, SECRETS } from '../support/run';

let open: Hostile[] = [];
beforeAll(inAHurry);
afterEach(async () => {
	await Promise.all(open.map(async (one) => await one.close()));
	open = [];
});

async function start(...options: Parameters<typeof hostile>): Promise<Hostile> {
	const server = await hostile(...options);
	open.push(server);
	return server;
}

describe('a redirect is not followed: it would carry the password or the session along', () => {
	const statuses = [301, 302, 303, 307, 308];

	test.each(statuses)('%i of the sign-in', async (status) => {
		const elsewhere = await start();
		const server = await start((_, response) => {
			response.writeHead(status, { location: `${elsewhere.url}/api/xml?action=login` });
			response.end();
		});
		const { error } = await getWebinar(credentialAt(server.url));
		expect(error?.message).toBe(
			'Adobe Connect sent a redirect, which was not followed (the sign-in)',
		);
		expect(error?.description).toMatch(/Host of the credential, with https:\/\//);
		expect(elsewhere.heard).toEqual([]);
		expect(JSON.stringify(server.heard)).not.toContain(SECRETS.password);
	});

	test.each(['login', 'sco-info'])('of %s, to another host', async (action) => {
		const elsewhere = await start();
		const away: Answer = (_, response) => {
			response.writeHead(302, { location: `${elsewhere.url}/stolen` }).end();
		};
		const server = await start(at(action, away));
		const { error } = await getWebinar(credentialAt(server.url));
		expect(error?.message).toMatch(/sent a redirect, which was not followed/);
		expect(server.of(action)).toHaveLength(1);
		expect(elsewhere.heard).toEqual([]);
	});

	test('from https to http', async () => {
		const tls = selfSigned();
		if (tls === undefined) return process.stdout.write('openssl: ABSENT\n');
		const open = await start();
		const away: Answer = (_, response) => {
			response.writeHead(302, { location: `${open.url}/api/xml?action=login` }).end();
		};
		const server = await start(at('login', away), { tls });
		const { error } = await getWebinar(credentialAt(server.url, { ignoreSslIssues: true }));
		expect(error?.message).toMatch(/sent a redirect, which was not followed/);
		return expect(open.heard).toEqual([]);
	});
});

describe('a certificate that nobody vouches for', () => {
	const tls = selfSigned();
	const whenPresent = tls === undefined ? test.skip : test;
	if (tls === undefined) test('openssl: ABSENT', () => undefined);

	whenPresent('is refused, and nothing is sent', async () => {
		const server = await start(undefined, { tls });
		const { error } = await getWebinar(credentialAt(server.url));
		expect(error?.message).toBe(
			'The certificate of the server is not trusted (DEPTH_ZERO_SELF_SIGNED_CERT)',
		);
		expect(error?.description).toMatch(/your own server, turn on Ignore SSL Issues/);
		expect(server.heard).toEqual([]);
	});

	whenPresent('is taken where the credential says so, and only there', async () => {
		const server = await start(undefined, { tls });
		const trusting = await getWebinar(credentialAt(server.url, { ignoreSslIssues: true }));
		expect(trusting.error).toBeNull();
		const { length } = server.heard;
		const strict = await getWebinar(credentialAt(server.url));
		expect(strict.error?.message).toMatch(/not trusted/);
		expect(server.heard).toHaveLength(length);
	});
});

describe('a host that must not get the password gets nothing at all', () => {
	test.each([
		['http://adobe.example.com', /must start with https:\/\//],
		['http://localhost.example.com', /must start with https:\/\//],
		['https://user:word@adobe.example.com', /must not contain a user name/],
		['https://adobe.example.com?to=', /must not contain \? or #/],
		['', /is not an address/],
	])('%j', async (host, why) => {
		const { error, outputs } = await getWebinar(credentialAt(host));
		expect(error?.message).toMatch(/^Host of the Adobe Connect credential /);
		expect(error?.message).toMatch(why);
		expect(error?.message).not.toContain('example.com');
		expect(error?.description).toMatch(/Copy the address at which you open Adobe Connect/);
		expect(outputs.flat()).toEqual([]);
	});
});

test('links are made of the address that Adobe Connect names, if it is one of the web', async () => {
	const named = async (host: string) => {
		const common = `<common><host>${host}</host><account account-id="7"/></common>`;
		const server = await start(({ action }, response) =>
			action === 'common-info' ? void send(response, results(common)) : false,
		);
		const { outputs, error } = await getWebinar(credentialAt(server.url));
		expect(error).toBeNull();
		return String(outputs[0]![0]!.json.joinUrl).replace(server.url, 'SERVER');
	};
	expect(await named('https://acme.adobeconnect.com/')).toBe('https://acme.adobeconnect.com/room/');
	for (const evil of ['javascript:alert(1)', 'https://a:b@evil.example', '//evil.example', '']) {
		expect(await named(evil)).toBe('SERVER/room/');
	}
});
