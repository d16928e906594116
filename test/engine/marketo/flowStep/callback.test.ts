import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { JsonObject } from '../../../../nodes/shared/transport/json';
import { post, returnResult } from './campaign';
import { startFlow, type FlowHost, type FlowSettings } from './host';

/** A status to answer with, or the connection is cut. */
type Answer = number | 'cut';

let server: Server;
let url: string;
let answers: Answer[] = [];
let received: Array<{ headers: Record<string, unknown>; body: JsonObject }> = [];
const hosts: FlowHost[] = [];

beforeAll(async () => {
	server = createServer((request, response) => {
		let text = '';
		request.on('data', (part) => (text += String(part)));
		request.on('end', () => {
			received.push({ headers: request.headers, body: JSON.parse(text) as JsonObject });
			const answer = answers.shift() ?? 202;
			if (answer === 'cut') response.destroy();
			else response.writeHead(answer, { location: `${url}/elsewhere` }).end('{"message":"so"}');
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/callback`;
});
beforeEach(() => {
	answers = [];
	received = [];
});
afterEach(async () => {
	for (const host of hosts.splice(0)) await host.close();
});
afterAll(async () => {
	await new Promise((resolve) => server.close(resolve));
});

const TOLD = returnResult({
	mapData: 'manual',
	registrationStatus: 'registered',
	writeToProgram: false,
});

/** One chunk of two people, on its way to the receiver. */
async function run(settings: FlowSettings = { nodes: [TOLD] }) {
	const host = await startFlow(settings);
	hosts.push(host);
	const body = {
		token: 'one-time',
		apiCallBackKey: 'callback-key',
		campaignId: 7,
		callbackUrl: url,
		context: { subscription: { munchkinId: '123-ABC-456' } },
		objectData: [1, 2].map((id) => ({ objectContext: { id, email: `p${id}@example.com` } })),
	};
	expect((await post(host, 'submitAsyncAction', body)).status).toBe(201);
	const { data } = await host.firstRun;
	const items = data.resultData.runData.Result?.[0]?.data?.main[0] ?? [];
	return items.map(({ json }) => json.outcome as { result: string; message: string });
}

describe('the callback', () => {
	it('carries key and token in its headers, and the token in its body', async () => {
		await run();
		expect(received).toHaveLength(1);
		expect(received[0]!.headers).toMatchObject({
			'x-api-key': 'callback-key',
			'x-callback-token': 'one-time',
		});
		expect(received[0]!.body).toMatchObject({
			munchkinId: '123-ABC-456',
			token: 'one-time',
			time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/) as string,
		});
	});

	it.each<[string, Answer[], number]>([
		['Marketo is down for a moment', [503], 2],
		['the connection is cut', ['cut'], 2],
		['its first answer was lost and the token is used up', ['cut', 404], 2],
	])('counts as told where %s', async (_what, script, times) => {
		answers = script;
		const outcomes = await run();
		expect(received).toHaveLength(times);
		expect(outcomes.map(({ result }) => result)).toEqual(['synced', 'synced']);
	});

	it('has been answered before where the token is used up at once', async () => {
		answers = [404];
		expect((await run()).map(({ result }) => result)).toEqual(['unchanged', 'unchanged']);
		expect(received).toHaveLength(1);
	});

	it('says that the chunk failed where Marketo takes no results', async () => {
		answers = [405];
		const outcomes = await run();
		expect(received.map(({ body }) => body.errorCode)).toEqual([undefined, 'RESULTS_REFUSED']);
		expect(outcomes.map(({ result }) => result)).toEqual(['failed', 'failed']);
	});

	it('carries its secrets nowhere else, whatever the answer says', async () => {
		answers = [302];
		const outcomes = await run();
		expect(received).toHaveLength(1);
		expect(outcomes[0]?.message).toContain('302');
	});

	it('is sent by the trigger where the node before has lost everybody', async () => {
		await run({ nodes: [] });
		expect(received).toHaveLength(1);
		expect(received[0]!.body.objectData).toHaveLength(2);
	});
});
