import { inspect } from 'node:util';

import { at, hostile, results, send, type Answer, type Hostile } from '../support/hostile';
import { ADOBE, credentialAt, getWebinar, inAHurry, items, SECRETS } from '../support/run';

let server: Hostile;
let logged: string[];
beforeAll(inAHurry);
beforeEach(() => {
	logged = [];
	for (const stream of [process.stdout, process.stderr]) {
		jest.spyOn(stream, 'write').mockImplementation((text) => logged.push(String(text)) > 0);
	}
	for (const name of ['log', 'info', 'warn', 'error', 'debug'] as const) {
		jest.spyOn(console, name).mockImplementation((...all) => void logged.push(inspect(all)));
	}
});
afterEach(async () => {
	jest.restoreAllMocks();
	await server.close();
});

const credentials = () => credentialAt(server.url, { joinLinkSecret: SECRETS.joinLinkSecret });

/** Own properties however deep, also those that are not enumerable; circles cut. */
function everything(value: unknown, known = new Set<unknown>()): string {
	if (typeof value !== 'object' || value === null) return String(value);
	if (known.has(value)) return '';
	known.add(value);
	return Reflect.ownKeys(value)
		.map((key) => `${String(key)}: ${everything(Reflect.get(value, key), known)}`)
		.join('\n');
}

/** Everything that n8n keeps of an execution or shows of it, and what was logged meanwhile. */
async function seen(answer: Answer): Promise<string> {
	server = await hostile(answer);
	const failed = await getWebinar(credentials());
	const going = await getWebinar(credentials(), {
		items: items(2),
		onError: 'continueRegularOutput',
	});
	return [everything(failed), everything(going), JSON.stringify(going.outputs), ...logged].join(
		'\n',
	);
}

function expectNoSecret(text: string): void {
	expect(text.length).toBeGreaterThan(100);
	for (const [name, secret] of Object.entries(SECRETS)) {
		expect([name, text.includes(secret)]).toEqual([name, false]);
	}
}

const refusal = (code: string, subcode = ''): Answer => {
	return (_, response) =>
		send(response, results('', `<status code="${code}" subcode="${subcode}"/>`));
};

test('no secret is in what a run leaves behind', async () => {
	const text = await seen(() => false);
	expect(text).toContain('/room/');
	expectNoSecret(text);
	expect(server.of('login')).toHaveLength(1);
});

describe('no secret is in an error', () => {
	test.each<[string, Answer]>([
		['of a wrong password', at('login', refusal('no-data'))],
		['of a lock-out', at('login', refusal('invalid', 'user-suspended'))],
		['of a lost login', at('login', (_, response) => void response.destroy())],
		['of a login that leads elsewhere', at('login', redirect)],
		['of a page instead of a login', at('login', page)],
		['of a session that is never taken', at('sco-info', refusal('no-access', 'no-login'))],
		['of a refusal', at('sco-info', refusal('no-access', 'denied'))],
		['of a lost answer', at('sco-info', (_, response) => void response.destroy())],
		['of a redirect', at('sco-info', redirect)],
		['of a page', at('sco-info', page)],
		['of an internal error', at('sco-info', refusal('internal-error'))],
	])('%s', async (_, answer) => {
		expectNoSecret(await seen(answer));
	});

	test('of a server that repeats what it was sent', async () => {
		const echo: Answer = ({ action, body, headers }, response) => {
			if (action !== 'login' && action !== 'sco-info') return false;
			if (action === 'sco-info' && server.of('sco-info').length === 0) return false;
			const said = decodeURIComponent(`${body} ${headers.cookie ?? ''}`).replace(/[<&]/g, '');
			const exception = `<exception>${said}</exception>`;
			send(response, results('', `<status code="internal-error">${exception}</status>`));
			return true;
		};
		expectNoSecret(await seen(echo));
		await server.close();
		expectNoSecret(
			await seen((heard, ...rest) => heard.action !== 'login' && echo(heard, ...rest)),
		);
	});
});

test('secrets are fields that n8n keeps as passwords', async () => {
	server = await hostile();
	const { AdobeConnectApi } = (await import(
		'../../../../dist/credentials/AdobeConnectApi.credentials.js' as string
	)) as typeof import('../../../../credentials/AdobeConnectApi.credentials');
	const hidden = new AdobeConnectApi().properties
		.filter(({ typeOptions }) => typeOptions?.password === true)
		.map(({ name }) => name);
	expect(hidden).toEqual(['password', 'joinLinkSecret']);
	expect(Object.keys(credentials())).toEqual([ADOBE]);
});

function redirect(_: unknown, response: Parameters<Answer>[1]): void {
	response.writeHead(302, { location: 'https://elsewhere.example/' });
	response.end();
}

function page(_: unknown, response: Parameters<Answer>[1]): void {
	send(response, '<html>Log in</html>', 'text/html');
}
