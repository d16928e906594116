import type { Sandbox } from '../../contract';
import { startSandbox } from '../../index';
import { MARKETO_PROGRAMS, makeStory } from '../../../story';
import type { MarketoFlowStep } from '../world';
import { at, recordsOf, type JsonRecord } from './json';
import { campaign, mail } from './testing/instance';
import { API_KEY, callBack, resultFor, startService, type TestService } from './testing/service';

const FORM = 'Webinar Registration Form';
const NOW = '2026-11-20T17:10:00.000Z';

let sandbox: Sandbox;
let service: TestService;
afterEach(async () => {
	await sandbox.close();
	await service.close();
});

/** A service that knows the instance by its API user, as a webinar platform's connector does. */
async function token(): Promise<string> {
	const { clientId, clientSecret } = sandbox.marketo.world;
	const query = `grant_type=client_credentials&client_id=${clientId}&client_secret=${clientSecret}`;
	const answer = await fetch(`${sandbox.marketoBaseUrl}/identity/oauth/token?${query}`);
	return String(at(await answer.json(), 'access_token'));
}

async function post(path: string, body: JsonRecord): Promise<JsonRecord[]> {
	const answer = await fetch(`${sandbox.marketoBaseUrl}${path}`, {
		method: 'POST',
		headers: {
			authorization: `Bearer ${await token()}`,
			'content-type': 'application/json',
		},
		body: JSON.stringify(body),
	});
	return recordsOf(at(await answer.json(), 'result'));
}

const linkOf = (leadId: number): string => `https://example.com/w/81234567890?tk=${leadId}`;

/** Registers everybody who has a first name: the link is written by REST before the callback. */
async function register(invocation: JsonRecord): Promise<void> {
	const programId = at(invocation, 'context', 'program', 'id');
	const people = recordsOf(invocation.objectData).map((one) => ({
		leadId: Number(at(one, 'objectContext', 'id')),
		hasName: at(one, 'objectContext', 'firstName') !== null,
	}));
	const named = people.filter(({ hasName }) => hasName);
	if (named.length > 0) {
		const input = named.map(({ leadId }) => ({ leadId, webinarUrl: linkOf(leadId) }));
		await post(`/rest/v1/programs/${programId}/members.json`, { input });
	}
	const nameless = people.filter(({ hasName }) => !hasName);
	if (nameless.length > 0) {
		const input = nameless.map(({ leadId }) => ({ leadId }));
		const status = { statusName: 'Registration Error', input };
		await post(`/rest/v1/programs/${programId}/members/status.json`, status);
	}
	const failed = { success: false, errorCode: 'NO_NAME', reason: 'First Name is empty' };
	const results = resultFor(invocation, (id) =>
		named.some(({ leadId }) => leadId === id) ? {} : { activityData: failed },
	);
	await callBack(invocation, results);
}

it('a registrant gets the own join link by mail, a nameless one ends as Registration Error', async () => {
	const { world } = makeStory({ seed: 1, registrants: 20, now: NOW });
	if (!world.marketo) throw new Error('The story has no Marketo');
	const programId = MARKETO_PROGRAMS.main;
	const flow: MarketoFlowStep[] = [
		{ kind: 'changeProgramStatus', programId, newStatus: 'Registered' },
		{ kind: 'flowStep', service: 'webinarRegistration', attributes: { webinar: '81234567890' } },
		mail('Dear {{lead.First Name:default=friend}}, your link: {{member.webinar url}}'),
	];
	world.marketo.campaigns = [
		campaign({ kind: 'fillsOutForm', form: FORM }, flow, { id: 6001, programId }),
	];
	world.marketo.leadFields.lastWebinarJoinUrl = 'string';
	sandbox = await startSandbox({ world });
	service = await startService();
	service.onSubmit = register;
	const { marketo } = sandbox;
	await marketo.installService(service.openApiUrl, API_KEY);

	const [noa, nameless] = await Promise.all([
		marketo.fillOutForm(FORM, { email: 'noa@example.com', firstName: 'Noa' }),
		marketo.fillOutForm(FORM, { email: 'nameless@example.com' }),
	]);

	const mails = new Map(marketo.mails.map(({ to, body }) => [to, body]));
	expect(mails).toEqual(
		new Map([
			['noa@example.com', `Dear Noa, your link: ${linkOf(noa.id)}`],
			['nameless@example.com', 'Dear friend, your link: '],
		]),
	);
	expect(marketo.memberOf(programId, noa.id)?.statusName).toBe('Registered');
	expect(marketo.memberOf(programId, nameless.id)?.statusName).toBe('Registration Error');
	expect(marketo.log.some(({ hanging }) => hanging)).toBe(false);
	const callbacks = sandbox.books
		.calls('marketo')
		.filter(({ path }) => path === '/customflowaction/submitCustomFlowAction');
	expect(callbacks).toHaveLength(2);
	expect(callbacks[0]).toMatchObject({ method: 'POST', status: 202, write: true });
	// The use of the step can be found by its own type of activity.
	const answer = await fetch(`${sandbox.marketoBaseUrl}/rest/v1/activities/types.json`, {
		headers: { authorization: `Bearer ${await token()}` },
	});
	const types = recordsOf(at(await answer.json(), 'result'));
	expect(types).toContainEqual(
		expect.objectContaining({
			id: marketo.services[0]?.activityTypeId,
			name: 'Register for Webinar',
		}),
	);
});
