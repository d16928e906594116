/** The same webhooks as in test/fuzz, but over the wire to a real n8n, and requests that are no good HTTP. */
import { setTimeout as sleep } from 'node:timers/promises';

import { Random } from '../story/random';
import { executionIds } from '../host/drive/executions';
import { believed, type Door, type Incoming } from '../fuzz/webhooks/contract';
import { MARKETO_KEY, marketoCallWebhook } from '../fuzz/webhooks/marketoDoors';
import { spoiled } from '../fuzz/webhooks/spoil';
import { fuzzSeed } from '../fuzz/support/runs';
import { smuggled } from './hostile/smuggled';
import { exchange, rawRequest, statuses } from './hostile/socket';
import { publishAll, signedUrl, type Published } from './hostile/stage';
import { Canvas } from './support/canvas';

const SEED = fuzzSeed();
/** `FUZZ_LIVE=5000` for more. */
const BAD = Number(process.env.FUZZ_LIVE) || 300;
/** For each door; n8n lists a hundred executions at a time. */
const GOOD = 12;
const AT_A_TIME = 8;

const canvas = new Canvas();
let published: Published[];

beforeAll(async () => {
	believed.onTheWay = 900;
	published = await publishAll(canvas);
});
afterAll(async () => await canvas.clear());

/** A good request of a door as this n8n hears it, signed for now. */
function good(door: Door, path: string, random: Random): Incoming {
	believed.now = Date.now();
	const { request, means } = door.good(random);
	if ('plainToken' in Object(means)) return good(door, path, random);
	const { search } = new URL(request.url);
	const here = door.proved({ ...request, url: `${signedUrl(path)}${search}` }, request.body);
	const unit = door.clock?.unit ?? 1;
	const now = String(Math.floor(believed.now / 1000) * unit);
	const proved = door.dated === undefined ? here : door.dated(here, now);
	// proved() of Call Webhook says that the body is JSON, which a form is not.
	return door === marketoCallWebhook ? { ...request, url: here.url } : proved;
}

/** Some spoils are none on the wire: HTTP itself cuts blanks off, and has no lists. */
function survives(request: Incoming, { proof }: Door): boolean {
	return request.headers.every(
		([name, value]) =>
			typeof value === 'string' && (name.toLowerCase() !== proof || value === value.trim()),
	);
}

async function send({ method, url, headers, body }: Incoming): Promise<number[]> {
	const { pathname, search } = new URL(url);
	const lines = headers.map(([name, value]) => `${name}: ${String(value)}`);
	const own = ['Host: n8n.example.com', 'Connection: close', `Content-Length: ${body.length}`];
	const bytes = rawRequest(`${method} ${pathname}${search} HTTP/1.1`, [...own, ...lines], body);
	return statuses(await exchange(canvas.n8n.url, bytes));
}

async function all<T>(tasks: ReadonlyArray<() => Promise<T>>): Promise<T[]> {
	const results: T[] = [];
	for (let at = 0; at < tasks.length; at += AT_A_TIME) {
		results.push(...(await Promise.all(tasks.slice(at, at + AT_A_TIME).map((task) => task()))));
	}
	return results;
}

async function started(): Promise<number[]> {
	return await Promise.all(
		published.map(async ({ workflowId }) => (await executionIds(canvas.n8n, workflowId)).length),
	);
}

/** n8n answers before it has stored the execution: waits until there are so many, and a moment for more. */
async function settled(wanted: number): Promise<number[]> {
	for (let tries = 0; tries < 120 && sum(await started()) < wanted; tries += 1) await sleep(500);
	await sleep(2000);
	return await started();
}

const sum = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0);

test('no bad webhook starts a workflow, every good one does', async () => {
	const before = await started();
	const random = new Random(SEED, 'live');
	const wrong: string[] = [];
	const bad = Array.from({ length: BAD }, (_, number) => async () => {
		const { doors, path } = random.pick(published);
		const door = random.pick(doors);
		const { request, why } = spoiled(good(door, path, random), random, door);
		if (!survives(request, door)) return false;
		const said = await send(request);
		// Zoom hears 200 for what is genuine: it would count anything else as our failure.
		const isAnswered = said.length <= 1 && said.every((status) => status < 500);
		if (!isAnswered)
			wrong.push(`seed ${SEED}, number ${number}, ${door.name}, ${why}: ${said.join()}`);
		return true;
	});
	const sentBad = (await all(bad)).filter(Boolean).length;
	const accepted = (await settled(sum(before))).map((count, at) => count - before[at]!);
	const doors = published.flatMap(({ doors: each, path }) => each.map((door) => ({ door, path })));
	const goods = doors.flatMap(({ door, path }) =>
		Array.from({ length: GOOD }, () => async () => {
			const said = await send(good(door, path, random));
			if (said[0] === undefined || said[0] >= 300) wrong.push(`${door.name} good: ${said.join()}`);
		}),
	);
	await all(goods);
	const wanted = sum(before) + sum(accepted) + goods.length;
	const run = sum(await settled(wanted)) - sum(before) - sum(accepted);
	console.log(
		`fuzz: ${sentBad + goods.length} webhooks to a real n8n: ${sum(accepted)} of ${sentBad} bad accepted, ` +
			`${goods.length - run} of ${goods.length} good refused`,
	);
	expect(wrong).toEqual([]);
	expect(accepted).toEqual(before.map(() => 0));
	expect(run).toBe(goods.length);
	expect(sentBad).toBeGreaterThan(BAD * 0.7);
}, 400_000);

test('no request that programs read differently starts a workflow', async () => {
	const { path } = published.at(-1)!;
	const body = Buffer.from('{"leadId":1,"email":"smuggled@example.com"}');
	const before = await started();
	const requests = smuggled(path, `X-Api-Key: ${MARKETO_KEY}`, body);
	for (const { why, bytes, halfClose } of requests) {
		const said = statuses(await exchange(canvas.n8n.url, bytes, halfClose));
		expect({ why, said: said.filter((status) => status < 300) }).toEqual({
			why,
			said: [],
		});
	}
	expect(await settled(sum(before))).toEqual(before);
	const { url } = canvas.n8n;
	expect((await fetch(`${url}/healthz`)).status).toBe(200);
}, 400_000);

test('what is merely unusual is let in', async () => {
	const { path } = published.at(-1)!;
	const body = '{"leadId":1,"email":"unusual@example.com"}';
	const before = sum(await started());
	const usual = ['host: n8n.example.com', 'connection: close', `x-APi-kEy:${MARKETO_KEY}  `];
	const chunks = `5\r\n${body.slice(0, 5)}\r\n${(body.length - 5).toString(16)};a=b\r\n${body.slice(5)}\r\n0\r\n\r\n`;
	const json = 'content-TYPE: application/JSON;charset=UTF-8';
	const length = `content-length: ${body.length}`;
	for (const [headers, sent] of [
		[[...usual, json, 'TRANSFER-encoding: Chunked'], chunks],
		[[...usual, json, length], body],
		[[...usual, 'Content-Type: text/plain', length], body],
		[[...usual, length], body],
	] as const) {
		const bytes = rawRequest(`POST ${path} HTTP/1.1`, headers, Buffer.from(sent));
		expect(statuses(await exchange(canvas.n8n.url, bytes))).toEqual([200]);
	}
	expect(sum(await settled(before + 4))).toBe(before + 4);
});
