/** Plain HTTP calls of the sandbox's Zoom, for what no client library does. */
import type { Sandbox } from '../../contract';

export interface Answer {
	status: number;
	headers: Headers;
	body: Record<string, unknown>;
}

/** Asks for a token with the world's own credentials. */
export async function accessToken(sandbox: Sandbox): Promise<string> {
	const { status, body } = await askToken(sandbox);
	if (status !== 200) throw new Error(`No token: ${JSON.stringify(body)}`);
	return String(body.access_token);
}

/** @param over fields of the grant, or other credentials */
export async function askToken(
	sandbox: Sandbox,
	over: { secret?: string; accountId?: string; grantType?: string } = {},
): Promise<Answer> {
	const { clientId, clientSecret, accountId } = sandbox.zoom.world;
	const basic = Buffer.from(`${clientId}:${over.secret ?? clientSecret}`).toString('base64');
	const response = await fetch(`${sandbox.zoomBaseUrl}/oauth/token`, {
		method: 'POST',
		headers: { authorization: `Basic ${basic}` },
		body: new URLSearchParams({
			grant_type: over.grantType ?? 'account_credentials',
			account_id: over.accountId ?? accountId,
		}),
	});
	return { status: response.status, headers: response.headers, body: await response.json() };
}

/** @param path below /v2, as it goes on the wire */
export async function get(sandbox: Sandbox, token: string, path: string): Promise<Answer> {
	const response = await fetch(`${sandbox.zoomBaseUrl}/v2${path}`, {
		headers: { authorization: `Bearer ${token}` },
	});
	return { status: response.status, headers: response.headers, body: await response.json() };
}

/**
 * A call that changes something.
 * @param path below /v2, as it goes on the wire
 * @returns an empty body for an answer without content
 */
export async function send(
	sandbox: Sandbox,
	token: string,
	method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
	path: string,
	body?: unknown,
): Promise<Answer> {
	const response = await fetch(`${sandbox.zoomBaseUrl}/v2${path}`, {
		method,
		headers: {
			authorization: `Bearer ${token}`,
			...(body !== undefined && { 'content-type': 'application/json' }),
		},
		...(body !== undefined && { body: JSON.stringify(body) }),
	});
	const text = await response.text();
	const { status, headers } = response;
	return { status, headers, body: text === '' ? {} : JSON.parse(text) };
}

/** The list in an answer, as rows. */
export function rows(answer: Answer, name: string): Array<Record<string, unknown>> {
	const list = answer.body[name];
	if (!Array.isArray(list)) throw new Error(`No list ${name} in ${JSON.stringify(answer.body)}`);
	return list;
}

/** What Zoom demands for UUIDs with slashes. */
export const twice = (uuid: string): string => encodeURIComponent(encodeURIComponent(uuid));
