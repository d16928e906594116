import type { Sandbox } from '../contract';
import { startSandbox } from '../index';
import { makeStory } from '../../story';
import { at, type JsonRecord } from './outbound/json';
import {
	API_KEY,
	callBack,
	resultFor,
	startService,
	type TestService,
} from './outbound/testing/service';

let sandbox: Sandbox;
let service: TestService;
beforeEach(async () => {
	const { world } = makeStory({ seed: 1, registrants: 20, now: '2026-11-20T17:10:00.000Z' });
	if (world.marketo) world.marketo.leadFields.lastWebinarJoinUrl = 'string';
	sandbox = await startSandbox({ world });
	service = await startService();
	service.onSubmit = async (invocation) => {
		await callBack(invocation, resultFor(invocation));
	};
});
afterEach(async () => {
	await sandbox.close();
	await service.close();
});

async function control(path: string, body: JsonRecord): Promise<{ status: number; body: unknown }> {
	const answer = await fetch(`${sandbox.url}/control/marketo/${path}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body),
	});
	return { status: answer.status, body: await answer.json() };
}

const step = { kind: 'flowStep', service: 'webinarRegistration', attributes: { webinar: '8123' } };
const mail = {
	kind: 'sendEmail',
	email: { name: 'x', subject: 'x', body: 'y', operational: true },
};

describe("Marketo's side over HTTP", () => {
	it('installs a flow step, makes a campaign with it and starts it by a form', async () => {
		const installed = await control('services', {
			openApiUrl: service.openApiUrl,
			apiKey: API_KEY,
		});
		expect(installed.body).toMatchObject({ apiName: 'webinarRegistration', baseUrl: service.url });
		const made = await control('campaigns', {
			name: 'Register',
			programId: 1207,
			trigger: { kind: 'fillsOutForm', form: 'Registration' },
			flow: [step, mail],
		});
		const campaignId = at(made.body, 'id');
		const fields = { email: 'pat@example.com', firstName: 'Pat', lastName: 'Example' };
		const filled = await control('forms', { form: 'Registration', fields });
		expect(filled.body).toMatchObject({ log: [{ campaignId, ok: true }, { ok: true }] });
		const seen = await (await fetch(`${sandbox.url}/control/marketo`)).json();
		expect(seen).toMatchObject({
			mails: [{ to: 'pat@example.com', body: 'y' }],
			log: [{ step: 1 }, { step: 2 }],
			invocations: [{ service: 'webinarRegistration', status: 201, callbacks: [{ status: 202 }] }],
		});
	});

	it('runs a campaign by hand', async () => {
		const [leadId] = sandbox.marketo.leads.keys();
		const flow = [{ kind: 'changeProgramStatus', programId: 1209, newStatus: 'Invited' }];
		const trigger = { kind: 'batch' };
		const made = await control('campaigns', { name: 'Invite', programId: 1209, trigger, flow });
		const ran = await control(`campaigns/${String(at(made.body, 'id'))}/run`, {
			leadIds: [leadId],
		});
		expect(ran.body).toMatchObject({ log: [{ leadId, ok: true }] });
	});

	it('adds a webhook, and refreshes a picklist', async () => {
		const hook = { name: 'Hook', url: 'http://localhost:5678/webhook/1', template: '{}' };
		expect(await control('webhooks', hook)).toEqual({ status: 200, body: { name: 'Hook' } });
		await control('services', { openApiUrl: service.openApiUrl, apiKey: API_KEY });
		const choices = await control('picklists', {
			service: 'webinarRegistration',
			attribute: 'webinar',
		});
		expect(choices).toEqual({ status: 200, body: { choices: [] } });
	});

	it('says what Marketo would refuse', async () => {
		const wrongKey = { openApiUrl: service.openApiUrl, apiKey: 'wrong' };
		expect(await control('services', wrongKey)).toEqual({
			status: 422,
			body: { message: '/status refused the credentials (401)' },
		});
		expect((await control('services', {})).status).toBe(400);
		const flow = [{ kind: 'wait' }];
		const trigger = { kind: 'batch' };
		const campaign = { name: 'x', programId: null, trigger, flow };
		expect((await control('campaigns', campaign)).status).toBe(400);
		expect((await control('campaigns/7/run', { leadIds: [] })).status).toBe(422);
	});
});
