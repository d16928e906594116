import { randomInt } from 'node:crypto';
import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** An answer outside 2xx from n8n. */
export class HttpError extends Error {
	constructor(
		readonly status: number,
		readonly body: string,
		what: string,
	) {
		super(`${what} answered ${status}: ${body.slice(0, 500)}`);
		this.name = 'HttpError';
	}
}

export interface JsonAnswer {
	status: number;
	headers: Headers;
	body: unknown;
}

const triesForReads = 8;

/**
 * Sends JSON and reads JSON. Throws HttpError outside 2xx. An n8n that is busy with a large run
 * closes idle connections late; a read that meets one of them is sent again, a write never.
 */
export async function sendJson(
	method: string,
	url: string,
	headers: Record<string, string>,
	body?: unknown,
): Promise<JsonAnswer> {
	for (let tries = 1; ; tries += 1) {
		try {
			return await sendOnce(method, url, headers, body);
		} catch (error) {
			// fetch throws a TypeError when there was no answer at all.
			const again = method === 'GET' && error instanceof Error && error.name === 'TypeError';
			if (!again || tries >= triesForReads) throw error;
			await sleep(100 * tries);
		}
	}
}

async function sendOnce(
	method: string,
	url: string,
	headers: Record<string, string>,
	body?: unknown,
): Promise<JsonAnswer> {
	const response = await fetch(url, {
		method,
		headers: {
			...headers,
			// An idle connection may be closed by n8n at the very moment at which it is used again.
			connection: 'close',
			...(body === undefined ? {} : { 'content-type': 'application/json' }),
		},
		body: body === undefined ? undefined : JSON.stringify(body),
	});
	const text = await response.text();
	if (!response.ok) throw new HttpError(response.status, text, `${method} ${url}`);
	return {
		status: response.status,
		headers: response.headers,
		body: text === '' ? undefined : JSON.parse(text),
	};
}

/**
 * Below the ports that systems give to whoever asks for any: until it is used, nobody is given one of these,
 * neither for a server nor for the own end of a connection.
 */
const OWN_PORTS = { from: 12_000, to: 32_000 };

/** A port that nothing listens on now, on the loopback address. */
export async function freePort(preferred?: number): Promise<number> {
	return (
		(await listenOnce(preferred ?? randomInt(OWN_PORTS.from, OWN_PORTS.to))) ?? (await freePort())
	);
}

async function listenOnce(port: number): Promise<number | undefined> {
	return await new Promise((resolve) => {
		const probe = net.createServer();
		probe.once('error', () => resolve(undefined));
		probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(port)));
	});
}
