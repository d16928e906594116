import type { ServerResponse } from 'node:http';

import { hostile, results, send, type Answer, type Hostile } from '../support/hostile';
import { selfSigned } from '../support/certificate';
import { credentialAt, SCO, SECRETS } from '../support/run';
import { byId, inAHurry, itemsOf, sync, told } from './sync';

const ZIP = Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(2000, 'x')]);
const ROW = `<sco sco-id="1890900" source-sco-id="${SCO}" folder-id="${SCO}" type="content" icon="archive" job-status="">
	<name>Room_0</name><url-path>/p1/</url-path>
	<date-begin>2026-03-01T10:00:00.000+00:00</date-begin><date-end>2026-03-01T11:00:00.000+00:00</date-end>
</sco>`;

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

/** Has one recording, whose file the test answers for. */
function withFile(file: (response: ServerResponse, url: string) => void): Answer {
	return ({ action, url }, response) => {
		if (action === 'list-recordings') {
			send(response, results(`<recordings>${ROW}</recordings>`));
			return true;
		}
		if (action !== '') return false;
		file(response, url);
		return true;
	};
}

const files = async (server: Hostile, changes = {}) =>
	await sync(
		{ adobeConnect: credentialAt(server.url, changes) },
		{ webinar: byId(SCO), return: 'both' },
	);

function give(response: ServerResponse): void {
	response.writeHead(200, { 'content-type': 'application/zip', 'content-length': ZIP.length });
	response.end(ZIP);
}

const size = (outputs: Awaited<ReturnType<typeof files>>['outputs']): number =>
	Buffer.from(outputs[0]?.[0]?.binary?.data?.data ?? '', 'base64').length;

test('the session goes to the host of the credential, and not to where it redirects', async () => {
	const elsewhere = await start((_, response) => give(response));
	const server = await start(
		withFile((response) => {
			response.writeHead(302, { location: `${elsewhere.url}/store/1` }).end();
		}),
	);
	const { outputs } = await files(server);
	expect(told(outputs[0])).toEqual(['1890900']);
	expect(size(outputs)).toBe(ZIP.length);
	expect(elsewhere.heard).toHaveLength(1);
	expect(elsewhere.heard[0]!.headers.cookie).toBeUndefined();
	const asked = server.heard.filter(({ url }) => url.includes('/output/'));
	expect(asked.map(({ headers }) => headers.cookie)).toEqual([`BREEZESESSION=${SECRETS.session}`]);
	expect(JSON.stringify(outputs)).not.toContain(SECRETS.session);
});

test('from https to http no file is fetched', async () => {
	const tls = selfSigned();
	if (tls === undefined) return process.stdout.write('openssl: ABSENT\n');
	const plain = await start((_, response) => give(response));
	const away = withFile((response) => {
		response.writeHead(302, { location: plain.url.replace('127.0.0.1', '198.51.100.7') }).end();
	});
	const server = await start(away, { tls });
	const { outputs } = await files(server, { ignoreSslIssues: true });
	expect(told(outputs[0])).toEqual(['failed vendorRejected']);
	expect(itemsOf(outputs[0])[0]!.outcome.message).toContain('not safe to fetch');
	return expect(plain.heard).toEqual([]);
});

test('a circle of redirects ends', async () => {
	const server = await start(
		withFile((response, url) => {
			response.writeHead(302, { location: url }).end();
		}),
	);
	const { outputs } = await files(server);
	expect(told(outputs[0])).toEqual(['deferred temporarilyUnavailable']);
	expect(server.heard.filter(({ url }) => url.includes('/output/')).length).toBeLessThan(10);
});

test('the login page for ever: asked twice, and told what to do', async () => {
	const server = await start(
		withFile((response) =>
			send(response, '<html><form><input type="password"></form></html>', 'text/html'),
		),
	);
	const { outputs } = await files(server);
	expect(told(outputs[0])).toEqual(['failed permissionMissing']);
	const { message, repair } = itemsOf(outputs[0])[0]!.outcome;
	expect(message).toContain('login page');
	expect(repair).toContain('Host');
	expect(server.heard.filter(({ url }) => url.includes('/output/'))).toHaveLength(2);
});

test('a page that calls itself a ZIP is none', async () => {
	const server = await start(
		withFile((response) => send(response, '<!DOCTYPE html><html></html>', 'application/zip')),
	);
	const { outputs } = await files(server);
	expect(told(outputs[0])).toEqual(['failed permissionMissing']);
	expect(outputs[0]![0]!.binary).toBeUndefined();
});

test('a file that breaks off is fetched again from its start', async () => {
	let times = 0;
	const server = await start(
		withFile((response) => {
			times += 1;
			if (times > 1) return give(response);
			response.writeHead(200, { 'content-type': 'application/zip', 'content-length': ZIP.length });
			response.write(ZIP.subarray(0, 500), () => response.destroy());
		}),
	);
	const { outputs } = await files(server);
	expect(told(outputs[0])).toEqual(['1890900']);
	expect(size(outputs)).toBe(ZIP.length);
	expect(times).toBe(2);
});

test('a path that leads elsewhere is no address of a recording', async () => {
	const row = ROW.replace('/p1/', '//evil.example/');
	const server = await start(({ action }, response) => {
		if (action !== 'list-recordings') return false;
		send(response, results(`<recordings>${row}</recordings>`));
		return true;
	});
	const { outputs } = await files(server);
	expect(told(outputs[0])).toEqual(['failed vendorRejected']);
	expect(itemsOf(outputs[0])[0]!.recording).toMatchObject({ url: '', shareUrl: '' });
	expect(JSON.stringify(outputs)).not.toContain('evil');
});
