import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { Sandbox } from '../contract';
import { startSandbox } from '../index';
import { specFile } from '../specs';
import { zoomJson } from './outbound/json';
import { encryptedTokenOf, signatureOf } from './outbound/signature';
import { challengeAnswer, listen, type Answer, type Delivery } from './outbound/testing';
import { AwsLambdaReceiver, rivetClient } from './proof/rivet';
import { IDS, world } from './proof/world';

const text = (header: string | string[] | undefined): string => String(header ?? '');

describe('webhooks that Zoom sends', () => {
	let sandbox: Sandbox;
	let servers: Server[] = [];

	beforeAll(async () => {
		sandbox = await startSandbox({ world: world() });
	});
	afterAll(() => sandbox.close());
	afterEach(() => {
		for (const server of servers) server.close().closeAllConnections();
		servers = [];
	});

	async function receiver(answer: Answer) {
		const started = await listen(answer);
		servers.push(started.server);
		return started;
	}

	it('are signed over the bytes that go out, with emoji escaped', async () => {
		const { url, seen } = await receiver(() => ({ status: 200 }));
		const result = await sandbox.zoom.webinarEnded(IDS.main, IDS.mainSession, url);
		expect(result).toEqual({ attempts: 1, status: 200, body: '' });
		const [delivery] = seen;
		if (!delivery) throw new Error('Nothing came');
		const { headers, body } = delivery;
		const mac = createHmac('sha256', sandbox.zoom.world.webhookSecretToken);
		mac.update(`v0:${text(headers['x-zm-request-timestamp'])}:${body}`);
		expect(headers['x-zm-signature']).toBe(`v0=${mac.digest('hex')}`);
		expect(headers.clientid).toBe('client-0001');
		expect(body).toContain('Coffee ☕ & tea \\uD83E\\uDED6');
		expect(JSON.parse(body)).toMatchObject({
			event: 'webinar.ended',
			payload: {
				account_id: 'acc-0001',
				object: {
					id: String(IDS.main),
					uuid: IDS.mainSession,
					topic: 'Coffee ☕ & tea 🫖',
					end_time: '2026-11-20T17:00:00Z',
					practice_session: false,
				},
			},
		});
	});

	it('keep their request id when the same event is sent again', async () => {
		const { url, seen } = await receiver(() => ({ status: 204 }));
		await sandbox.zoom.webinarEnded(IDS.main, IDS.mainSession, url);
		await sandbox.zoom.webinarEnded(IDS.main, IDS.mainSession, url);
		await sandbox.zoom.webinarEnded(IDS.main, IDS.earlierSession, url);
		const ids = seen.map((delivery) => delivery.headers['x-zm-request-id']);
		expect(ids[0]).toBe(ids[1]);
		expect(ids[2]).not.toBe(ids[0]);
	});

	it('are tried again after 5xx and cut connections, with the same id, until they are taken', async () => {
		let count = 0;
		const { url, seen } = await receiver(() => {
			count += 1;
			if (count === 1) return { status: 503 };
			if (count === 2) throw new Error('cut');
			return { status: 200, body: 'taken' };
		});
		const delivery = { event: 'webinar.started', payload: {}, to: url };
		const result = await sandbox.zoom.deliver({ ...delivery, retryDelaysMs: [5, 5, 5] });
		expect(result).toEqual({ attempts: 3, status: 200, body: 'taken' });
		expect(new Set(seen.map((one) => one.headers['x-zm-request-id'])).size).toBe(1);
		expect(new Set(seen.map((one) => one.headers['x-zm-trackingid'])).size).toBe(3);
	});

	it('are given up after three repeats', async () => {
		const { url } = await receiver(() => ({ status: 500 }));
		const delivery = { event: 'webinar.started', payload: {}, to: url, retryDelaysMs: [1, 1, 1] };
		expect(await sandbox.zoom.deliver(delivery)).toMatchObject({ attempts: 4, status: 500 });
	});

	it.each([302, 401, 404, 429])('are not tried again after %i', async (status) => {
		const { url } = await receiver(() => ({ status }));
		const result = await sandbox.zoom.deliver({ event: 'webinar.started', payload: {}, to: url });
		expect(result).toMatchObject({ attempts: 1, status });
	});

	it('validate a URL by its answer to the challenge', async () => {
		const good = await receiver(challengeAnswer(sandbox.zoom.world.webhookSecretToken));
		expect(await sandbox.zoom.validateUrl(good.url)).toBe(true);
		const bad = await receiver(challengeAnswer('other secret'));
		expect(await sandbox.zoom.validateUrl(bad.url)).toBe(false);
		const deaf = await receiver(() => ({ status: 200, body: 'Workflow was started' }));
		expect(await sandbox.zoom.validateUrl(deaf.url)).toBe(false);
	});

	describe("judged by Zoom's own receiver", () => {
		async function rivetReceiver() {
			const events: string[] = [];
			const { webEventConsumer } = await rivetClient(sandbox);
			webEventConsumer?.event('webinar.ended', ({ payload }) => {
				events.push(String(payload.object?.uuid));
			});
			const lambda = new AwsLambdaReceiver({
				webhooksSecretToken: sandbox.zoom.world.webhookSecretToken,
			});
			lambda.init({ eventEmitter: webEventConsumer });
			const handle = lambda.start();
			// It writes every delivery to the console.
			jest.spyOn(console, 'debug').mockImplementation(() => undefined);
			return { events, handle };
		}

		/** What went out, handed on to the receiver under test. */
		async function sent(send: (url: string) => Promise<unknown>): Promise<Delivery> {
			const { url, seen } = await receiver(() => ({ status: 200 }));
			await send(url);
			const [delivery] = seen;
			if (!delivery) throw new Error('Nothing came');
			return delivery;
		}

		it('is accepted when canonical and ours, refused when forged', async () => {
			const { events, handle } = await rivetReceiver();
			const asRequest = ({ headers, body }: Delivery) => ({
				body,
				isBase64Encoded: false,
				headers: Object.fromEntries(Object.entries(headers).map(([k, v]) => [k, text(v)])),
			});

			// Rivet serialises the body anew, so only a topic without emoji survives its check.
			const plain = await sent((url) => sandbox.zoom.webinarEnded(IDS.late, IDS.lateSession, url));
			expect(await handle(asRequest(plain), {})).toMatchObject({ statusCode: 200 });
			expect(events).toEqual([IDS.lateSession]);

			const forged = await sent((to) =>
				sandbox.zoom.deliver({ event: 'webinar.ended', payload: {}, to, secret: 'guessed' }),
			);
			expect(await handle(asRequest(forged), {})).toMatchObject({ statusCode: 400 });

			const challenge = await sent((url) => sandbox.zoom.validateUrl(url));
			const answer = await handle(asRequest(challenge), {});
			const { plainToken } = JSON.parse(challenge.body).payload;
			expect(JSON.parse(String(answer.body))).toEqual({
				plainToken,
				encryptedToken: encryptedTokenOf(sandbox.zoom.world.webhookSecretToken, plainToken),
			});
		});
	});

	describe('as recorded from Zoom', () => {
		const file = specFile('zoom/webhook-signature-vectors.json');
		if (!file) process.stdout.write('specs: ABSENT\n');

		it('have the signatures that ours have', () => {
			if (!file) return;
			const { vectors }: { vectors: Array<Record<string, string>> } = JSON.parse(
				readFileSync(file, 'utf8'),
			);
			expect(vectors).toHaveLength(2);
			for (const vector of vectors) {
				const { secretToken, rawBody } = vector;
				const timestamp = vector['x-zm-request-timestamp'];
				const signature = signatureOf(text(secretToken), text(timestamp), text(rawBody));
				expect(signature).toBe(vector['x-zm-signature']);
			}
			const [, second] = vectors;
			// Zoom's escaping: parsed and written again by our writer, the bytes are Zoom's.
			expect(zoomJson(JSON.parse(text(second?.rawBody)))).toBe(second?.rawBody);
		});
	});
});
