import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What came to a gateway. */
export interface Seen {
	method: string;
	/** Without the query. */
	path: string;
	/** Of the Authorization header, empty when there was none. */
	authorization: string;
}

export interface GatewayAnswer {
	status: number;
	headers?: Record<string, string>;
	body?: object | string;
}

export interface Gateway {
	/** For the field Base URL. */
	url: string;
	seen: Seen[];
	close(): Promise<void>;
}

/** Answers itself, or, where `answer` has none, hands the request on. */
export async function gateway(
	target: string,
	answer: (request: Seen, seen: readonly Seen[]) => GatewayAnswer | undefined,
): Promise<Gateway> {
	const seen: Seen[] = [];
	const respond = async (request: IncomingMessage): Promise<GatewayAnswer> => {
		const { method = 'GET', url = '/', headers } = request;
		const came = {
			method,
			path: new URL(url, target).pathname,
			authorization: headers.authorization ?? '',
		};
		const body = await bodyOf(request);
		seen.push(came);
		return answer(came, seen) ?? (await handOn(target, request, body));
	};
	const server = createServer((request, response) => {
		void respond(request).then(({ status, headers = {}, body = '' }) => {
			const isText = typeof body === 'string';
			const type = isText ? 'text/html' : 'application/json';
			response.writeHead(status, { 'content-type': type, ...headers });
			response.end(isText ? body : JSON.stringify(body));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		seen,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

async function bodyOf(request: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks).toString('utf8');
}

async function handOn(
	target: string,
	{ method, url, headers }: IncomingMessage,
	body: string,
): Promise<GatewayAnswer> {
	const answer = await fetch(`${target}${url ?? ''}`, {
		method,
		headers: {
			...(headers.authorization && { authorization: headers.authorization }),
			...(headers['content-type'] && { 'content-type': headers['content-type'] }),
		},
		...(body !== '' && { body }),
	});
	const text = await answer.text();
	return { status: answer.status, headers: { 'content-type': 'application/json' }, body: text };
}
