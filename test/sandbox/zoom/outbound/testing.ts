/** Somebody who receives webhooks, for tests. */
import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Delivery {
	headers: IncomingHttpHeaders;
	body: string;
}

/** A thrown error cuts the connection. */
export type Answer = (delivery: Delivery) => { status: number; body?: string };

/** A receiver that answers as a test wants it to. */
export async function listen(
	answer: Answer,
): Promise<{ url: string; seen: Delivery[]; server: Server }> {
	const seen: Delivery[] = [];
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const delivery = { headers: request.headers, body: Buffer.concat(chunks).toString('utf8') };
			seen.push(delivery);
			try {
				const { status, body } = answer(delivery);
				response.writeHead(status).end(body);
			} catch {
				request.socket.destroy();
			}
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address: AddressInfo | string | null = server.address();
	if (address === null || typeof address === 'string') throw new Error('No port');
	return { url: `http://127.0.0.1:${address.port}/hook`, seen, server };
}

/** Answers Zoom's challenge with this secret, and everything else with 200. */
export function challengeAnswer(secret: string): Answer {
	return ({ body }) => {
		const { event, payload } = JSON.parse(body);
		if (event !== 'endpoint.url_validation') return { status: 200 };
		const { plainToken } = payload;
		const encryptedToken = createHmac('sha256', secret).update(plainToken).digest('hex');
		return { status: 200, body: JSON.stringify({ plainToken, encryptedToken }) };
	};
}
