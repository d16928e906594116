import { setTimeout as sleep } from 'node:timers/promises';

import { createCredential, testCredential, zoomCredentialData } from '../host/drive/credentials';
import { getExecution, nodeItems, waitForExecution } from '../host/drive/executions';
import { importWorkflow, type WorkflowFile } from '../host/drive/templates';
import { activate, deactivate, runManually, type Workflow } from '../host/drive/workflows';
import { startSandbox } from '../sandbox';
import type { Sandbox } from '../sandbox/contract';
import { makeStory } from '../story';
import { CleanUp } from './support/cleanUp';
import {
	CAMPAIGN,
	CONFIRMATION,
	connectProgram,
	FORM,
	PROGRAM,
	setCampaign,
	somebody,
} from './support/marketoCampaign';
import { flowStepWorkflow, TRIGGER, withStoredWait } from './support/flowStepWorkflow';
import { sharedN8n } from './support/sharedServer';
import { upcomingWebinar } from './support/upcomingWebinar';

const n8n = sharedN8n();
const cleanUp = new CleanUp(n8n);
const story = makeStory({ seed: 41, registrants: 12, now: new Date().toISOString() });
const webinar = upcomingWebinar(story.world.zoom);
const API_KEY = 'FAKE-flow-step-api-key-0123456789';
const SECRET = 'FAKE-webhook-secret-0123456789';
const active: Array<{ id: string; url: string }> = [];
let sandbox: Sandbox;
let credentials: Awaited<ReturnType<typeof createCredential>>[];

beforeAll(async () => {
	sandbox = await startSandbox({ world: story.world });
	connectProgram(sandbox, webinar.id);
	const { clientId, clientSecret } = sandbox.marketo.world;
	const zoom = zoomCredentialData(story.world.zoom, sandbox.zoomBaseUrl);
	const rest = { endpoint: sandbox.marketoBaseUrl, clientId, clientSecret };
	const incoming = { apiKey: API_KEY, webhookSecret: SECRET, webhookHeader: 'X-Webhook-Secret' };
	credentials = [
		await createCredential(n8n, 'zoomWebinarServerToServerOAuth2Api', 'Zoom (flow step)', zoom),
		await createCredential(n8n, 'marketoRestOAuth2Api', 'Marketo (flow step)', rest),
		await createCredential(n8n, 'marketoIncomingApi', 'Marketo calls', incoming),
	];
	for (const { id } of credentials) cleanUp.credential(id);
});
afterAll(async () => {
	for (const { id, url } of active) await deactivate(n8n, id, url);
	await cleanUp.all();
	await sandbox.close();
});
beforeEach(() => {
	const { services, mails, log, invocations, leads } = sandbox.marketo;
	for (const list of [services, mails, log, invocations]) list.length = 0;
	expect(leads.size).toBeGreaterThan(0);
});

async function imported(file: WorkflowFile): Promise<{ workflow: Workflow; base: string }> {
	const workflow = await importWorkflow(n8n, file, credentials);
	cleanUp.workflow(workflow.id);
	const trigger = workflow.nodes.find(({ name }) => name === TRIGGER)!;
	return { workflow, base: `${n8n.url}/webhook/${trigger.webhookId}` };
}

async function activated(file: WorkflowFile) {
	const { workflow, base } = await imported(file);
	// n8n puts up one address after the other; this is the last.
	const url = `${base}/call-webhook`;
	active.push({ id: workflow.id, url });
	await activate(n8n, workflow.id, url);
	return { workflow, base };
}

const install = async (base: string) =>
	await sandbox.marketo.installService(`${base}/openapi.json`, API_KEY);
const step = (value: string) => ({
	kind: 'flowStep' as const,
	service: 'registerForWebinar',
	attributes: { webinar: value },
});

/** Calls the address at which the one execution of the workflow waits. */
async function resumed(workflowId: string): Promise<void> {
	for (const end = Date.now() + 90_000; Date.now() < end; await sleep(200)) {
		const query = `workflowId=${workflowId}&status=waiting`;
		const { data } = await n8n.api<{ data: Array<{ id: string }> }>('GET', `/executions?${query}`);
		if (data[0] !== undefined) {
			const [item] = nodeItems(await getExecution(n8n, data[0].id), 'Address');
			const answer = await fetch(String(item?.json.resumeUrl));
			expect(answer.status).toBe(200);
			return;
		}
	}
	throw new Error('The workflow does not wait');
}

describe('a smart campaign of Marketo', () => {
	it('registers its people by the flow step, and mails them their own links', async () => {
		const { workflow, base } = await activated(flowStepWorkflow({ calledBy: 'flowStep' }));
		await install(base);
		expect(sandbox.marketo.services[0]!.status).toMatchObject({ warnings: [], errors: [] });
		setCampaign(sandbox, [step('program'), CONFIRMATION]);
		const [one, other] = [somebody(sandbox), somebody(sandbox, 1)];
		await sandbox.marketo.runCampaign(CAMPAIGN, [one.id, other.id]);

		expect(sandbox.marketo.invocations.map(({ status }) => status)).toEqual([201]);
		expect(sandbox.marketo.invocations[0]!.callbacks).toHaveLength(1);
		expect(webinar.registrants).toHaveLength(2);
		const links = webinar.registrants.map(({ join_url: link }) => `Link: ${link}`);
		expect(sandbox.marketo.mails.map(({ body }) => body).sort()).toEqual(links.sort());
		expect(sandbox.marketo.memberOf(PROGRAM, one.id)?.statusName).toBe('Registered');

		const { token, apiCallBackKey } = sandbox.marketo.invocations[0]!.request;
		const kept = JSON.stringify(await waitForExecution(n8n, workflow.id));
		expect(kept).not.toContain(token);
		expect(kept).not.toContain(apiCallBackKey);
	});

	it('offers the webinars of Zoom at the step', async () => {
		const choices = await sandbox.marketo
			.installService(
				`${(await activated(flowStepWorkflow({ calledBy: 'flowStep' }))).base}/openapi.json`,
				API_KEY,
			)
			.then(async ({ apiName }) => await sandbox.marketo.refreshPicklist(apiName, 'webinar'));
		expect(choices[0]).toMatchObject({ submittedValue: 'program' });
		expect(choices).toContainEqual({
			displayValue: { en_US: expect.stringContaining(webinar.topic) as string },
			submittedValue: String(webinar.id),
		});
	});

	it('is told when a node of the workflow breaks, and by a webinar that is not there', async () => {
		const broken = await activated(flowStepWorkflow({ calledBy: 'flowStep' }, true));
		await install(broken.base);
		setCampaign(sandbox, [step('program')]);
		const { id } = somebody(sandbox, 2);
		await sandbox.marketo.runCampaign(CAMPAIGN, [id]);
		const rows = sandbox.marketo.invocations[0]!.callbacks.map(({ body }) => body.objectData);
		expect(rows).toEqual([
			[
				{
					leadData: { id },
					activityData: expect.objectContaining({
						success: false,
						errorCode: 'WORKFLOW_FAILED',
					}) as object,
				},
			],
		]);

		sandbox.marketo.services.length = 0;
		await install((await activated(flowStepWorkflow({ calledBy: 'flowStep' }))).base);
		setCampaign(sandbox, [step('999 9999 9999')]);
		await sandbox.marketo.runCampaign(CAMPAIGN, [id]);
		expect(sandbox.marketo.log.at(-1)).toMatchObject({
			ok: false,
			message: expect.stringContaining('WEBINAR_NOT_FOUND') as string,
		});
		expect(sandbox.marketo.memberOf(PROGRAM, id)?.statusName).toBe('Registration Error');
	});

	it('is told after a long wait of the workflow, which n8n keeps in its store', async () => {
		const file = withStoredWait(flowStepWorkflow({ calledBy: 'flowStep' }));
		const { workflow, base } = await activated(file);
		const { status } = await install(base);
		expect(status).toMatchObject({ warnings: [expect.stringContaining('Wait')] });
		setCampaign(sandbox, [step('program')]);
		const { id } = somebody(sandbox, 4);
		const running = sandbox.marketo.runCampaign(CAMPAIGN, [id]);
		await resumed(workflow.id);
		await running;
		expect(sandbox.marketo.log.at(-1)).toMatchObject({ ok: true });
	});

	it('cannot be installed with a wrong key', async () => {
		const { base } = await activated(flowStepWorkflow({ calledBy: 'flowStep' }));
		const wrong = sandbox.marketo.installService(`${base}/openapi.json`, `${API_KEY}x`);
		await expect(wrong).rejects.toThrow('401');
	});

	it('has its person registered by Call Webhook, with the link as the answer', async () => {
		const { base } = await activated(
			flowStepWorkflow({ calledBy: 'webhook', answer: 'whenResult' }),
		);
		sandbox.marketo.addWebhook({
			name: 'Register',
			url: `${base}/call-webhook`,
			template: `{"leadId": {{lead.Id}}, "email": {{lead.Email Address}}, "firstName": {{lead.First Name}},
				"lastName": {{lead.Last Name}}, "programId": {{program.id}}, "webinarId": {{my.Webinar ID}},
				"webinarProgramId": {{my.Webinar Program ID}}}`,
			headers: { 'X-Webhook-Secret': SECRET },
			mappings: { joinUrl: 'favouriteColour' },
		});
		setCampaign(sandbox, [{ kind: 'callWebhook', webhook: 'Register' }, CONFIRMATION], {
			kind: 'fillsOutForm',
			form: FORM,
		});
		const { fields } = somebody(sandbox, 3);
		const lead = await sandbox.marketo.fillOutForm(FORM, { email: String(fields.email) });
		const link = webinar.registrants.at(-1)!.join_url;
		expect(sandbox.marketo.log.at(0)).toMatchObject({ kind: 'callWebhook', ok: true });
		expect(sandbox.marketo.leads.get(lead.id)?.fields.favouriteColour).toBe(link);
		expect(sandbox.marketo.mails.at(-1)?.body).toBe(`Link: ${link}`);
	});
});

describe('in the editor', () => {
	it('a test event is taken, run and told as in production', async () => {
		const { workflow, base } = await imported(flowStepWorkflow({ calledBy: 'flowStep' }, true));
		expect(await runManually(n8n, workflow.id, TRIGGER)).toEqual({ waitingForWebhook: true });
		const refused = await fetch(
			`${base.replace('/webhook/', '/webhook-test/')}/submitAsyncAction`,
			{
				method: 'POST',
				headers: { 'content-type': 'application/json', 'x-api-key': API_KEY },
				body: JSON.stringify({
					token: 'one-time',
					callbackUrl: `${sandbox.url}/nobody-waits-here`,
					objectData: [{ objectContext: { id: 1 } }],
				}),
			},
		);
		expect(refused.status).toBe(201);
		const execution = await waitForExecution(n8n, workflow.id);
		expect(execution.data?.resultData.error?.message).toContain('Out of order');
	});

	it('the credential says whether its keys can be used', async () => {
		expect(await testCredential(n8n, credentials[2]!.id)).toMatchObject({ status: 'OK' });
		const weak = await createCredential(n8n, 'marketoIncomingApi', 'Weak', { apiKey: 'short' });
		cleanUp.credential(weak.id);
		expect(await testCredential(n8n, weak.id)).toMatchObject({
			status: 'Error',
			message: expect.stringContaining('16 characters') as string,
		});
	});
});
