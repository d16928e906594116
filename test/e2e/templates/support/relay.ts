import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer, text } from 'node:stream/consumers';

/** One call from outside, as it came. */
export interface Delivery {
	method: string;
	/** Path and query. */
	path: string;
	/** Names and values in turns, as they were sent. */
	rawHeaders: string[];
	body: Buffer;
	/** n8n's answer; 502: n8n was off. */
	status: number;
}

/** What the outside world knows n8n by. */
export interface Relay {
	/** http://127.0.0.1:PORT */
	url: string;
	/** Where n8n listens; set once it does. */
	target: string;
	/** Calls of webhooks and forms, in order; the editor's own and those that only ask for methods are left out. */
	deliveries: Delivery[];
	/** Sends a call once more, byte for byte, straight to n8n. */
	again(delivery: Delivery): Promise<{ status: number; text: string }>;
	close(): Promise<void>;
}

const fromOutside = /^\/(webhook|form)\//;

/**
 * A reverse proxy before n8n, as most have one, that keeps what comes in: whatever a vendor sends, however it
 * learned the address, can so be sent once more.
 */
export async function startRelay(): Promise<Relay> {
	const deliveries: Delivery[] = [];
	const server = http.createServer((request, response) => {
		void pass(request, response).catch(() => {
			if (!response.headersSent) response.writeHead(502);
			response.end();
		});
	});

	async function pass(request: http.IncomingMessage, response: http.ServerResponse) {
		const { method = 'GET', url: path = '/', rawHeaders } = request;
		const delivery: Delivery = {
			method,
			path,
			rawHeaders,
			body: await buffer(request),
			status: 502,
		};
		if (fromOutside.test(path) && method !== 'OPTIONS') deliveries.push(delivery);
		const answer = await send(relay.target, delivery);
		delivery.status = answer.statusCode ?? 0;
		response.writeHead(delivery.status, answer.rawHeaders);
		answer.pipe(response);
	}

	// Who calls keeps the connection for as long as they like: closed while idle, it might be in use again.
	server.keepAliveTimeout = 0;
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const relay: Relay = {
		url: `http://127.0.0.1:${port}`,
		target: '',
		deliveries,
		async again(delivery) {
			const answer = await send(relay.target, delivery);
			return { status: answer.statusCode ?? 0, text: await text(answer) };
		},
		close: async () => {
			server.closeAllConnections();
			await new Promise<void>((resolve) => server.close(() => resolve()));
		},
	};
	return relay;
}

async function send(
	target: string,
	{ method, path, rawHeaders, body }: Delivery,
): Promise<http.IncomingMessage> {
	return await new Promise((resolve, reject) => {
		const options = { method, headers: rawHeaders, setHost: false, agent: false as const };
		const request = http.request(`${target}${path}`, options, resolve);
		request.once('error', reject);
		request.end(body);
	});
}
