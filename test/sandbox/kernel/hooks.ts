import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { BookEntry, Fault } from '../contract';
import type { OpenBooks } from './books';
import { adobeFault, faultAnswer, HTML_PAGE, marketoFault, nextMidnight } from './faultAnswers';
import type { FaultPlan } from './faults';
import type { Kernel } from './kernel';

declare module 'fastify' {
	interface FastifyRequest {
		/** The fault that this request met. */
		sandboxFault: Fault | null;
	}
}

export interface VendorHooks {
	vendor: BookEntry['vendor'];
	/** Prefixes cut off from paths and routes in the books, longest first, e.g. `/zoom/v2`, `/zoom`. */
	prefixes: string[];
	kernel: Kernel;
	books: OpenBooks;
	faults: FaultPlan;
	/** What a fault may do to the vendor itself; without it such faults do nothing. */
	disturb?: { revoke(): void; advance(ms: number): void };
	/** For a vendor with one path for everything: what a call is, as the books and the fault plan know it. */
	describe?(request: FastifyRequest): CallDescription | undefined;
}

export interface CallDescription {
	/** `/api/xml?action=sco-info` */
	route: string;
	write: boolean;
	secret: boolean;
}

/**
 * Books and faults around one vendor's routes. Must be called before the vendor registers anything,
 * so that these hooks come first.
 */
export function installHooks(app: FastifyInstance, hooks: VendorHooks): void {
	app.decorateRequest('sandboxFault', null);

	// After the body is parsed (it is part of the fault's key), before anything of the vendor's answers.
	app.addHook('preValidation', async (request, reply) => {
		const [path, query = ''] = splitUrl(request.raw.url ?? '');
		const fault = hooks.faults.next({
			vendor: hooks.vendor,
			method: request.method,
			path: hooks.describe?.(request)?.route ?? cut(path, hooks.prefixes),
			query,
			body: request.body === undefined ? '' : JSON.stringify(request.body),
		});
		if (!fault || isOfAnother(hooks.vendor, fault)) return;
		request.sandboxFault = fault;
		if (fault.kind === 'slow') await waited(fault.ms);
		if (fault.kind === 'revoked') hooks.disturb?.revoke();
		if (fault.kind === 'clock') {
			const now = hooks.kernel.now();
			const ms = fault.ms === 'pastMidnight' ? Date.parse(nextMidnight(now)) - now : fault.ms;
			hooks.disturb?.advance(ms);
		}
		if (fault.kind === 'status') {
			const answer = faultAnswer(hooks.vendor, fault, hooks.kernel.now());
			return reply.code(fault.status).headers(answer.headers).send(answer.body);
		}
		if (fault.kind === 'html') return reply.type('text/html; charset=utf-8').send(HTML_PAGE);
		if (fault.kind === 'marketoError') return reply.send(marketoFault(fault));
		if (fault.kind === 'adobeError') return reply.type('text/xml').send(adobeFault(fault));
		if (fault.kind === 'cutBefore') {
			hooks.books.record(entryOf(hooks, request, 0, null));
			return cutConnection(request, reply);
		}
	});

	// Written before the answer leaves: who has the answer can read the books.
	app.addHook('onSend', async (request, reply, payload) => {
		hooks.books.record(entryOf(hooks, request, reply.statusCode, parsed(payload)));
		const { sandboxFault: fault } = request;
		if (fault?.kind === 'late') await waited(fault.ms);
		if (fault?.kind === 'contentType') void reply.type(fault.type);
		if (fault?.kind === 'cutAfter') request.raw.socket.destroy();
		if (fault?.kind !== 'truncated' || typeof payload !== 'string') return payload;
		void reply.removeHeader('content-length');
		return payload.slice(0, Math.floor(payload.length / 2));
	});
}

async function waited(ms: number): Promise<void> {
	await new Promise((resolve) => setTimeout(resolve, ms));
}

/** Random faults are drawn for all vendors; these only one of them has. */
function isOfAnother(vendor: BookEntry['vendor'], { kind }: Fault): boolean {
	if (kind === 'marketoError') return vendor !== 'marketo';
	return kind === 'adobeError' && vendor !== 'adobeConnect';
}

function cutConnection(request: FastifyRequest, reply: FastifyReply): FastifyReply {
	reply.hijack();
	request.raw.socket.destroy();
	return reply;
}

function entryOf(
	hooks: VendorHooks,
	request: FastifyRequest,
	status: number,
	response: unknown,
): BookEntry {
	const { url: route, config } = request.routeOptions;
	const known = !request.is404 && route !== undefined;
	const call = hooks.describe?.(request);
	const isSecret = call?.secret ?? config?.secret;
	const entry: BookEntry = {
		vendor: hooks.vendor,
		method: request.method,
		path: cut(splitUrl(request.raw.url ?? '')[0], hooks.prefixes),
		query: flat(request.query),
		route: call?.route ?? (known ? cut(route, hooks.prefixes) : 'unknown'),
		write: call
			? call.write
			: known
				? config.write === true && !isReadByPost(request)
				: request.method !== 'GET',
		status,
		request: isSecret ? null : (request.body ?? null),
		response: isSecret ? null : response,
		at: new Date(hooks.kernel.now()).toISOString(),
	};
	if (request.sandboxFault) entry.fault = request.sandboxFault.kind;
	return entry;
}

/** Marketo reads by POST where a GET would be too long: `?_method=GET`, the query in the body. */
function isReadByPost(request: FastifyRequest): boolean {
	return flat(request.query)._method === 'GET';
}

function splitUrl(url: string): [string, string?] {
	const at = url.indexOf('?');
	return at < 0 ? [url] : [url.slice(0, at), url.slice(at + 1)];
}

function cut(path: string, prefixes: string[]): string {
	const prefix = prefixes.find((one) => path === one || path.startsWith(`${one}/`));
	return prefix === undefined ? path : path.slice(prefix.length);
}

function flat(query: unknown): Record<string, string> {
	return Object.fromEntries(
		Object.entries(query ?? {}).map(([name, value]): [string, string] => [
			name,
			Array.isArray(value) ? value.join(',') : String(value),
		]),
	);
}

function parsed(payload: unknown): unknown {
	const text = Buffer.isBuffer(payload) ? payload.toString('utf8') : payload;
	if (typeof text !== 'string') return null;
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}
