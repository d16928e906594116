import { createServer as createHttp, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

import { SCO, SECRETS } from './run';

/** One request as it came. */
export interface Heard {
	method: string;
	/** With its query. */
	url: string;
	action: string;
	headers: IncomingMessage['headers'];
	body: string;
}

/** Answers itself, or leaves the answer to the server by returning false. */
export type Answer = (
	heard: Heard,
	response: ServerResponse,
	request: IncomingMessage,
) => boolean | void | Promise<boolean | void>;

/** Answers one action alone; everything else is answered by the server. */
export function at(action: string, answer: Answer): Answer {
	return (heard, response, request) =>
		heard.action === action ? answer(heard, response, request) : false;
}

export interface Hostile {
	url: string;
	heard: Heard[];
	of(action: string): Heard[];
	/** The most that were under way at the same time. */
	most(): number;
	/** Connections that are open now. */
	connections(): Promise<number>;
	close(): Promise<void>;
}

export interface HostileOptions {
	tls?: { key: string; cert: string };
	/** Before every answer, milliseconds. */
	afterMs?: number;
}

/**
 * An Adobe Connect that answers as a well-behaved one unless the test answers instead: signs everybody in and
 * has one meeting.
 */
export async function hostile(
	answer: Answer = () => false,
	{ tls, afterMs = 0 }: HostileOptions = {},
): Promise<Hostile> {
	const heard: Heard[] = [];
	let underWay = 0;
	let most = 0;
	const listener = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
		underWay += 1;
		most = Math.max(most, underWay);
		response.on('close', () => {
			underWay -= 1;
		});
		const one = await listen(request);
		heard.push(one);
		if (afterMs > 0) await new Promise((resolve) => setTimeout(resolve, afterMs));
		if ((await answer(one, response, request)) === false) behave(one, response);
	};
	const handle = (request: IncomingMessage, response: ServerResponse) => {
		listener(request, response).catch(() => response.destroy());
	};
	const server = tls ? createHttps(tls, handle) : createHttp(handle);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`,
		heard,
		of: (action) => heard.filter((one) => one.action === action),
		most: () => most,
		connections: async () =>
			await new Promise((resolve, reject) => {
				server.getConnections((error, count) => (error ? reject(error) : resolve(count)));
			}),
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

async function listen(request: IncomingMessage): Promise<Heard> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	const url = request.url ?? '';
	return {
		method: request.method ?? '',
		url,
		action: new URL(url, 'http://127.0.0.1').searchParams.get('action') ?? '',
		headers: request.headers,
		body: Buffer.concat(chunks).toString('utf8'),
	};
}

/** What a well-behaved one says, by action. */
const CONTENT: Record<string, string> = {
	'common-info':
		'<common time-zone-id="85" time-zone-java-id="UTC"><cookie>FAKEanonymous</cookie><version>12.9.0</version><account account-id="7"/></common>',
	'sco-info': `<sco sco-id="${SCO}" folder-id="1" type="meeting" icon="meeting"><name>Room</name><url-path>/room/</url-path></sco>`,
	'permissions-info': '<permission acl-id="1" permission-id="view-hidden" principal-id="public"/>',
};

export function results(content: string, status = '<status code="ok"/>'): string {
	return `<?xml version="1.0" encoding="utf-8"?>\n<results>${status}${content}</results>`;
}

/** The account itself, or, with a session, who is signed in. */
function behave({ action, headers }: Heard, response: ServerResponse): void {
	if (action === 'login') {
		response.setHeader('set-cookie', `BREEZESESSION=${SECRETS.session};HttpOnly;path=/`);
	}
	const isUser = headers.cookie === `BREEZESESSION=${SECRETS.session}`;
	const user = '<user user-id="20001" type="user"><login>api@example.com</login></user>';
	const content = CONTENT[action] ?? '';
	const told =
		action === 'common-info' && isUser ? content.replace('</common>', `${user}</common>`) : content;
	send(response, results(told));
}

export function send(
	response: ServerResponse,
	body: string,
	type = 'text/xml',
	status = 200,
): void {
	response.writeHead(status, { 'content-type': `${type};charset=utf-8` });
	response.end(body);
}

const MB = 1024 * 1024;

/** Sends so many megabytes, as fast as they are taken, until nobody takes them. @returns the bytes taken */
export async function pour(response: ServerResponse, megabytes: number): Promise<number> {
	const piece = Buffer.alloc(MB, 'x');
	let written = 0;
	for (; written < megabytes * MB && !response.destroyed; written += MB) {
		if (response.write(piece)) continue;
		await new Promise<void>((resolve) => {
			const done = () => {
				response.off('drain', done);
				response.off('close', done);
				resolve();
			};
			response.on('drain', done).on('close', done);
		});
	}
	response.end();
	return written;
}

/** Sends a blank every 10 ms, until nobody listens. */
export function drip(response: ServerResponse): void {
	response.writeHead(200, { 'content-type': 'text/xml' });
	const drops = setInterval(() => response.write(' '), 10);
	response.on('close', () => clearInterval(drops));
}

/** Answers with so many megabytes that are a few hundred kilobytes on the way. */
export function bomb(response: ServerResponse, megabytes: number): void {
	response.writeHead(200, { 'content-type': 'text/xml', 'content-encoding': 'gzip' });
	response.end(gzipSync(Buffer.alloc(megabytes * MB, ' ')));
}
