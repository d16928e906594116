/** A service provider of flow steps on node:http; for the tests of this folder. */
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { at, recordOf, recordsOf, type JsonRecord } from '../json';
import { goodDefinition, goodDocument } from './document';

export const API_KEY = 'key-0001';

export interface Reply {
	status?: number;
	headers?: Record<string, string>;
	/** Sent as JSON; a string as it is. */
	body?: unknown;
	/** The connection is cut instead. */
	cut?: boolean;
	/** Nothing is answered at all. */
	silent?: boolean;
}

export interface Received {
	method: string;
	path: string;
	headers: http.IncomingHttpHeaders;
	body: JsonRecord;
}

export interface TestService {
	url: string;
	/** Of its document. */
	openApiUrl: string;
	received: Received[];
	/** Of /submitAsyncAction. */
	submissions(): JsonRecord[];
	/** By path, in turn; the last one stays. */
	replies: Record<string, Reply[]>;
	/** Called for every accepted submission, after its answer. */
	onSubmit: (invocation: JsonRecord) => Promise<void> | void;
	close(): Promise<void>;
}

export interface ServiceOptions {
	document?: JsonRecord;
	definition?: JsonRecord;
}

export async function startService(options: ServiceOptions = {}): Promise<TestService> {
	const received: Received[] = [];
	const counts: Record<string, number> = {};
	const server = http.createServer(async (request, response) => {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk);
		const text = Buffer.concat(chunks).toString('utf8');
		const { pathname: path, searchParams } = new URL(request.url ?? '', service.url);
		const body = text === '' ? {} : recordOf(JSON.parse(text));
		received.push({ method: request.method ?? '', path, headers: request.headers, body });
		const list = service.replies[path] ?? [{ status: 404 }];
		const count = (counts[path] = (counts[path] ?? 0) + 1);
		const reply = list[Math.min(count, list.length) - 1] ?? {};
		if (reply.cut) return void request.socket.destroy();
		if (reply.silent) return;
		const isOpen = path.endsWith('openapi.json');
		const isSigned = [request.headers['x-api-key'], searchParams.get('key')].includes(API_KEY);
		const status = isOpen || isSigned ? (reply.status ?? 200) : 401;
		response.writeHead(status, { 'content-type': 'application/json', ...reply.headers });
		const answer = reply.body ?? {};
		response.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
		if (path.endsWith('/submitAsyncAction') && status === 201) await service.onSubmit(body);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const url = `http://127.0.0.1:${port}/webhook/f1`;
	const below = (path: string): string => `/webhook/f1${path}`;
	const service: TestService = {
		url,
		openApiUrl: `${url}/openapi.json`,
		received,
		submissions: () =>
			received.filter(({ path }) => path.endsWith('/submitAsyncAction')).map(({ body }) => body),
		replies: {
			[below('/openapi.json')]: [{ body: options.document ?? goodDocument() }],
			[below('/status')]: [{ body: { info: [], warnings: [], errors: [] } }],
			[below('/getServiceDefinition')]: [{ body: options.definition ?? goodDefinition() }],
			[below('/brandIcon')]: [{ headers: { 'content-type': 'image/svg+xml' }, body: '<svg/>' }],
			[below('/providerInstructions')]: [
				{ headers: { 'content-type': 'text/html; charset=utf-8' }, body: '<p>Do this</p>' },
			],
			[below('/submitAsyncAction')]: [{ status: 201, body: '' }],
			[below('/getPicklist')]: [{ body: { choices: [] } }],
		},
		onSubmit: () => undefined,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
	return service;
}

/** Sets the answers of a path below the service. */
export function replyTo(service: TestService, path: string, ...replies: Reply[]): void {
	service.replies[`/webhook/f1${path}`] = replies;
}

/** What a service sends back for everybody of an invocation. */
export function resultFor(
	invocation: JsonRecord,
	person: (id: number) => { leadData?: JsonRecord; activityData?: JsonRecord } = () => ({}),
): JsonRecord {
	return {
		munchkinId: at(invocation, 'context', 'subscription', 'munchkinId'),
		token: invocation.token,
		objectData: recordsOf(invocation.objectData).map((row) => {
			const id = Number(at(row, 'objectContext', 'id'));
			const { leadData, activityData } = person(id);
			return {
				leadData: { id, ...leadData },
				activityData: { success: true, ...activityData },
			};
		}),
	};
}

/** Calls Marketo back. @returns the status of its answer */
export async function callBack(
	invocation: JsonRecord,
	body: JsonRecord,
	headers: Record<string, string> = {},
): Promise<number> {
	const answer = await fetch(String(invocation.callbackUrl), {
		method: 'POST',
		headers: {
			'content-type': 'application/json',
			'x-api-key': String(invocation.apiCallBackKey),
			'x-callback-token': String(invocation.token),
			...headers,
		},
		body: JSON.stringify(body),
	});
	return answer.status;
}
