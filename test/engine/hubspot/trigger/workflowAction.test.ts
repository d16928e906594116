import type { INodeParameters } from 'n8n-workflow';

import type { EnrollOptions, WorkflowAction } from '../../../sandbox/hubspot/workflows/contract';
import type { TriggerHost } from '../../support/triggerEngine';
import { stage, type Stage } from '../../support/world';
import { CLIENT_SECRET, defineAction, installApp, startTrigger } from './stage';

const ACTION: INodeParameters = { calledBy: 'workflowAction', answer: 'callBack', options: {} };

let here: Stage;
let trigger: TriggerHost;
let action: WorkflowAction;
const others: TriggerHost[] = [];

beforeAll(async () => {
	here = await stage({ registrants: 20 });
	installApp(here.sandbox);
	trigger = await startTrigger(ACTION);
	action = await defineAction(here.sandbox, trigger);
});
afterAll(async () => {
	await trigger.close();
	await here.close();
});
beforeEach(() => {
	trigger.outputs.length = 0;
});
afterEach(async () => {
	for (const host of others.splice(0)) await host.close();
});

/** A trigger that is set otherwise, for one test. */
async function another(parameters: INodeParameters): Promise<TriggerHost> {
	const host = await startTrigger(parameters);
	others.push(host);
	return host;
}

function somebody() {
	const contact = [...here.sandbox.hubspot.contacts.values()].find(({ archivedAt }) => !archivedAt);
	if (contact === undefined) throw new Error('There is nobody');
	return contact;
}

async function enroll(more: Partial<EnrollOptions> = {}) {
	const enrollment = here.sandbox.hubspot.workflows.enroll({
		action,
		contactId: somebody().id,
		inputFields: { webinarId: '995 1234 5678' },
		retryDelaysMs: [],
		...more,
	});
	return await enrollment.answered(10_000);
}

describe('a custom workflow action', () => {
	it("takes the trigger's own definition, and its contact starts the workflow", async () => {
		const enrollment = await enroll();
		expect(enrollment.complaints).toEqual([]);
		expect(enrollment.state).toBe('waiting');
		const { id, email } = somebody();
		expect(trigger.outputs).toEqual([
			[
				[
					expect.objectContaining({
						calledBy: 'workflowAction',
						answer: 'callBack',
						callbackId: enrollment.callbackId,
						portalId: String(here.story.world.hubspot.portalId),
						contactId: id,
						email,
						webinarId: '99512345678',
					}),
				],
				[],
			],
		]);
	});

	it('waits for as long as the option says, then goes on', async () => {
		const patient = await another({ ...ACTION, options: { waitMinutes: 5 } });
		const its = await defineAction(here.sandbox, patient);
		const before = here.sandbox.now();
		const { expiresAt } = await enroll({ action: its });
		expect(expiresAt! - before).toBeGreaterThanOrEqual(5 * 60_000);
		expect(expiresAt! - before).toBeLessThan(6 * 60_000);
	});

	it('hears success at once when it is not to wait', async () => {
		const swift = await another({ ...ACTION, answer: 'atOnce' });
		const its = await defineAction(here.sandbox, swift);
		const { state } = await enroll({ action: its });
		expect(state).toBe('succeeded');
		expect(swift.outputs[0]?.[0]?.[0]).toMatchObject({ answer: 'atOnce' });
	});

	it.each([['v2'], ['v3'], ['v2', 'v3']] as const)(
		'is taken signed with %s %s',
		async (...signed) => {
			const { state } = await enroll({ signatures: signed.filter(Boolean) });
			expect(state).toBe('waiting');
			expect(trigger.outputs).toHaveLength(1);
		},
	);

	it.each<[string, Partial<EnrollOptions>]>([
		['with version 1', { signatures: ['v1'] }],
		['not at all', { signatures: [] }],
		['with another secret', { tamper: { secret: `${CLIENT_SECRET}x` } }],
		['ten minutes ago', { signatures: ['v3'], tamper: { timestamp: Date.now() - 600_000 } }],
		['ten minutes ahead', { signatures: ['v3'], tamper: { timestamp: Date.now() + 600_000 } }],
		['for another body', { tamper: { body: (body) => Buffer.concat([body, Buffer.from(' ')]) } }],
		['for another address', { tamper: { path: (path) => `${path}?webinarId=1` } }],
		[
			'with a doubled header',
			{ signatures: ['v2'], tamper: { headers: { 'x-hubspot-signature': ['a'.repeat(64), 'b'] } } },
		],
		['without its timestamp', { tamper: { headers: { 'x-hubspot-request-timestamp': null } } }],
	])('is refused when it is signed %s', async (_how, options) => {
		const { attempts, state } = await enroll(options);
		expect(attempts.map(({ status }) => status)).toEqual([401]);
		expect(state).toBe('failed');
		expect(trigger.outputs).toEqual([]);
	});

	it('is refused for another host, unless that is the Public URL', async () => {
		const publicUrl = 'https://n8n.example.com/automation';
		const refused = await enroll({ publicUrl });
		expect(refused.attempts[0]?.status).toBe(401);
		const behindProxy = await another({ ...ACTION, options: { publicUrl } });
		const its = await defineAction(here.sandbox, behindProxy);
		expect(its.definition.actionUrl).toMatch(
			/^https:\/\/n8n\.example\.com\/automation\/webhook\/[^/]+\/hubspot-action$/,
		);
		const stripped = { path: (path: string) => path.replace('/automation', '') };
		const { state } = await enroll({
			action: its,
			connectTo: behindProxy.origin,
			tamper: stripped,
		});
		expect(state).toBe('waiting');
	});

	it('of another HubSpot account is refused where accounts are listed', async () => {
		const choosy = await another({ ...ACTION, options: { acceptedPortals: '1, 2' } });
		const its = await defineAction(here.sandbox, choosy);
		const { attempts } = await enroll({ action: its });
		expect(attempts[0]?.status).toBe(403);
		expect(choosy.outputs).toEqual([]);
	});

	it('asks for choices on the second output', async () => {
		await here.sandbox.hubspot.workflows.options({ action, field: 'upcomingWebinar' });
		expect(trigger.outputs).toEqual([
			[[], [expect.objectContaining({ field: 'upcomingWebinar', q: '', after: '' })]],
		]);
	});

	it('is refused as a question for choices that is not signed', async () => {
		const field = 'upcomingWebinar';
		const { attempt } = await here.sandbox.hubspot.workflows.options({
			action,
			field,
			signatures: [],
		});
		expect(attempt.status).toBe(401);
		expect(trigger.outputs).toEqual([]);
	});
});
