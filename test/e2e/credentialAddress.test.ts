import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { networkInterfaces } from 'node:os';
import type { AddressInfo } from 'node:net';

import { createCredential, testCredential } from '../host/drive/credentials';
import { keepSecret, leaksIn } from '../secrets/book';
import { CleanUp } from './support/cleanUp';
import { sharedN8n } from './support/sharedServer';

/** What the Test button sends by itself, before any node of ours could look at the address. */

const n8n = sharedN8n();
const cleanUp = new CleanUp(n8n);
const open: Array<{ close(): Promise<void> }> = [];
afterEach(async () => {
	await Promise.all(open.splice(0).map(async (one) => await one.close()));
});
afterAll(async () => await cleanUp.all());

interface Listener {
	port: number;
	url: string;
	/** `POST /oauth/token` */
	heard: string[];
	/** Everything that came, headers and bodies. */
	raw: string;
	close(): Promise<void>;
}

type Answer = (path: string, response: ServerResponse) => void;

async function listen(answer: Answer): Promise<Listener> {
	const listener: Listener = { port: 0, url: '', heard: [], raw: '', close: async () => {} };
	const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		listener.heard.push(`${request.method} ${request.url}`);
		listener.raw += `${JSON.stringify(request.headers)} ${Buffer.concat(chunks).toString()}\n`;
		answer(request.url ?? '', response);
	};
	const server = createServer((request, response) => {
		handle(request, response).catch(() => response.destroy());
	});
	await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
	listener.port = (server.address() as AddressInfo).port;
	listener.url = `http://127.0.0.1:${listener.port}`;
	listener.close = async () => {
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	};
	open.push(listener);
	return listener;
}

const json = (response: ServerResponse, body: object): void => {
	response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};

const SECRET = 'FAKE-test-button-secret-0123456789';
const TOKEN = 'FAKE-test-button-token-0123456789';
keepSecret('access token', TOKEN);

/** Each credential whose Test button n8n itself presses, for a vendor at an address. */
const CREDENTIALS: ReadonlyArray<[type: string, fields: (url: string) => Record<string, unknown>]> =
	[
		[
			'zoomWebinarServerToServerOAuth2Api',
			(baseUrl) => ({
				region: 'custom',
				baseUrl,
				accountId: 'account',
				clientId: 'client',
				clientSecret: SECRET,
			}),
		],
		['hubSpotWebinarServiceKeyApi', (baseUrl) => ({ baseUrl, apiKey: SECRET })],
		[
			'marketoRestOAuth2Api',
			(endpoint) => ({ endpoint, clientId: 'client', clientSecret: SECRET }),
		],
		[
			'adobeConnectApi',
			(host) => ({ host, authentication: 'password', login: 'a@example.com', password: SECRET }),
		],
	];

async function press(type: string, fields: Record<string, unknown>) {
	const { id } = await createCredential(n8n, type, `Address ${type}`, fields);
	cleanUp.credential(id);
	return await testCredential(n8n, id);
}

describe.each(CREDENTIALS)('%s', (type, fields) => {
	test.each([301, 302, 303, 307, 308])(
		'a redirect (%i) of the API carries nothing to another host',
		async (status) => {
			const elsewhere = await listen((_, response) => json(response, {}));
			const vendor = await listen((path, response) => {
				if (/oauth\/token$/.test(path)) {
					return json(response, { access_token: TOKEN, token_type: 'bearer', expires_in: 3600 });
				}
				response.writeHead(status, { location: `${elsewhere.url}${path}` });
				return response.end();
			});
			expect(await press(type, fields(vendor.url))).toMatchObject({ status: 'Error' });
			expect(vendor.heard.length).toBeGreaterThan(0);
			expect(elsewhere.heard).toEqual([]);
		},
	);

	test('an address without encryption that is not this machine hears nothing', async () => {
		const outside = Object.values(networkInterfaces())
			.flatMap((all) => all ?? [])
			.find(({ internal, family }) => !internal && family === 'IPv4')?.address;
		if (outside === undefined) return process.stdout.write('network interface: ABSENT\n');
		const vendor = await listen((_, response) =>
			json(response, { access_token: TOKEN, token_type: 'bearer', expires_in: 3600 }),
		);
		const answer = await press(type, fields(`http://${outside}:${vendor.port}`));
		expect(answer).toMatchObject({ status: 'Error' });
		return expect(vendor.heard).toEqual([]);
	});
});

/** n8n's own OAuth2 sends ID and secret; where that is redirected, they must not go along. */
describe.each(CREDENTIALS.filter(([type]) => type.endsWith('OAuth2Api')))(
	'the sign-in of %s',
	(type, fields) => {
		const keeps = async (status: number): Promise<void> => {
			const elsewhere = await listen((_, response) => json(response, { access_token: TOKEN }));
			const vendor = await listen((path, response) => {
				response.writeHead(status, { location: `${elsewhere.url}${path}` }).end();
			});
			await press(type, fields(vendor.url));
			expect(vendor.heard.length).toBeGreaterThan(0);
			expect(leaksIn('elsewhere', elsewhere.raw)).toEqual([]);
		};
		test.each([301, 302, 303])('keeps the secret from where %i leads', keeps);

		// n8n follows these two with the form once more. A secret in a header (Zoom) stays; Marketo wants
		// it in the form. No credential can tell n8n not to: see SECURITY.md.
		const again = type === 'marketoRestOAuth2Api' ? test.failing : test;
		again.each([307, 308])('keeps the secret from where %i leads', keeps);
	},
);
