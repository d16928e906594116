/** A Marketo on a server of its own, with a clock in the test's hand. */
import fastify from 'fastify';
import type { AddressInfo } from 'node:net';
import type { FaultRule } from '../../contract';
import { createBooks, type OpenBooks } from '../../kernel/books';
import { createFaultPlan } from '../../kernel/faults';
import { installHooks } from '../../kernel/hooks';
import { createSpecCheck } from '../../specs';
import type { MarketoSide } from '../contract';
import { registerMarketo } from '../index';
import type { MarketoWorld } from '../world';
import { CLIENT, START, world } from './world';

export interface MarketoAnswer {
	status: number;
	body: {
		requestId?: string;
		success?: boolean;
		result?: Array<Record<string, unknown>>;
		errors?: Array<{ code: string; message: string }>;
		warnings?: unknown[];
		nextPageToken?: string;
		moreResult?: boolean;
		[name: string]: unknown;
	};
	text: string;
	headers: Headers;
}

export interface TestInstance {
	url: string;
	side: MarketoSide;
	world: MarketoWorld;
	books: OpenBooks;
	addFault(rule: Omit<FaultRule, 'vendor'>): void;
	get(path: string): Promise<MarketoAnswer>;
	/** JSON. */
	post(path: string, body: unknown): Promise<MarketoAnswer>;
	/** POST without a body. */
	act(path: string): Promise<MarketoAnswer>;
	form(path: string, fields: Record<string, string>): Promise<MarketoAnswer>;
	send(path: string, init: RequestInit): Promise<MarketoAnswer>;
	/** The token in use; a new one is fetched by `signIn`. */
	signIn(): Promise<string>;
	advance(ms: number): void;
	/** What the calls so far and their answers have against Adobe's specs. */
	specProblems(): string[];
	close(): Promise<void>;
}

export async function startInstance(
	overrides: Partial<MarketoWorld> = {},
	options: { limits?: boolean } = {},
): Promise<TestInstance> {
	let now = Date.parse(START);
	const kernel = { now: () => now, limits: options.limits ?? false };
	const books = createBooks();
	const faults = createFaultPlan();
	const instanceWorld = world(overrides);
	const app = fastify({ forceCloseConnections: true });
	let side: MarketoSide | undefined;
	await app.register(
		async (scope) => {
			installHooks(scope, { vendor: 'marketo', prefixes: ['/marketo'], kernel, books, faults });
			side = registerMarketo(scope, kernel, instanceWorld);
		},
		{ prefix: '/marketo' },
	);
	await app.listen({ host: '127.0.0.1', port: 0 });
	if (side === undefined) throw new Error('Marketo was not registered');
	const { port } = app.server.address() as AddressInfo;
	const url = `http://127.0.0.1:${port}/marketo`;
	let token = '';
	const send = async (path: string, init: RequestInit): Promise<MarketoAnswer> => {
		const answer = await fetch(`${url}${path}`, {
			...init,
			headers: { authorization: `Bearer ${token}`, ...init.headers },
		});
		const text = await answer.text();
		const isJson = answer.headers.get('content-type')?.includes('json') ?? false;
		const body = isJson ? JSON.parse(text) : {};
		return { status: answer.status, body, text, headers: answer.headers };
	};
	const signIn = async (): Promise<string> => {
		const query = `grant_type=client_credentials&client_id=${CLIENT.id}&client_secret=${CLIENT.secret}`;
		const answer = await fetch(`${url}/identity/oauth/token?${query}`);
		const issued: { access_token: string } = await answer.json();
		token = issued.access_token;
		return token;
	};
	await signIn();
	return {
		url,
		side,
		world: instanceWorld,
		books,
		addFault: (rule) => faults.add({ ...rule, vendor: 'marketo' }),
		get: (path) => send(path, {}),
		post: (path, body) =>
			send(path, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify(body),
			}),
		act: (path) => send(path, { method: 'POST' }),
		form: (path, fields) => send(path, { method: 'POST', body: new URLSearchParams(fields) }),
		send,
		signIn,
		advance: (ms) => {
			now += ms;
		},
		specProblems: () => {
			const check = createSpecCheck();
			check.add(books.entries);
			return check.report().problems;
		},
		close: () => app.close(),
	};
}
