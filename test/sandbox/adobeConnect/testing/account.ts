/** An Adobe Connect on a server of its own, with a clock in the test's hand. */
import formbody from '@fastify/formbody';
import fastify from 'fastify';
import type { AddressInfo } from 'node:net';
import type { FaultRule } from '../../contract';
import { createBooks, type OpenBooks } from '../../kernel/books';
import { createFaultPlan } from '../../kernel/faults';
import { installHooks } from '../../kernel/hooks';
import type { AdobeConnectSide } from '../contract';
import { describeCall } from '../http/describe';
import { registerAdobeConnect } from '../index';
import type { AdobeConnectWorld } from '../world';
import { API_USER } from './ids';
import { findAll, parseXml, type Node } from './parse';
import { adobeWorld, START } from './world';

export interface AdobeAnswer {
	/** `ok`, `no-access/no-login` */
	status: string;
	/** `field type subcode` of every `<invalid>` */
	invalid: string[];
	root: Node;
	text: string;
	headers: Headers;
	http: number;
	all(name: string): Node[];
	/** @throws Error when there is not exactly one */
	one(name: string): Node;
}

/** Values in the order in which they are sent; a list repeats the name. */
export type CallParams =
	Record<string, string | number | boolean | string[]> | Array<[string, string]>;

export interface TestAccount {
	url: string;
	side: AdobeConnectSide;
	books: OpenBooks;
	/** The session in use; calls carry it as a parameter. */
	session: string;
	addFault(rule: Omit<FaultRule, 'vendor'>): void;
	call(action: string, params?: CallParams): Promise<AdobeAnswer>;
	/** Without the session. */
	callOpen(action: string, params?: CallParams, init?: RequestInit): Promise<AdobeAnswer>;
	post(action: string, params?: CallParams): Promise<AdobeAnswer>;
	signIn(user?: { login: string; password: string }): Promise<void>;
	/** Sandbox time, ISO UTC. */
	now(): string;
	advance(ms: number): void;
	close(): Promise<void>;
}

export async function startAccount(
	overrides: Partial<AdobeConnectWorld> = {},
): Promise<TestAccount> {
	let now = Date.parse(START);
	const kernel = { now: () => now, limits: false };
	const books = createBooks();
	const faults = createFaultPlan();
	const app = fastify({ forceCloseConnections: true });
	await app.register(formbody);
	let url = '';
	let side: AdobeConnectSide | undefined;
	await app.register(
		async (scope) => {
			const hooks = { prefixes: ['/adobe'], kernel, books, faults, describe: describeCall };
			installHooks(scope, { vendor: 'adobeConnect', ...hooks });
			side = registerAdobeConnect(scope, kernel, adobeWorld(overrides), () => url);
		},
		{ prefix: '/adobe' },
	);
	await app.listen({ host: '127.0.0.1', port: 0 });
	if (side === undefined) throw new Error('Adobe Connect was not registered');
	const { port } = app.server.address() as AddressInfo;
	url = `http://127.0.0.1:${port}/adobe`;

	const account: TestAccount = {
		url,
		side,
		books,
		session: '',
		addFault: (rule) => faults.add({ ...rule, vendor: 'adobeConnect' }),
		call: (action, params = {}) =>
			account.callOpen(action, [...pairsOf(params), ['session', account.session]]),
		callOpen: async (action, params = {}, init = {}) =>
			read(await fetch(`${url}/api/xml?${queryOf(action, params)}`, init)),
		post: async (action, params = {}) => {
			const body = queryOf(action, [...pairsOf(params), ['session', account.session]]);
			return read(await fetch(`${url}/api/xml`, { method: 'POST', body }));
		},
		signIn: async ({ login, password } = API_USER) => {
			const answer = await account.callOpen('login', { login, password });
			account.session = cookieOf(answer) ?? '';
		},
		now: () => new Date(now).toISOString(),
		advance: (ms) => {
			now += ms;
		},
		close: () => app.close(),
	};
	await account.signIn();
	return account;
}

/** The session that the answer gives. */
export function cookieOf({ headers }: Pick<AdobeAnswer, 'headers'>): string | undefined {
	return headers.get('set-cookie')?.match(/BREEZESESSION=([a-z0-9]+)/)?.[1];
}

function pairsOf(params: CallParams): Array<[string, string]> {
	if (Array.isArray(params)) return params;
	return Object.entries(params).flatMap(([name, value]) =>
		(Array.isArray(value) ? value : [value]).map((one): [string, string] => [name, String(one)]),
	);
}

function queryOf(action: string, params: CallParams): URLSearchParams {
	return new URLSearchParams([['action', action], ...pairsOf(params)]);
}

async function read(response: Response): Promise<AdobeAnswer> {
	const buffer = Buffer.from(await response.arrayBuffer());
	const text = buffer.toString('utf8');
	const isXml = text.includes('<results');
	const root = isXml ? parseXml(text) : { name: '', attributes: {}, text, children: [] };
	const status = root.children.find(({ name }) => name === 'status');
	const { code = '', subcode } = status?.attributes ?? {};
	return {
		status: subcode === undefined ? code : `${code}/${subcode}`,
		invalid: (status?.children ?? [])
			.filter(({ name }) => name === 'invalid')
			.map(({ attributes: { field, type, subcode: what } }) => `${field} ${type} ${what}`),
		root,
		text,
		headers: response.headers,
		http: response.status,
		all: (name) => findAll(root, name),
		one: (name) => {
			const found = findAll(root, name);
			const [first] = found;
			if (first === undefined || found.length > 1) {
				throw new Error(`${found.length} elements ${name} in ${text}`);
			}
			return first;
		},
	};
}
