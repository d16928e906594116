/** A blocked workflow waits for its callback, and not for ever. */
import { ALL_SCOPES, clientFor, startPortal, type TestPortal } from '../testing/portal';
import { until } from '../../testing/until';
import type { Enrollment, WorkflowAction } from './contract';
import { addContactToWebinar, appToken, OAUTH_APP, startReceiver, type Receiver } from './testing';

const WEEK = 7 * 24 * 3_600_000;
const REGISTERED = { registrationStatus: 'registered', hs_execution_state: 'SUCCESS' };
const ROOTS = [
	'/automation/v4/actions/callbacks',
	'/automation/actions/callbacks/2026-03',
	'/automation/actions/callbacks/2026-09',
];
const ROOT = '/automation/actions/callbacks/2026-09';

let portal: TestPortal;
let receiver: Receiver;
let action: WorkflowAction;
let token: string;

beforeEach(async () => {
	portal = await startPortal({ world: { oauthApp: { ...OAUTH_APP } } });
	receiver = await startReceiver();
	action = portal.side.workflows.defineAction(addContactToWebinar(receiver.url));
	token = await appToken(portal);
});
afterEach(async () => {
	await portal.close();
	await receiver.close();
});

async function blocked(duration?: string): Promise<Enrollment> {
	const more = duration === undefined ? {} : { hs_expiration_duration: duration };
	receiver.replies.splice(0, 1, {
		body: { outputFields: { hs_execution_state: 'BLOCK', ...more } },
	});
	const enrollment = portal.side.workflows.enroll({ action, contactId: '101' });
	return await enrollment.answered();
}

const complete = (
	{ callbackId }: { callbackId: string },
	outputFields: unknown = REGISTERED,
	by = token,
	root = ROOT,
) => portal.call('POST', `${root}/${callbackId}/complete`, { outputFields }, by);

const missing = { status: 404, body: { category: 'OBJECT_NOT_FOUND' } };

it.each(ROOTS)('is completed at %s, once', async (root) => {
	const enrollment = await blocked();
	expect(enrollment).toMatchObject({ state: 'waiting', outputFields: {} });
	expect(await complete(enrollment, REGISTERED, token, root)).toMatchObject({ status: 204 });
	expect(await enrollment.settled()).toMatchObject({
		state: 'succeeded',
		outputFields: { registrationStatus: 'registered' },
		message: 'Contact was added to the webinar',
	});
	const failure = { registrationStatus: 'failed', hs_execution_state: 'FAIL_CONTINUE' };
	expect(await complete(enrollment, failure, token, root)).toMatchObject(missing);
	portal.side.workflows.unsure.secondCompletion = 400;
	expect((await complete(enrollment, failure, token, root)).status).toBe(400);
	expect(enrollment.outputFields).toEqual({ registrationStatus: 'registered' });
});

it("is completed by the vendor's own client, one by one and in a batch", async () => {
	const { callbacksApi } = clientFor(portal.url, token).automation.actions;
	const [one, two, three] = [await blocked(), await blocked(), await blocked()];
	await callbacksApi.complete(one.callbackId, { outputFields: REGISTERED });
	const failure = { registrationStatus: 'failed', hs_execution_state: 'FAIL_CONTINUE' };
	await callbacksApi.completeBatch({
		inputs: [
			{ callbackId: two.callbackId, outputFields: REGISTERED },
			{ callbackId: three.callbackId, outputFields: failure },
		],
	});
	expect([one, two, three].map(({ state }) => state)).toEqual(['succeeded', 'succeeded', 'failed']);
	await expect(
		callbacksApi.complete('ap-1-2-3-4', { outputFields: REGISTERED }),
	).rejects.toMatchObject({ code: 404 });
});

it.each(ROOTS)('takes a batch at %s as a whole', async (root) => {
	const enrollment = await blocked();
	const inputs = [enrollment.callbackId, 'ap-unknown'].map((callbackId) => ({
		callbackId,
		outputFields: REGISTERED,
	}));
	const send = (some: unknown) => portal.call('POST', `${root}/complete`, { inputs: some }, token);
	expect(await send(inputs)).toMatchObject(missing);
	expect(enrollment.state).toBe('waiting');
	expect((await send(Array(101).fill(inputs[0]))).status).toBe(400);
	expect((await send(inputs.slice(0, 1))).status).toBe(204);
	expect(enrollment.state).toBe('succeeded');
});

it.each([
	[undefined, WEEK],
	['PT15M', 15 * 60_000],
	['P1DT2H3M4S', 93_784_000],
	['P1W', WEEK],
])('waits as long as %s says', async (duration, ms) => {
	const enrollment = await blocked(duration);
	portal.advance(ms - 1);
	expect(enrollment.state).toBe('waiting');
	portal.advance(1);
	expect(await enrollment.settled()).toMatchObject({ state: 'expired' });
	// The old token has ended meanwhile.
	const late = await complete(enrollment, REGISTERED, await appToken(portal));
	expect(late).toMatchObject(missing);
	expect(enrollment).toMatchObject({ state: 'expired', outputFields: {} });
});

it.each(['15 minutes', 'PT', 'P', 'P1M', 'PT1.5H'])('complains about %s', async (duration) => {
	const enrollment = await blocked(duration);
	expect(enrollment.complaints).toEqual([`${duration} is no ISO 8601 duration`]);
	expect(enrollment.expiresAt).toBeDefined();
});

it('is over when the callback comes before the answer that blocks', async () => {
	const enrollment = portal.side.workflows.enroll({
		action,
		contactId: '101',
		retryDelaysMs: [50],
	});
	receiver.replies.splice(
		0,
		1,
		{ status: 503 },
		{ body: { outputFields: { hs_execution_state: 'BLOCK' } } },
	);
	expect((await complete(enrollment)).status).toBe(204);
	await until(() => receiver.received.length >= 2, 'the action is called again');
	expect(await enrollment.settled()).toMatchObject({ state: 'succeeded' });
});

it("wants a token of the action's app with the scope automation", async () => {
	const enrollment = await blocked();
	portal.world.scopes = [...ALL_SCOPES];
	expect(await complete(enrollment, REGISTERED, portal.world.serviceKey)).toMatchObject({
		status: 403,
		body: { context: { requiredGranularScopes: ['automation'] } },
	});
	portal.world.scopes.push('automation');
	expect(await complete(enrollment, REGISTERED, portal.world.serviceKey)).toMatchObject(missing);
	expect((await complete(enrollment, REGISTERED, 'nobody')).status).toBe(401);
	portal.side.revokeTokens();
	expect((await complete(enrollment)).status).toBe(401);
	expect(enrollment.state).toBe('waiting');
});

it.each([
	['no outputs', undefined],
	['a number among them', { registrationStatus: 5 }],
	['a state that is no end', { hs_execution_state: 'BLOCK' }],
])('refuses %s', async (_what, outputFields) => {
	const enrollment = await blocked();
	const path = `${ROOT}/${enrollment.callbackId}/complete`;
	const refused = await portal.call('POST', path, { outputFields }, token);
	expect(refused).toMatchObject({ status: 400, body: { category: 'VALIDATION_ERROR' } });
	expect(enrollment.state).toBe('waiting');
});

it('may ask for typed outputs', async () => {
	portal.side.workflows.unsure.typedOutputsRequired = true;
	const enrollment = await blocked();
	expect(await complete(enrollment)).toMatchObject({
		status: 400,
		body: { message: expect.stringMatching(/typedOutputs/) },
	});
	const path = `${ROOT}/${enrollment.callbackId}/complete`;
	const body = { outputFields: REGISTERED, typedOutputs: {} };
	expect((await portal.call('POST', path, body, token)).status).toBe(204);
});
