import { randomUUID } from 'node:crypto';

import {
	createCredential,
	hubSpotCredentialData,
	testCredential,
	type CredentialRef,
} from '../host/drive/credentials';
import { nodeItems, waitForExecutionId } from '../host/drive/executions';
import { importWorkflow } from '../host/drive/templates';
import { runManually, type Workflow } from '../host/drive/workflows';
import { startSandbox } from '../sandbox';
import type { Sandbox } from '../sandbox/contract';
import { makeStory } from '../story';
import { CleanUp } from './support/cleanUp';
import { connect } from './support/connect';
import { manualWorkflow } from './support/manualWorkflow';
import { sharedN8n } from './support/sharedServer';

const n8n = sharedN8n();
const cleanUp = new CleanUp(n8n);
const story = makeStory({ seed: 37, registrants: 12, now: new Date().toISOString() });
const OAUTH2 = 'hubSpotWebinarOAuth2Api';
const SERVICE_KEY = 'hubSpotWebinarServiceKeyApi';
const SCOPES = [
	'oauth',
	'crm.objects.contacts.read',
	'crm.objects.contacts.write',
	'crm.schemas.contacts.read',
	'crm.schemas.contacts.write',
	'crm.objects.marketing_events.read',
	'crm.objects.marketing_events.write',
];
const APP = { clientId: 'hubspot-app', clientSecret: 'FAKE-hubspot-client-secret' };
let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox({ world: story.world });
	sandbox.hubspot.world.oauthApp = {
		appId: 4_210_286,
		name: 'Webinars (n8n)',
		...APP,
		scopes: SCOPES,
		optionalScopes: ['files', 'automation'],
		unavailableScopes: ['files'],
		redirectUris: [`${n8n.url}/rest/oauth2-credential/callback`],
	};
});
afterAll(async () => {
	await cleanUp.all();
	await sandbox.close();
});

async function made(type: string, data: Record<string, unknown>): Promise<CredentialRef> {
	const credential = await createCredential(n8n, type, `HubSpot ${randomUUID()}`, data);
	cleanUp.credential(credential.id);
	return credential;
}

describe('the test of the service key', () => {
	async function tried(changes: Record<string, string> = {}) {
		const data = hubSpotCredentialData(sandbox.hubspot.world, sandbox.hubspotBaseUrl);
		const { id } = await made(SERVICE_KEY, { ...data, ...changes });
		return await testCredential(n8n, id);
	}

	test('passes with a good key, without any scope', async () => {
		const scopes = sandbox.hubspot.world.scopes.splice(0);
		const answer = await tried();
		sandbox.hubspot.world.scopes.push(...scopes);
		expect(answer).toMatchObject({ status: 'OK' });
	});

	test('says that a wrong key is not accepted', async () => {
		expect(await tried({ apiKey: 'pat-na1-wrong-example' })).toEqual({
			status: 'Error',
			message: 'HubSpot does not accept this service key. Copy it again from Service Keys.',
		});
	});

	test('does not blame the key when HubSpot is down', async () => {
		const fault = { kind: 'status', status: 503 } as const;
		sandbox.addFault({ vendor: 'hubspot', match: /account-info/, fault, times: 9 });
		const answer = await tried();
		sandbox.clearFaults();
		expect(answer.status).toBe('Error');
		expect(answer.message).not.toContain('service key');
	});
});

describe('the OAuth2 credential', () => {
	let credential: CredentialRef;
	let workflow: Workflow;

	beforeAll(async () => {
		credential = await made(OAUTH2, {
			...APP,
			baseUrl: sandbox.hubspotBaseUrl,
			scope: SCOPES.join(' '),
			optionalScopes: 'files automation',
		});
		workflow = await importWorkflow(n8n, preview(), [credential]);
		cleanUp.workflow(workflow.id);
	});

	async function run() {
		const started = await runManually(n8n, workflow.id, 'Start');
		if (!('executionId' in started)) throw new Error('a manual start must not wait');
		return await waitForExecutionId(n8n, started.executionId);
	}

	async function expectTheProperties(): Promise<void> {
		const execution = await run();
		expect(execution.status).toBe('success');
		const [item] = nodeItems(execution, 'Look', 0).map(({ json }) => json);
		expect(item?.outcome).toMatchObject({ result: 'synced', preview: true });
	}

	const tokenCalls = () =>
		sandbox.books.calls('hubspot').filter(({ path }) => path === '/oauth/2026-03/token');

	test('says that it must be connected, as long as it is not', async () => {
		const { status, data } = await run();
		expect(status).toBe('error');
		expect(data?.resultData.error).toMatchObject({
			message: expect.stringMatching(/^HubSpot does not accept the sign-in of the app/) as string,
			description: expect.stringMatching(/connect the account again/) as string,
		});
		expect(await testCredential(n8n, credential.id)).toEqual({
			status: 'Error',
			message: 'Unable to sign without access token',
		});
	});

	test("is connected by n8n's own flow: HubSpot's page, the code, the token", async () => {
		const asked = await connect(n8n, credential.id);
		expect(asked.href.startsWith(`${sandbox.hubspotBaseUrl}/oauth/authorize?`)).toBe(true);
		expect(asked.searchParams.get('response_type')).toBe('code');
		expect(asked.searchParams.get('scope')).toBe(SCOPES.join(' '));
		expect(asked.searchParams.get('optional_scope')).toBe('files automation');
		expect(tokenCalls().map(({ status }) => status)).toEqual([200]);
	});

	test('then reads the account as its app', async () => {
		await expectTheProperties();
	});

	test('passes its test', async () => {
		expect(await testCredential(n8n, credential.id)).toMatchObject({ status: 'OK' });
	});

	test('is renewed when its token ends, and the request comes again', async () => {
		for (let time = 1; time <= 2; time += 1) {
			sandbox.hubspot.revokeTokens();
			sandbox.books.clear();
			await expectTheProperties();
			expect(tokenCalls().map(({ status }) => status)).toEqual([200]);
		}
	});

	test('fails its test and its runs once the app was removed from the account', async () => {
		sandbox.hubspot.revokeTokens({ refreshTokens: true });
		const { status, data } = await run();
		expect(status).toBe('error');
		expect(data?.resultData.error).toMatchObject({
			message: expect.stringMatching(/^HubSpot does not accept the sign-in of the app/) as string,
		});
		const answer = await testCredential(n8n, credential.id);
		expect(answer).toEqual({
			status: 'Error',
			message: expect.stringMatching(/needs to be reconnected/) as string,
		});
	});
});

/** A manual start and *Set up properties* as a preview. */
function preview() {
	return manualWorkflow('Look at the properties', {
		name: 'Look',
		type: 'hubSpotWebinar',
		parameters: {
			authentication: 'oAuth2',
			resource: 'property',
			operation: 'setUp',
			preview: true,
		},
	});
}
