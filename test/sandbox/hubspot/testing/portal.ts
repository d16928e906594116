/** A portal on a server of its own, with a clock in the test's hand; for the tests of this folder. */
import { Client } from '@hubspot/api-client';
import fastify from 'fastify';
import type { AddressInfo } from 'node:net';
import type { HubSpotSide } from '../../contract';
import type { HubSpotContactState, HubSpotWorld } from '../../world';
import { registerHubSpot } from '../index';

export const SERVICE_KEY = 'pat-na1-11111111-2222-3333-4444-555555555555';

/** ISO UTC at which the test clock stands; it only moves when a test moves it. */
export const START = '2026-11-20T17:10:00.000Z';

export const ALL_SCOPES = [
	'oauth',
	'crm.objects.contacts.read',
	'crm.objects.contacts.write',
	'crm.schemas.contacts.read',
	'crm.schemas.contacts.write',
	'crm.objects.marketing_events.read',
	'crm.objects.marketing_events.write',
	'crm.objects.owners.read',
	'settings.users.read',
];

export interface JsonAnswer {
	status: number;
	headers: Headers;
	/** Parsed; undefined for an empty body. */
	body: unknown;
}

export interface TestPortal {
	/** The API's host, without a trailing slash. */
	url: string;
	side: HubSpotSide;
	world: HubSpotWorld;
	client: Client;
	call(method: string, path: string, body?: unknown, token?: string): Promise<JsonAnswer>;
	advance(ms: number): void;
	close(): Promise<void>;
}

export function contact(
	id: string,
	email: string,
	more: Partial<HubSpotContactState> = {},
): HubSpotContactState {
	return { id, email, additionalEmails: [], properties: {}, ...more };
}

export function world(overrides: Partial<HubSpotWorld> = {}): HubSpotWorld {
	return {
		portalId: 44237313,
		serviceKey: SERVICE_KEY,
		scopes: [...ALL_SCOPES],
		tier: 'professional',
		users: [
			{ id: '501', email: 'Olga@acme.com', firstName: 'Olga', lastName: 'Owner' },
			{ id: '502', email: 'uwe@acme.com', firstName: 'Uwe', lastName: 'User' },
			{ id: '503', email: 'ana@acme.com', firstName: 'Ana', lastName: 'Admin' },
		],
		contacts: [
			contact('101', 'ada@example.com', { properties: { firstname: 'Ada', lastname: 'L.' } }),
			contact('102', 'bob@example.com', { additionalEmails: ['bob@home.example'] }),
			contact('103', 'gone@example.com', { archivedAt: '2026-11-01T00:00:00.000Z' }),
			contact('104', 'long.gone@example.com', { archivedAt: '2026-01-01T00:00:00.000Z' }),
		],
		properties: [
			{
				name: 'webinar_count',
				label: 'Webinars',
				type: 'number',
				fieldType: 'number',
				groupName: 'webinars',
			},
		],
		...overrides,
	};
}

export async function startPortal(
	options: {
		world?: Partial<HubSpotWorld>;
		limits?: boolean;
		participationDelayMs?: number;
		routerOptions?: { ignoreTrailingSlash: boolean };
	} = {},
): Promise<TestPortal> {
	let now = Date.parse(START);
	const app = fastify({
		forceCloseConnections: true,
		routerOptions: options.routerOptions ?? {},
	});
	const portal = world(options.world);
	const kernel = { now: () => now, limits: options.limits ?? false };
	const participationDelayMs = options.participationDelayMs ?? 0;
	let side: HubSpotSide | undefined;
	await app.register(
		async (scope) => {
			side = registerHubSpot(scope, kernel, portal, { participationDelayMs });
		},
		{ prefix: '/hubspot' },
	);
	await app.listen({ host: '127.0.0.1', port: 0 });
	if (side === undefined) throw new Error('The portal was not registered');
	const { port } = app.server.address() as AddressInfo;
	const url = `http://127.0.0.1:${port}/hubspot`;
	return {
		url,
		side,
		world: portal,
		client: clientFor(url),
		call: (method, path, body, token = SERVICE_KEY) => call(`${url}${path}`, method, body, token),
		advance: (ms) => {
			now += ms;
		},
		close: () => app.close(),
	};
}

/** The vendor's own client; its retries and waits are off, so that every answer is seen. */
export function clientFor(basePath: string, accessToken = SERVICE_KEY): Client {
	return new Client({
		accessToken,
		basePath,
		numberOfApiCallRetries: 0,
		limiterOptions: { minTime: 0, maxConcurrent: 10 },
	});
}

async function call(
	url: string,
	method: string,
	body: unknown,
	token: string,
): Promise<JsonAnswer> {
	const answer = await fetch(url, {
		method,
		headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
		...(body === undefined ? {} : { body: JSON.stringify(body) }),
	});
	const text = await answer.text();
	const parsed: unknown = text === '' ? undefined : JSON.parse(text);
	return { status: answer.status, headers: answer.headers, body: parsed };
}
