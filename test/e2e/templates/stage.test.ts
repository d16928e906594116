import { executionError, nodeItems } from '../../host/drive/executions';
import { MARKETO_SECRETS } from '../../host/drive/credentials';
import { until } from '../../sandbox/testing/until';
import type { ZoomWebinarState } from '../../sandbox/world';
import { addContact, flowStepWorkflow } from '../marketo/support/workflows';
import { formCampaign, MAIN, registered, useFlowStep, FORM } from '../marketo/support/world';
import { node, workflow } from '../support/nodes';
import { upcomingWebinar } from '../support/upcomingWebinar';
import { setStage, type Stage } from './support/stage';
import { createTable, SETTINGS_TABLE, tableNames, updateRows } from './support/tables';

/** The stage itself, with workflows of a few nodes beside a template. */

let stage: Stage;
let webinar: ZoomWebinarState;

beforeAll(async () => {
	stage = await setStage({
		template: 'adobe-connect-join-link',
		seed: 76,
		prepare: ({ zoom }) => {
			webinar = upcomingWebinar(zoom);
		},
	});
});
afterAll(async () => await stage?.close());

const start = () => node('Start', 'n8n-nodes-base.manualTrigger');
const items = (name: string, json: unknown) =>
	node(name, 'n8n-nodes-base.set', { mode: 'raw', jsonOutput: JSON.stringify(json), options: {} });

test('the n8n is one that nobody has used before', async () => {
	const { data } = await stage.n8n.api<{ data: unknown[] }>('GET', '/workflows');
	expect(data).toHaveLength(1);
	expect(await tableNames(stage.n8n)).toEqual([]);
});

test('a mail from n8n arrives, with what is attached', async () => {
	const send = node('Send', 'n8n-nodes-base.emailSend', {
		fromEmail: 'n8n@example.com',
		toEmail: 'host@example.com',
		subject: 'How it went',
		emailFormat: 'html',
		html: '<p>Vielen Dank für 42 %</p>',
		options: { appendAttribution: false, attachments: 'data' },
	});
	const toFile = node('File', 'n8n-nodes-base.convertToFile', { operation: 'csv', options: {} });
	const file = workflow('Mail', [
		[
			start(),
			items('People', { email: 'ada@example.com' }),
			{ ...toFile, typeVersion: 1.1 },
			{ ...send, typeVersion: 2.1 },
		],
	]);
	const { id } = await stage.importAlso(file);
	expect(executionError(await stage.start('Start', id))).toBe('');
	const [mail] = stage.mailbox.mails;
	expect(mail).toMatchObject({
		subject: 'How it went',
		html: expect.stringContaining('für 42 %') as string,
	});
	expect(mail?.attachments.map(({ content }) => content.toString())).toEqual([
		expect.stringMatching(/^\uFEFF?email\nada@example.com/),
	]);
});

test('what waits for hours goes on with its items as soon as the time is over', async () => {
	const pause = node('Pause', 'n8n-nodes-base.wait', {
		resume: 'timeInterval',
		amount: 2,
		unit: 'hours',
	});
	const file = workflow('Waits', [
		[
			start(),
			items('People', { email: 'ada@example.com' }),
			{ ...pause, typeVersion: 1.1 },
			items('After', { done: true }),
		],
	]);
	const { id } = await stage.importAlso(file);
	const execution = await stage.executionOf(
		async () => {
			await stage.press('Start', id);
			await until(async () => (await stage.waiting()).length === 1, 'the workflow waits', {
				everyMs: 100,
			});
			expect(await stage.endWaits()).toBe(1);
		},
		{ workflowId: id },
	);
	expect(executionError(execution)).toBe('');
	expect(nodeItems(execution, 'Pause').map(({ json }) => json)).toEqual([
		{ email: 'ada@example.com' },
	]);
	expect(nodeItems(execution, 'After')).toHaveLength(1);
});

test('a user keeps settings in a table', async () => {
	await createTable(stage.n8n, SETTINGS_TABLE, { scope: 'default', key: '*', sync: true });
	await stage.insertRow(SETTINGS_TABLE, { scope: 'host', key: 'host@example.com', sync: false });
	await updateRows(stage.n8n, SETTINGS_TABLE, ['scope', 'default'], { sync: false });
	expect(await stage.rows(SETTINGS_TABLE)).toMatchObject([
		{ scope: 'default', key: '*', sync: false },
		{ scope: 'host', sync: false },
	]);
});

test('Marketo adds the flow step by the address it is told, and uses it', async () => {
	const { marketo } = stage.sandbox;
	const made = await stage.importAlso(flowStepWorkflow());
	await stage.publish(made);
	const address = await stage.hookOf('Marketo asks', 'openapi.json', made);
	const service = await marketo.installService(address, MARKETO_SECRETS.apiKey);
	marketo.campaigns.set(
		MAIN.campaignId,
		formCampaign(MAIN, [registered(MAIN), useFlowStep(String(webinar.id))]),
	);
	expect(service.baseUrl.startsWith(stage.relay.url)).toBe(true);
	const deliveries = stage.relay.deliveries.length;
	await marketo.fillOutForm(`${FORM} ${MAIN.programId}`, {
		email: 'grace@example.com',
		firstName: 'Grace',
		lastName: 'Hopper',
	});
	expect(webinar.registrants.map(({ email }) => email)).toEqual(['grace@example.com']);
	const later = stage.relay.deliveries.slice(deliveries);
	expect(later.some(({ path }) => path.endsWith('/submitAsyncAction'))).toBe(true);
	await stage.retire(made);
});

test('HubSpot signs for the address it is told; what it sent comes again byte for byte', async () => {
	const asks = node('HubSpot asks', 'hubSpotWorkflowActionTrigger', {
		calledBy: 'workflowAction',
		answer: 'callBack',
		options: {},
	});
	const answer = node('Answer', 'hubSpotWebinar', {
		resource: 'workflowAction',
		operation: 'complete',
		authentication: 'oAuth2',
		options: {},
	});
	const made = await stage.importAlso(workflow('Action', [[asks, addContact(), answer]]));
	await stage.publish(made);
	const definition = await fetch(await stage.hookOf('HubSpot asks', 'hubspot-definition', made));
	const { workflows, contacts } = stage.sandbox.hubspot;
	const action = workflows.defineAction(await definition.json());
	const ada = [...contacts.values()].find(({ email }) => /^[\w.]+@[\w.]+$/.test(email));
	Object.assign(ada?.properties ?? {}, { firstname: 'Ada', lastname: 'Lovelace' });
	const enrollment = await workflows
		.enroll({ action, contactId: ada?.id ?? '', inputFields: { webinarId: String(webinar.id) } })
		.settled(60_000);
	expect(enrollment.branch('registrationStatus')).toBe('Registered');

	const before = stage.state();
	expect(webinar.registrants).toHaveLength(2);
	const { answers } = await stage.replayAll();
	expect(answers).toHaveLength(stage.relay.deliveries.length);
	// The workflow of Marketo is down by now.
	expect(answers.at(-1)?.status).toBe(200);
	expect(stage.state()).toEqual(before);
});
