import { randomUUID } from 'node:crypto';

import { createCredential, testCredential, zoomCredentialData } from '../host/drive/credentials';
import type { CredentialRef, CredentialTest } from '../host/drive/credentials';
import { nodeItems, waitForExecutionId } from '../host/drive/executions';
import { importWorkflow } from '../host/drive/templates';
import { runManually, type Workflow } from '../host/drive/workflows';
import { gateway } from '../engine/zoom/credentials/gateway';
import { startSandbox } from '../sandbox';
import type { Sandbox } from '../sandbox/contract';
import { makeStory } from '../story';
import { CleanUp } from './support/cleanUp';
import { connect } from './support/connect';
import { manualWorkflow } from './support/manualWorkflow';
import { sharedN8n } from './support/sharedServer';

const n8n = sharedN8n();
const cleanUp = new CleanUp(n8n);
const story = makeStory({ seed: 33, registrants: 12, now: new Date().toISOString() });
const OAUTH2 = 'zoomWebinarOAuth2Api';
let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox({ world: story.world });
	const { world } = sandbox.zoom;
	world.generalApp = {
		clientId: 'general-app',
		clientSecret: 'FAKE-general-secret',
		userId: world.users.find(({ email }) => email === story.main.hostEmail)!.id,
		scopes: ['webinar:read:webinar', 'webinar:read:list_webinars', 'user:read:user'],
	};
});
afterAll(async () => {
	await cleanUp.all();
	await sandbox.close();
});

async function made(type: string, data: Record<string, unknown>): Promise<CredentialRef> {
	const credential = await createCredential(n8n, type, `Zoom ${randomUUID()}`, data);
	cleanUp.credential(credential.id);
	return credential;
}

describe('the test of the server-to-server credential tells apart', () => {
	/** Tries a fresh credential; n8n keeps tokens, so each case needs its own. */
	async function tried(changes: Record<string, string> = {}): Promise<CredentialTest> {
		const { world } = sandbox.zoom;
		const { id } = await made('zoomWebinarServerToServerOAuth2Api', {
			...zoomCredentialData(world, sandbox.zoomBaseUrl),
			...changes,
		});
		return await testCredential(n8n, id);
	}

	const refusal = (words: RegExp) => ({
		status: 'Error',
		message: expect.stringMatching(words) as string,
	});

	test('that all is well', async () => {
		expect(await tried()).toMatchObject({ status: 'OK' });
		expect(await tried({ testHost: ` ${story.main.hostEmail} ` })).toMatchObject({ status: 'OK' });
	});

	test('a wrong secret', async () => {
		expect(await tried({ clientSecret: 'FAKE-wrong' })).toEqual(
			refusal(/Client authentication failed/),
		);
	});

	describe('in a credential whose token n8n holds', () => {
		async function changed(changes: Record<string, string>): Promise<CredentialTest> {
			const type = 'zoomWebinarServerToServerOAuth2Api';
			const data = zoomCredentialData(sandbox.zoom.world, sandbox.zoomBaseUrl);
			const { id, name } = await made(type, data);
			expect(await testCredential(n8n, id)).toMatchObject({ status: 'OK' });
			await n8n.rest('PATCH', `/credentials/${id}`, { name, type, data: { ...data, ...changes } });
			sandbox.books.clear();
			return await testCredential(n8n, id);
		}

		test.each([
			['a mistyped secret', { clientSecret: 'FAKE-wrong' }],
			['a mistyped client ID', { clientId: 'FAKE-nobody' }],
			['a mistyped account ID', { accountId: 'FAKE-account' }],
		])('%s', async (_, changes) => {
			expect(await changed(changes)).toEqual(refusal(/^Zoom refused the sign-in\. Copy/));
		});

		test('that all is still well, by the sign-in alone', async () => {
			expect(await changed({})).toMatchObject({ status: 'OK' });
			expect(sandbox.books.calls('zoom').map(({ path }) => path)).toEqual(['/oauth/token']);
		});

		test('a host who is not there, because that is what Test Host asks', async () => {
			expect(await changed({ testHost: 'nobody@example.com' })).toEqual(
				refusal(/does not know this user/),
			);
		});
	});

	test('a missing scope, by its name', async () => {
		const scopes = sandbox.zoom.world.scopes.splice(0);
		const answer = await tried();
		sandbox.zoom.world.scopes.push(...scopes);
		expect(answer).toEqual(refusal(/sign-in works.*lacks a scope: user:read:list_users:admin/));
	});

	test('a host without the webinar add-on', async () => {
		const { email } = sandbox.zoom.world.users.find(({ webinarLicence }) => !webinarLicence)!;
		expect(await tried({ testHost: email })).toEqual(
			refusal(/sign-in works.*no Zoom Webinars licence/),
		);
	});

	test('a host who is not there', async () => {
		expect(await tried({ testHost: 'nobody@example.com' })).toEqual(
			refusal(/sign-in works.*does not know this user/),
		);
	});

	test('an app that is not activated', async () => {
		const { disabledApps, world } = sandbox.zoom;
		disabledApps.add(world.clientId);
		const answer = await tried();
		disabledApps.clear();
		expect(answer).toEqual(refusal(/Client authentication failed/));
	});

	test.each([
		[
			'a role that does not suffice',
			{ code: 200, message: 'No permission.' },
			/no permission.*role/,
		],
		[
			'a plan or setting of the account',
			{ code: 200, message: 'Other words' },
			/no permission.*role/,
		],
		['a scope of the older kind', { code: 4700, message: 'No such scope' }, /lacks a scope/],
		['what nobody expects', { code: 99, message: 'Something new' }, /unexpected way/],
	])('%s', async (_, body, words) => {
		const zoom = await gateway({ status: 400, body });
		const answer = await tried({ baseUrl: zoom.url }).finally(zoom.close);
		expect(answer).toEqual(refusal(words));
		expect(zoom.seen).toEqual(['POST /oauth/token', 'GET /v2/users']);
	});

	test('an overloaded Zoom, which is nobody’s fault', async () => {
		sandbox.addFault({
			vendor: 'zoom',
			match: /users/,
			fault: { kind: 'status', status: 503 },
			times: 9,
		});
		const answer = await tried();
		sandbox.clearFaults();
		expect(answer).toEqual(refusal(/Service Unavailable|503/));
	});

	test('a server that is not Zoom', async () => {
		sandbox.addFault({ vendor: 'zoom', match: /users/, fault: { kind: 'html' }, times: 9 });
		const answer = await tried();
		sandbox.clearFaults();
		expect(answer).toEqual(refusal(/not the Zoom API/));
	});

	test('an address that the secret must not be sent to', async () => {
		const answer = await tried({ baseUrl: 'http://zoom-gateway.example.com' });
		expect(answer).toEqual(refusal(/Invalid URL|ERR_INVALID_URL/i));
	});
});

describe('the OAuth2 credential', () => {
	let credential: CredentialRef;
	let workflow: Workflow;

	beforeAll(async () => {
		const { clientId, clientSecret } = sandbox.zoom.world.generalApp!;
		const { zoomBaseUrl: baseUrl } = sandbox;
		credential = await made(OAUTH2, { region: 'custom', baseUrl, clientId, clientSecret });
		workflow = await importWorkflow(n8n, oneGet(), [credential]);
		cleanUp.workflow(workflow.id);
	});

	async function run() {
		const started = await runManually(n8n, workflow.id, 'Start');
		if (!('executionId' in started)) throw new Error('a manual start must not wait');
		return await waitForExecutionId(n8n, started.executionId);
	}

	async function expectTheWebinar(): Promise<void> {
		const execution = await run();
		expect(execution.status).toBe('success');
		expect(nodeItems(execution, 'Get', 0).map(({ json }) => json)).toMatchObject([
			{ webinarId: String(story.main.webinarId), topic: story.main.topic },
		]);
	}

	test('says that it must be connected, as long as it is not', async () => {
		const { status, data } = await run();
		expect(status).toBe('error');
		expect(data?.resultData.error).toMatchObject({
			message: expect.stringMatching(/^The credential is not connected to Zoom/) as string,
			description: expect.stringMatching(/connect it again/) as string,
		});
	});

	test("is connected by n8n's own flow: Zoom's page, the code, the token", async () => {
		const asked = await connect(n8n, credential.id);
		expect(asked.href.startsWith(`${sandbox.zoomBaseUrl}/oauth/authorize?`)).toBe(true);
		expect(asked.searchParams.get('response_type')).toBe('code');
		// Zoom refuses a list of scopes here; n8n sends the parameter empty.
		expect(asked.searchParams.get('scope') ?? '').toBe('');
	});

	test('then reads the webinar of its user', async () => {
		await expectTheWebinar();
	});

	test('is renewed when its token ends, each time with the refresh token of the last time', async () => {
		for (let time = 1; time <= 2; time += 1) {
			sandbox.zoom.revokeTokens();
			sandbox.books.clear();
			await expectTheWebinar();
			const tokens = sandbox.books.calls('zoom').filter(({ path }) => path === '/oauth/token');
			expect(tokens.map(({ status }) => status)).toEqual([200]);
		}
	});

	test('is tested against the webinars of its user', async () => {
		expect(await testCredential(n8n, credential.id)).toMatchObject({ status: 'OK' });
		const host = sandbox.zoom.world.users.find(({ email }) => email === story.main.hostEmail)!;
		host.webinarLicence = false;
		const answer = await testCredential(n8n, credential.id);
		host.webinarLicence = true;
		expect(answer.message).toMatch(/sign-in works.*no Zoom Webinars licence/);
	});
});

/** A manual start and one *Get* of the main webinar with the OAuth2 credential. */
function oneGet() {
	return manualWorkflow('Get one webinar', {
		name: 'Get',
		type: 'zoomWebinar',
		parameters: {
			authentication: 'oAuth2',
			resource: 'webinar',
			operation: 'get',
			webinar: { __rl: true, mode: 'id', value: String(story.main.webinarId) },
		},
	});
}
