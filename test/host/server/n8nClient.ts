import crypto from 'node:crypto';
import type { NodeTypeInfo } from '../drive/nodeTypes';
import { sendJson } from './http';

export interface Owner {
	email: string;
	password: string;
}

/** Speaks to a running n8n as its owner. */
export interface N8nClient {
	/** http://127.0.0.1:PORT */
	url: string;
	/** Session cookie of the owner. */
	cookie: string;
	apiKey: string;
	/** The node types of an n8n that does not serve its editor; see `loadNodeTypes`. */
	nodeTypes?: NodeTypeInfo[];
	/** The editor's own endpoints, below /rest; what stands in the answer's `data`. Throws HttpError. */
	rest<T>(method: string, path: string, body?: unknown): Promise<T>;
	/** The public API, below /api/v1. Throws HttpError. */
	api<T>(method: string, path: string, body?: unknown): Promise<T>;
}

/** What somebody who has signed up needs to speak to n8n. */
export interface Session {
	owner: Owner;
	cookie: string;
	apiKey: string;
}

/** A client out of what another process handed over. */
export function connect(url: string, cookie: string, apiKey: string): N8nClient {
	return {
		url,
		cookie,
		apiKey,
		async rest<T>(method: string, path: string, body?: unknown) {
			const headers = { cookie, 'push-ref': 'test-host' };
			const answer = await sendJson(method, `${url}/rest${path}`, headers, body);
			const parsed = answer.body;
			const wrapped = typeof parsed === 'object' && parsed !== null && 'data' in parsed;
			return (wrapped ? parsed.data : parsed) as T;
		},
		async api<T>(method: string, path: string, body?: unknown) {
			const headers = { 'x-n8n-api-key': apiKey };
			const answer = await sendJson(method, `${url}/api/v1${path}`, headers, body);
			return answer.body as T;
		},
	};
}

/** Owner set-up of a fresh n8n, as its first page does it, and an API key with every scope. */
export async function signUp(url: string): Promise<{ client: N8nClient; owner: Owner }> {
	const owner = {
		email: 'owner@example.com',
		// n8n asks for a capital letter and a digit.
		password: `N8n-${crypto.randomBytes(9).toString('base64url')}-1`,
	};
	const setup = { ...owner, firstName: 'Test', lastName: 'Owner' };
	const answer = await sendJson('POST', `${url}/rest/owner/setup`, {}, setup);
	const cookie = answer.headers
		.getSetCookie()
		.map((line) => line.split(';')[0])
		.join('; ');
	if (!cookie.includes('n8n-auth')) throw new Error('n8n gave no session for the new owner');
	const session = connect(url, cookie, '');
	const scopes = await session.rest<string[]>('GET', '/api-keys/scopes');
	const key = await session.rest<{ rawApiKey: string }>('POST', '/api-keys', {
		label: 'tests',
		expiresAt: null,
		scopes,
	});
	return { client: connect(url, cookie, key.rawApiKey), owner };
}
