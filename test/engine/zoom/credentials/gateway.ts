import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Gateway {
	/** For the field Base URL. */
	url: string;
	/** `METHOD path` of everything that came, without the query. */
	seen: string[];
	/** Their headers, in the same order. */
	headers: IncomingHttpHeaders[];
	close(): Promise<void>;
}

export interface GatewayAnswer {
	status: number;
	body: object | string;
}

/** A gateway that gives every app a token, and the same answer to every call below /v2. */
export async function gateway(answer: GatewayAnswer): Promise<Gateway> {
	const seen: string[] = [];
	const headers: IncomingHttpHeaders[] = [];
	const server = createServer((request, response) => {
		const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
		seen.push(`${request.method ?? ''} ${pathname}`);
		headers.push(request.headers);
		request.resume();
		const isToken = pathname === '/oauth/token';
		const { status, body } = isToken
			? { status: 200, body: { access_token: 'token', token_type: 'bearer', expires_in: 3600 } }
			: answer;
		const isJson = typeof body === 'object';
		response.writeHead(status, { 'content-type': isJson ? 'application/json' : 'text/html' });
		response.end(isJson ? JSON.stringify(body) : body);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		seen,
		headers,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
