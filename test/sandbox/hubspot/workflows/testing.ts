/** For the tests of this folder: an app, its action, and a receiver to be called. */
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HubSpotOAuthApp } from '../../world';
import type { TestPortal } from '../testing/portal';
import { asRecord } from '../testing/values';

export const OAUTH_APP: HubSpotOAuthApp = {
	appId: 4210286,
	name: 'Webinars (n8n)',
	clientId: 'client-0001',
	clientSecret: '8d1f3c1e-0000-4000-8000-0123456789ab',
	scopes: ['oauth', 'automation'],
	redirectUris: ['http://127.0.0.1:5678/rest/oauth2-credential/callback'],
	developerApiKey: 'developer-key-0001',
};

/** An access token of the app, as a user who installs it gives one. */
export async function appToken(
	{ url, world }: Pick<TestPortal, 'url' | 'world'>,
	app = OAUTH_APP,
): Promise<string> {
	if (!world.oauthApp) throw new Error('The portal has no app');
	const [redirectUri = ''] = app.redirectUris;
	const asked = new URLSearchParams({
		client_id: app.clientId,
		redirect_uri: redirectUri,
		scope: app.scopes.join(' '),
	});
	const led = await fetch(`${url}/oauth/authorize?${asked}`, { redirect: 'manual' });
	const code = new URL(led.headers.get('location') ?? '').searchParams.get('code') ?? '';
	const answer = await fetch(`${url}/oauth/2026-09/token`, {
		method: 'POST',
		body: new URLSearchParams({
			grant_type: 'authorization_code',
			client_id: app.clientId,
			client_secret: app.clientSecret,
			redirect_uri: redirectUri,
			code,
		}),
	});
	return String(asRecord(await answer.json()).access_token);
}

/** One request as it came in. */
export interface Received {
	method: string;
	url: string;
	headers: http.IncomingHttpHeaders;
	/** Names and values in turn, doubled ones too. */
	rawHeaders: string[];
	body: Buffer;
	json(): Record<string, unknown>;
}

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

export interface Receiver {
	url: string;
	received: Received[];
	/** Answers in turn; the last one stays. */
	replies: Reply[];
	close(): Promise<void>;
}

export async function startReceiver(...replies: Reply[]): Promise<Receiver> {
	const received: Received[] = [];
	const server = http.createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const body = Buffer.concat(chunks);
			received.push({
				method: request.method ?? '',
				url: request.url ?? '',
				headers: request.headers,
				rawHeaders: request.rawHeaders,
				body,
				json: () => JSON.parse(body.toString('utf8')),
			});
			const reply = receiver.replies[Math.min(received.length, receiver.replies.length) - 1] ?? {};
			if (reply.silent) return;
			if (reply.cut) {
				request.socket.destroy();
				return;
			}
			const { status = 200, headers = {}, body: answer = {} } = reply;
			response.writeHead(status, { 'content-type': 'application/json', ...headers });
			response.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const receiver: Receiver = {
		url: `http://127.0.0.1:${port}`,
		received,
		replies,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
	return receiver;
}

/** A project's "Add contact to webinar", called at this origin. */
export function addContactToWebinar(origin: string, over: Record<string, unknown> = {}) {
	return {
		uid: 'add_contact_to_webinar',
		type: 'workflow-action',
		config: {
			actionUrl: `${origin}/webhook/w1/hubspot-action`,
			isPublished: true,
			supportedClients: [{ client: 'WORKFLOWS' }],
			objectTypes: ['CONTACT'],
			objectRequestOptions: {
				properties: ['email', 'firstname', 'lastname', 'hs_additional_emails'],
			},
			inputFields: [
				{
					typeDefinition: { name: 'webinarId', type: 'string', fieldType: 'text' },
					supportedValueTypes: ['STATIC_VALUE', 'OBJECT_PROPERTY'],
					isRequired: false,
				},
				{
					typeDefinition: {
						name: 'upcomingWebinar',
						type: 'enumeration',
						fieldType: 'select',
						optionsUrl: `${origin}/webhook/w1/hubspot-choices`,
					},
					supportedValueTypes: ['STATIC_VALUE'],
					isRequired: false,
				},
			],
			inputFieldDependencies: [],
			outputFields: [
				{
					typeDefinition: {
						name: 'registrationStatus',
						type: 'enumeration',
						fieldType: 'select',
						options: [
							{ value: 'registered', label: 'Registered' },
							{ value: 'already_registered', label: 'Already registered' },
							{ value: 'failed', label: 'Failed' },
						],
					},
				},
				{ typeDefinition: { name: 'joinUrl', type: 'string', fieldType: 'text' } },
				{ typeDefinition: { name: 'errorCode', type: 'string', fieldType: 'text' } },
			],
			executionRules: [
				{
					labelName: 'webinarNotFound',
					conditions: { errorCode: ['WEBINAR_NOT_FOUND', 'REGISTRATION_NOT_ENABLED'] },
				},
				{ labelName: 'genericFailure', conditions: { registrationStatus: 'failed' } },
				{
					labelName: 'ok',
					conditions: { registrationStatus: ['registered', 'already_registered'] },
				},
			],
			functions: [],
			labels: {
				en: {
					actionName: 'Add contact to webinar',
					actionDescription: 'Registers the enrolled contact for a webinar.',
					appDisplayName: 'Webinars (n8n)',
					actionCardContent: 'Add contact to webinar {{webinarId}}{{upcomingWebinar}}',
					inputFieldLabels: { webinarId: 'Webinar ID', upcomingWebinar: 'Upcoming webinar' },
					inputFieldDescriptions: {},
					outputFieldLabels: {
						registrationStatus: 'Registration status',
						joinUrl: 'Join URL',
						errorCode: 'Error code',
					},
					executionRules: {
						webinarNotFound: 'No webinar with the ID {{webinarId}} accepts registrations',
						genericFailure: 'Registration failed ({{errorCode}})',
						ok: 'Contact was added to the webinar',
					},
				},
			},
			...over,
		},
	};
}
