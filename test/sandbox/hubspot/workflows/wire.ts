import http from 'node:http';
import https from 'node:https';

export interface WireRequest {
	method: string;
	/** Where the connection goes. */
	url: string;
	headers: Record<string, string | string[]>;
	body: Buffer;
	connectTimeoutMs: number;
	responseTimeoutMs: number;
	/** Aborted when the sandbox closes. */
	signal: AbortSignal;
}

export interface WireAnswer {
	status: number;
	headers: Record<string, string>;
	body: string;
}

/**
 * One HTTP request, byte for byte as given: `fetch` would mend the host, doubled headers and a GET's body.
 * @throws Error when no whole answer came in time
 */
export function send(request: WireRequest): Promise<WireAnswer> {
	const { method, headers, body, signal, connectTimeoutMs, responseTimeoutMs } = request;
	const url = new URL(request.url);
	const { request: start } = url.protocol === 'https:' ? https : http;
	return new Promise((resolve, reject) => {
		const length = body.length > 0 ? { 'content-length': String(body.length) } : {};
		const outgoing = start(url, {
			method,
			headers: { ...length, ...headers },
			signal,
			// A connection of its own, so that connecting can be timed.
			agent: false,
		});
		const due = (ms: number, what: string) =>
			setTimeout(() => outgoing.destroy(new Error(`${what} within ${ms} ms`)), ms).unref();
		const connecting = due(connectTimeoutMs, 'No connection');
		const answering = due(connectTimeoutMs + responseTimeoutMs, 'No answer');
		const end = () => [connecting, answering].forEach(clearTimeout);
		outgoing.on('socket', (socket) => socket.once('connect', () => clearTimeout(connecting)));
		outgoing.on('close', end);
		outgoing.on('error', reject);
		outgoing.on('response', (incoming) => {
			const chunks: Buffer[] = [];
			incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
			incoming.on('error', reject);
			incoming.on('end', () =>
				resolve({
					status: incoming.statusCode ?? 0,
					headers: flat(incoming.headers),
					body: Buffer.concat(chunks).toString('utf8'),
				}),
			);
		});
		outgoing.end(body);
	});
}

function flat(headers: http.IncomingHttpHeaders): Record<string, string> {
	return Object.fromEntries(
		Object.entries(headers).map(([name, value]) => [name, [value].flat().join(', ')]),
	);
}
