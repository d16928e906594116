import { randomUUID } from 'node:crypto';

import { createCredential, createSandboxCredentials } from '../host/drive/credentials';
import { importWorkflow, type WorkflowFile } from '../host/drive/templates';
import { activate, deactivate, webhookUrl } from '../host/drive/workflows';
import { startSandbox } from '../sandbox';
import type { Sandbox } from '../sandbox/contract';
import type { WorkflowAction } from '../sandbox/hubspot/workflows/contract';
import { makeStory } from '../story';
import { CleanUp } from './support/cleanUp';
import { connect } from './support/connect';
import { sharedN8n } from './support/sharedServer';
import { upcomingWebinar } from './support/upcomingWebinar';

const n8n = sharedN8n();
const cleanUp = new CleanUp(n8n);
const story = makeStory({ seed: 36, registrants: 12, now: new Date().toISOString() });
const webinar = upcomingWebinar(story.world.zoom);
const CLIENT_SECRET = 'FAKE-hubspot-client-secret';
const active: Array<{ id: string; url: string }> = [];
let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox({ world: story.world });
	sandbox.hubspot.world.oauthApp = {
		appId: 4_210_286,
		name: 'Webinars (n8n)',
		clientId: 'hubspot-app',
		clientSecret: CLIENT_SECRET,
		scopes: ['oauth', 'crm.objects.contacts.read', 'automation'],
		redirectUris: [`${n8n.url}/rest/oauth2-credential/callback`],
	};
});
afterAll(async () => {
	for (const { id, url } of active) await deactivate(n8n, id, url);
	await cleanUp.all();
	await sandbox.close();
});

type Place = { at: [number, number]; version?: number };

function node(name: string, type: string, place: Place, parameters: Record<string, unknown>) {
	const ours = type.startsWith('n8n-nodes-webinars.');
	return {
		id: randomUUID(),
		name,
		type,
		typeVersion: place.version ?? 1,
		position: place.at,
		parameters,
		...(type.endsWith('Trigger') && ours && { webhookId: randomUUID() }),
	};
}

/** HubSpot's action → *Add contact to webinar* → its answer; and its drop-down from Zoom's webinars. */
function actionWorkflow(answer: 'callBack' | 'whenComplete'): WorkflowFile {
	const hubSpot = { resource: 'workflowAction', authentication: 'oAuth2', options: {} };
	const to = (...names: string[]) => names.map((name) => [{ node: name, type: 'main', index: 0 }]);
	return {
		name: `Add contact to webinar, ${answer}`,
		nodes: [
			node(
				'HubSpot asks',
				'n8n-nodes-webinars.hubSpotWorkflowActionTrigger',
				{ at: [0, 0] },
				{ calledBy: 'workflowAction', answer, options: {} },
			),
			node(
				'Register',
				'n8n-nodes-webinars.zoomWebinar',
				{ at: [220, 0] },
				{
					resource: 'registrant',
					operation: 'add',
					webinar: { __rl: true, mode: 'id', value: '={{ $json.webinarId }}' },
					email: '={{ $json.email }}',
					firstName: '={{ $json.firstName }}',
					lastName: '={{ $json.lastName }}',
					options: {},
				},
			),
			node(
				'Answer',
				'n8n-nodes-webinars.hubSpotWebinar',
				{ at: [440, 0] },
				{ ...hubSpot, operation: 'complete' },
			),
			node(
				'Webinars',
				'n8n-nodes-webinars.zoomWebinar',
				{ at: [220, 200] },
				{
					resource: 'webinar',
					operation: 'getAll',
					which: 'upcoming',
					hosts: 'all',
					returnAll: true,
				},
			),
			node(
				'Choices',
				'n8n-nodes-webinars.hubSpotWebinar',
				{ at: [440, 200] },
				{ ...hubSpot, operation: 'returnChoices' },
			),
		],
		connections: {
			'HubSpot asks': { main: to('Register', 'Webinars') },
			Register: { main: to('Answer') },
			Webinars: { main: to('Choices') },
		},
		settings: { executionOrder: 'v1' },
	};
}

/** Makes the workflow, connects its app to HubSpot and uploads the action to HubSpot. */
async function installed(answer: 'callBack' | 'whenComplete'): Promise<WorkflowAction> {
	const credentials = await createSandboxCredentials(n8n, sandbox);
	const app = await createCredential(n8n, 'hubSpotWebinarOAuth2Api', `HubSpot ${answer}`, {
		clientId: 'hubspot-app',
		clientSecret: CLIENT_SECRET,
		scope: 'oauth crm.objects.contacts.read automation',
		optionalScopes: '',
		baseUrl: sandbox.hubspotBaseUrl,
	});
	for (const { id } of [...credentials, app]) cleanUp.credential(id);
	await connect(n8n, app.id);
	const workflow = await importWorkflow(n8n, actionWorkflow(answer), [...credentials, app]);
	cleanUp.workflow(workflow.id);
	const url = await webhookUrl(n8n, workflow, 'HubSpot asks');
	active.push({ id: workflow.id, url });
	// n8n puts up one address after the other; the definition's is the last.
	const definitionUrl = url.replace(/hubspot-action$/, 'hubspot-definition');
	await activate(n8n, workflow.id, definitionUrl);
	const definition = await fetch(definitionUrl);
	expect(definition.headers.get('content-disposition')).toContain('hsmeta.json');
	return sandbox.hubspot.workflows.defineAction(await definition.json());
}

/** A contact that Zoom takes. */
function contactWith(properties: Record<string, string>): string {
	const found = [...sandbox.hubspot.contacts.values()].find(
		({ archivedAt, email }) => archivedAt === undefined && /^[\w.]+@[\w.]+\.\w+$/.test(email),
	);
	if (found === undefined) throw new Error('The portal has nobody');
	Object.assign(found.properties, properties);
	return found.id;
}

describe.each(['callBack', 'whenComplete'] as const)('a HubSpot workflow, answer %s', (answer) => {
	let action: WorkflowAction;

	beforeAll(async () => {
		webinar.registrants.length = 0;
		action = await installed(answer);
	});

	async function enrolled(contactId: string, webinarId: string) {
		const enrollment = sandbox.hubspot.workflows.enroll({
			action,
			contactId,
			inputFields: { webinarId },
			retryDelaysMs: [],
		});
		return await enrollment.settled(60_000);
	}

	test('adds its contact to the webinar and branches on the result', async () => {
		const id = contactWith({ firstname: 'Ada', lastname: 'Lovelace' });
		const first = await enrolled(id, String(webinar.id));
		expect(first.complaints).toEqual([]);
		expect(first.state).toBe('succeeded');
		expect(first.branch('registrationStatus')).toBe('Registered');
		expect(first.outputFields.joinUrl).toBe(webinar.registrants[0]?.join_url);
		expect(first.message).toBe('The contact was added to the webinar');
		const again = await enrolled(id, String(webinar.id));
		expect(again.branch('registrationStatus')).toBe('Already registered');
		expect(webinar.registrants).toHaveLength(1);
	});

	test('is told why somebody could not be added, in words and as a code', async () => {
		const id = contactWith({ firstname: 'Ada', lastname: 'Lovelace' });
		const { branch, outputFields, message } = await enrolled(id, '99999999999').then((one) => ({
			branch: one.branch('registrationStatus'),
			outputFields: one.outputFields,
			message: one.message,
		}));
		expect(branch).toBe('Failed');
		expect(outputFields.errorCode).toBe('WEBINAR_NOT_FOUND');
		expect(message).toContain('Not registered');
	});

	test('offers the webinars of Zoom in a drop-down that can be searched', async () => {
		const { workflows } = sandbox.hubspot;
		const field = 'upcomingWebinar';
		const all = await workflows.options({ action, field });
		expect(all.complaints).toEqual([]);
		expect(all.searchable).toBe(true);
		expect(all.options).toContainEqual(
			expect.objectContaining({
				value: String(webinar.id),
				label: expect.stringContaining(webinar.topic) as string,
			}),
		);
		const found = await workflows.options({ action, field, q: 'orchids' });
		expect(found.options.map(({ value }) => value)).toEqual([String(webinar.id)]);
		const none = await workflows.options({ action, field, q: 'nothing like it' });
		expect(none.options).toEqual([]);
	});
});
