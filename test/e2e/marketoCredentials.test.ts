import { randomUUID } from 'node:crypto';

import { createCredential, testCredential, type CredentialTest } from '../host/drive/credentials';
import { gateway, type Gateway } from '../engine/hubspot/transport/gateway';
import { startSandbox } from '../sandbox';
import type { Sandbox } from '../sandbox/contract';
import { makeStory } from '../story';
import { CleanUp } from './support/cleanUp';
import { sharedN8n } from './support/sharedServer';

const n8n = sharedN8n();
const cleanUp = new CleanUp(n8n);
const story = makeStory({ seed: 41, registrants: 12, now: new Date().toISOString() });
let sandbox: Sandbox;
let open: Gateway[] = [];

beforeAll(async () => {
	sandbox = await startSandbox({ world: story.world });
});
beforeEach(() => sandbox.books.clear());
afterEach(async () => {
	sandbox.clearFaults();
	await Promise.all(open.map(async (one) => await one.close()));
	open = [];
});
afterAll(async () => {
	await cleanUp.all();
	await sandbox.close();
});

function filled(changes: Record<string, unknown>): Record<string, unknown> {
	const { clientId, clientSecret } = sandbox.marketo.world;
	return { endpoint: `${sandbox.marketoBaseUrl}/rest`, clientId, clientSecret, ...changes };
}

async function made(changes: Record<string, unknown> = {}): Promise<string> {
	const name = `Marketo ${randomUUID()}`;
	const { id } = await createCredential(n8n, 'marketoRestOAuth2Api', name, filled(changes));
	cleanUp.credential(id);
	return id;
}

const tried = async (id: string): Promise<CredentialTest> => await testCredential(n8n, id);
const triedWith = async (changes: Record<string, unknown>): Promise<CredentialTest> =>
	await tried(await made(changes));
const refusal = (words: RegExp) => ({
	status: 'Error',
	message: expect.stringMatching(words) as string,
});
const calls = () => sandbox.books.calls('marketo').map(({ method, path }) => `${method} ${path}`);
/** Somebody edits the credential in its window; n8n keeps the token that it holds. */
async function changed(id: string, changes: Record<string, unknown>): Promise<void> {
	const { oauthTokenData } = await n8n
		.rest<{ data: { oauthTokenData?: unknown } }>('GET', `/credentials/${id}?includeData=true`)
		.then(({ data }) => data);
	expect(oauthTokenData).toBeTruthy();
	const name = `Marketo ${randomUUID()}`;
	const type = 'marketoRestOAuth2Api';
	await n8n.rest('PATCH', `/credentials/${id}`, { name, type, data: filled(changes) });
}

async function front(answer: Parameters<typeof gateway>[1]): Promise<string> {
	const made = await gateway(sandbox.marketoBaseUrl, answer);
	open.push(made);
	return made.url;
}

describe('the test of a new credential tells apart', () => {
	test('that all is well', async () => {
		expect(await triedWith({})).toMatchObject({ status: 'OK' });
		expect(calls()).toEqual([
			'POST /identity/oauth/token',
			'GET /rest/v1/programs/members/describe.json',
		]);
	});

	test.each([
		['with slashes', (base: string) => ` ${base}/rest// `],
		['of the identity service', (base: string) => `${base}/identity`],
		['without /rest', (base: string) => base],
	])('an address %s does as well', async (_, endpoint) => {
		expect(await triedWith({ endpoint: endpoint(sandbox.marketoBaseUrl) })).toMatchObject({
			status: 'OK',
		});
	});

	test('a wrong secret and a wrong ID', async () => {
		expect(await triedWith({ clientSecret: 'FAKE-wrong' })).toEqual(
			refusal(/Client authentication failed/),
		);
		expect(await triedWith({ clientId: 'FAKE-nobody' })).toEqual(
			refusal(/No client with requested id|authori[sz]ed/),
		);
	});

	test('an API user who may do nothing', async () => {
		const permissions = sandbox.marketo.world.permissions.splice(0);
		const answer = await triedWith({});
		sandbox.marketo.world.permissions.push(...permissions);
		expect(answer).toEqual(refusal(/^The sign-in works, .*Access API.*IP Restrictions/));
	});

	test('an address that is not Marketo’s', async () => {
		const page = await front(() => ({ status: 200, body: '<html>Sign in</html>' }));
		expect(await triedWith({ endpoint: page })).toEqual(refusal(/Expected JSON response/));
		const nothing = await front(() => ({ status: 404, body: { message: 'no such page' } }));
		expect(await triedWith({ endpoint: nothing })).toEqual(refusal(/404/));
	});

	test('an address that the secret must not be sent to', async () => {
		const answer = await triedWith({ endpoint: 'http://123-ABC-456.mktorest.com/rest' });
		expect(answer).toEqual(refusal(/accessTokenUri|Invalid URL|ERR_INVALID_URL/i));
	});

	test.each([
		['606', /overloaded/],
		['607', /daily quota of API calls/],
		['610', /no Marketo REST API/],
		['611', /refused to describe/],
	])('error %s, which is not about ID and secret', async (code, words) => {
		const id = await made();
		sandbox.addFault({
			vendor: 'marketo',
			match: /describe/,
			fault: { kind: 'marketoError', code },
		});
		expect(await tried(id)).toEqual(refusal(words));
	});
});

describe('the test of a credential that n8n holds a token for', () => {
	let id: string;
	beforeEach(async () => {
		id = await made();
		expect(await tried(id)).toMatchObject({ status: 'OK' });
		sandbox.books.clear();
	});

	test.each(['expired', 'invalid'] as const)('passes when the token is %s', async (as) => {
		sandbox.marketo.revokeTokens(as);
		expect(await tried(id)).toMatchObject({ status: 'OK' });
		expect(calls()).toEqual(['POST /identity/oauth/token']);
	});

	test('refuses a secret that was mistyped since', async () => {
		await changed(id, { clientSecret: 'FAKE-wrong' });
		expect(await tried(id)).toEqual(
			refusal(/^Marketo does not accept Client ID and Client Secret/),
		);
	});

	test('refuses an address that was mistyped since', async () => {
		await changed(id, {
			endpoint: await front(() => ({ status: 200, body: '<html>Sign in</html>' })),
		});
		expect(await tried(id)).toEqual(refusal(/^The server at this address is not Marketo/));
		await changed(id, { endpoint: await front(() => ({ status: 404, body: {} })) });
		expect(await tried(id)).toEqual(refusal(/^The server at this address is not Marketo/));
	});

	test('puts neither secret nor token into an address', async () => {
		const { clientSecret } = sandbox.marketo.world;
		await tried(id);
		for (const { path, query } of sandbox.books.calls('marketo')) {
			expect(`${path} ${JSON.stringify(query)}`).not.toContain(clientSecret);
			expect(query).toEqual({});
		}
	});
});
