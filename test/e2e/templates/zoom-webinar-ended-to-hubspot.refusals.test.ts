import { setTimeout as sleep } from 'node:timers/promises';
import { executionIds } from '../../host/drive/executions';
import { MAIN_TEMPLATE, runMainJob } from '../../host/job/mainJob';
import type { WebhookDelivery } from '../../sandbox/contract';
import { setStage, type Stage } from './support/stage';

let stage: Stage;
let hook: string;

beforeAll(async () => {
	stage = await setStage({ template: MAIN_TEMPLATE, seed: 12, registrants: 20 });
	await stage.publish();
	hook = await stage.hookOf('Webinar ended');
});

afterAll(async () => await stage?.close());

/** A delivery of `webinar.ended` that differs from the real one as told. */
async function deliver(odd: Partial<WebhookDelivery>): Promise<number | null> {
	const { sandbox, story } = stage;
	const { webinarId, sessionUuid, startTime, endTime } = story.main;
	const object = { id: String(webinarId), uuid: sessionUuid, start_time: startTime };
	const { status } = await sandbox.zoom.deliver({
		event: 'webinar.ended',
		payload: {
			account_id: story.world.zoom.accountId,
			object: { ...object, end_time: endTime, topic: story.main.topic },
		},
		to: hook,
		retryDelaysMs: [],
		...odd,
	});
	return status;
}

async function post(body: string): Promise<{ status: number; text: string }> {
	const headers = { 'content-type': 'application/json' };
	const answer = await fetch(hook, { method: 'POST', headers, body });
	return { status: answer.status, text: await answer.text() };
}

const now = () => Math.floor(Date.now() / 1000);
const threeHours = 3 * 3600;

describe('a call that is not from Zoom, or no longer', () => {
	afterEach(async () => {
		// An execution would be there within a moment of the answer.
		await sleep(500);
		expect(await executionIds(stage.n8n, stage.workflow.id)).toEqual([]);
		expect((await fetch(`${stage.n8n.url}/healthz/readiness`)).status).toBe(200);
	});

	it.each([
		['signed with another secret', { secret: 'somebody-elses-secret' }],
		['signed three hours ago', { timestampSeconds: now() - threeHours }],
		['signed three hours from now', { timestampSeconds: now() + threeHours }],
	])('is answered 401 when it is %s', async (_what, odd) => {
		expect(await deliver(odd)).toBe(401);
	});

	it('is answered 401 when it carries no signature', async () => {
		expect((await post('{"event":"webinar.ended"}')).status).toBe(401);
	});

	it.each([
		['truncated', '{"event":"webinar.ended","payload":{"obj'],
		['not JSON', 'event=webinar.ended'],
	])('is answered 422 by n8n itself when it is %s', async (_what, body) => {
		const { status, text } = await post(body);
		expect(status).toBe(422);
		expect(text).toContain('Failed to parse request body');
	});

	it('is refused by n8n itself when it is larger than n8n reads (16 MB)', async () => {
		const { status } = await post(JSON.stringify({ pad: 'x'.repeat(20 * 1024 * 1024) }));
		// HTTP has 413 for it; n8n 2.41 notices it too late for that and answers 500.
		expect([413, 500]).toContain(status);
	});
});

it('takes a genuine delivery after all that', async () => {
	const { n8n, sandbox, story, workflow } = stage;
	const { execution } = await runMainJob({ n8n, sandbox, session: story.main, workflow }, hook);
	expect(execution.status).toBe('success');
	expect(stage.judge.hubSpot([story.main])).toEqual([]);
});
