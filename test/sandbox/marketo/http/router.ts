import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { MarketoState } from '../state/marketoState';
import { checkBody, contentTypeOf, type BodyForm } from './body';
import { errorBody, HttpError, MarketoError, requestId, standardError } from './errors';
import { isRecord, type Call } from './input';

export interface Answer {
	/** Absent: the answer has none. */
	result?: unknown[];
	nextPageToken?: string;
	moreResult?: boolean;
	warnings?: unknown[];
}

/** A route as data: where it answers, what it needs, what it does. */
export interface Route {
	method: 'GET' | 'POST';
	path: string;
	/** true when it changes what Marketo holds; reads by POST do not. */
	write: boolean;
	/** Any one of these permissions opens it; empty = every valid token. */
	permissions: readonly string[];
	/** Default: `json` for POST, `none` for GET. */
	body?: BodyForm;
	handle(call: Call): Answer | RawAnswer | Promise<Answer | RawAnswer>;
}

/** A file, as bulk jobs give them. */
export class RawAnswer {
	constructor(
		readonly status: number,
		readonly contentType: string,
		readonly body: Buffer,
		readonly headers: Record<string, string> = {},
	) {}
}

/** Adds the routes; every GET also answers POST with `_method=GET` and the query in a form body. */
export function addRoutes(
	app: FastifyInstance,
	state: MarketoState,
	routes: readonly Route[],
): void {
	const paths = new Set(routes.map(({ path }) => path));
	for (const path of paths) {
		const get = routes.find((one) => one.path === path && one.method === 'GET');
		const post = routes.find((one) => one.path === path && one.method === 'POST');
		if (get) {
			app.get(path, { config: { write: get.write }, exposeHeadRoute: false }, (request, reply) =>
				answer(state, get, request, reply, textsOf(request.query)),
			);
		}
		app.post(path, { config: { write: post?.write ?? false } }, (request, reply) => {
			const query = textsOf(request.query);
			if (get && query._method === 'GET') {
				checkBody(request, 'form');
				const { _method, ...rest } = query;
				return answer(state, get, request, reply, { ...rest, ...textsOf(request.body) });
			}
			if (!post) throw standardError('605');
			return answer(state, post, request, reply, query);
		});
		app.route({
			method: ['PUT', 'PATCH', 'DELETE'],
			url: path,
			config: { write: false },
			handler: () => {
				throw standardError('605');
			},
		});
	}
}

async function answer(
	state: MarketoState,
	route: Route,
	request: FastifyRequest,
	reply: FastifyReply,
	query: Record<string, string>,
): Promise<FastifyReply> {
	const { permissions } = route;
	if (!isPermitted(permissions, state.world.permissions)) throw standardError('603');
	if (route.method === 'POST') checkBody(request, route.body ?? 'json');
	const result = await route.handle({
		params: textsOf(request.params),
		query,
		body: request.body,
		contentType: contentTypeOf(request),
		headers: request.headers,
	});
	if (result instanceof RawAnswer) {
		return reply
			.code(result.status)
			.headers(result.headers)
			.type(result.contentType)
			.send(result.body);
	}
	const isAsset = route.path.startsWith('/rest/asset/');
	return reply.send({
		requestId: requestId(),
		success: true,
		...(isAsset ? { errors: [], warnings: [] } : {}),
		...result,
	});
}

/** Adobe's pages write Campaign and Campaigns, Asset and Assets. */
function isPermitted(anyOf: readonly string[], granted: readonly string[]): boolean {
	const plain = (name: string): string => name.toLowerCase().replace(/s$/, '');
	const has = new Set(granted.map(plain));
	return anyOf.length === 0 || anyOf.some((one) => has.has(plain(one)));
}

function textsOf(value: unknown): Record<string, string> {
	const entries = Object.entries(isRecord(value) ? value : {});
	return Object.fromEntries(
		entries.map(([name, one]): [string, string] => [
			name,
			Array.isArray(one) ? one.map(String).join(',') : String(one),
		]),
	);
}

/** Unknown paths and errors in Marketo's form. @param count called with the code of every error */
export function answerInMarketosWords(app: FastifyInstance, count: (code: string) => void): void {
	app.setNotFoundHandler((_request, reply) => {
		count('610');
		return reply.send(errorBody({ code: '610', message: 'Requested resource not found' }));
	});
	app.setErrorHandler((error, _request, reply) => {
		if (error instanceof HttpError) {
			return reply.code(error.status).type('text/html').send(`<h1>${error.message}</h1>`);
		}
		const known = error instanceof MarketoError ? error : standardError('611');
		count(known.code);
		if (!(error instanceof MarketoError)) console.error(error);
		return reply.send(errorBody({ code: known.code, message: known.message }));
	});
}
