import { randomUUID } from 'node:crypto';

import { gateway, type Gateway } from '../engine/hubspot/transport/gateway';
import {
	adobeConnectCredentialData,
	createCredential,
	testCredential,
	type CredentialRef,
	type CredentialTest,
} from '../host/drive/credentials';
import { executionError, nodeItems, waitForExecutionId } from '../host/drive/executions';
import { importWorkflow } from '../host/drive/templates';
import { runManually } from '../host/drive/workflows';
import { startSandbox } from '../sandbox';
import { adobeWorld } from '../sandbox/adobeConnect/testing/world';
import { API_USER, EVENT, HOST } from '../sandbox/adobeConnect/testing/ids';
import type { Sandbox } from '../sandbox/contract';
import { makeStory } from '../story';
import { CleanUp } from './support/cleanUp';
import { manualWorkflow } from './support/manualWorkflow';
import { sharedN8n } from './support/sharedServer';

const HEADER = 'x-user-id';
const n8n = sharedN8n();
const cleanUp = new CleanUp(n8n);
let sandbox: Sandbox;
let open: Gateway[] = [];

beforeEach(async () => {
	const now = new Date().toISOString();
	const { world } = makeStory({ seed: 71, registrants: 12, now });
	const adobeConnect = adobeWorld({ headerAuthentication: HEADER }, now);
	sandbox = await startSandbox({ world: { ...world, adobeConnect } });
});
afterEach(async () => {
	await Promise.all(open.map(async (one) => await one.close()));
	open = [];
	await sandbox.close();
});
afterAll(async () => await cleanUp.all());

async function made(changes: Record<string, unknown> = {}): Promise<CredentialRef> {
	const data = { ...adobeConnectCredentialData(sandbox), ...changes };
	const name = `Adobe Connect ${randomUUID()}`;
	const credential = await createCredential(n8n, 'adobeConnectApi', name, data);
	cleanUp.credential(credential.id);
	return credential;
}

async function tried(changes: Record<string, unknown> = {}): Promise<CredentialTest> {
	return await testCredential(n8n, (await made(changes)).id);
}

const refusal = (words: RegExp) => ({
	status: 'Error',
	message: expect.stringMatching(words) as string,
});

async function front(answer: Parameters<typeof gateway>[1]): Promise<string> {
	const made = await gateway(sandbox.adobeBaseUrl, answer);
	open.push(made);
	return made.url;
}

/** Gets the event with the credential, as a workflow does. */
async function used(credential: CredentialRef) {
	const file = manualWorkflow('Get the event', {
		name: 'Event',
		type: 'adobeConnect',
		parameters: {
			resource: 'webinar',
			operation: 'get',
			webinar: { __rl: true, mode: 'id', value: EVENT },
		},
	});
	const { id } = await importWorkflow(n8n, file, [credential]);
	cleanUp.workflow(id);
	const run = await runManually(n8n, id, 'Start');
	if (!('executionId' in run)) throw new Error('The workflow waits for a call');
	return await waitForExecutionId(n8n, run.executionId, { timeoutMs: 90_000 });
}

describe('the test of a credential tells apart', () => {
	test('that all is well, and who signed in', async () => {
		expect(await tried()).toEqual({
			status: 'OK',
			message: `Signed in as ${API_USER.login} (Adobe Connect 12.9.0)`,
		});
	});

	test.each([
		['of a page', (base: string) => ` ${base}/admin/home `],
		['of the API', (base: string) => `${base}/api/xml`],
		['with a slash', (base: string) => `${base}/`],
	])('an address %s does as well', async (_, host) => {
		expect(await tried({ host: host(sandbox.adobeBaseUrl) })).toMatchObject({ status: 'OK' });
	});

	test('a wrong password, without a second try', async () => {
		expect(await tried({ password: 'FAKE-wrong' })).toEqual(
			refusal(/does not accept login or password.*Correct Login and Password/),
		);
		expect(sandbox.adobeConnect.callsOf('login')).toHaveLength(1);
	});

	test('a user who is locked out, and for how long', async () => {
		sandbox.adobeConnect.lock(API_USER.login, 5);
		expect(await tried()).toEqual(refusal(/locked the user of the credential out for 5 minutes/));
	});

	test('an account that is not on the host', async () => {
		expect(await tried({ accountId: '8' })).toEqual(refusal(/Account ID/));
	});

	test('an address that is not Adobe Connect’s', async () => {
		const page = await front(() => ({ status: 200, body: '<html>Sign in</html>' }));
		expect(await tried({ host: page })).toEqual(refusal(/^A web page came instead.*Check Host/));
		const nothing = await front(() => ({ status: 404, body: 'no such page' }));
		expect(await tried({ host: nothing })).toEqual(refusal(/Host|address/));
		await Promise.all(open.splice(0).map(async (one) => await one.close()));
		expect(await tried({ host: nothing })).toEqual(refusal(/reach|answer|connection/i));
	});

	test('an address that the password must not be sent to', async () => {
		expect(await tried({ host: 'http://example.adobeconnect.com' })).toEqual(refusal(/https/));
	});

	test('a header that the server trusts, and one that it does not', async () => {
		const header = { authentication: 'header', headerName: HEADER, login: HOST.login };
		expect(await tried(header)).toMatchObject({
			status: 'OK',
			message: expect.stringContaining(HOST.login) as string,
		});
		expect(await tried({ ...header, headerName: 'x-other' })).toEqual(
			refusal(/does not accept the user that the header names/),
		);
	});

	test('nothing of which the password is a part', async () => {
		await tried();
		for (const { path, query } of sandbox.books.calls('adobeConnect')) {
			expect(`${path} ${JSON.stringify(query)}`).not.toContain(API_USER.password);
		}
	});
});

describe('a workflow', () => {
	test('works with the credential, and signs in once', async () => {
		const credential = await made();
		const execution = await used(credential);
		expect(executionError(execution)).toBe('');
		expect(nodeItems(execution, 'Event').map(({ json }) => json)).toMatchObject([
			{ webinarId: EVENT, provider: 'adobeConnect', topic: 'Sample Webinar' },
		]);
		await used(credential);
		expect(sandbox.adobeConnect.callsOf('login')).toHaveLength(1);
	});

	test('works with a header as well', async () => {
		const header = { authentication: 'header', headerName: HEADER, password: '' };
		const execution = await used(await made(header));
		expect(executionError(execution)).toBe('');
	});

	test('says what is wrong with a wrong password, and does not lock the user out', async () => {
		const credential = await made({ password: 'FAKE-wrong' });
		for (let run = 0; run < 3; run += 1) {
			expect(executionError(await used(credential))).toMatch(/does not accept login or password/);
		}
		expect(sandbox.adobeConnect.callsOf('login')).toHaveLength(1);
	});
});
