import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify';
import type { RouteConfig } from '../../kernel/kernel';
import type { AppIdentity, TokenStore } from '../oauth/tokens';
import { errorBody, HubSpotError, missingScopes } from './errors';
import { grantOf, type Access } from './guard';
import type { Answer, Call } from './input';
import { isRecord } from './input';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A route as data: where it answers, what it needs, what it does. */
export interface Route {
	method: Method;
	paths: string[];
	/** true when it changes the portal; reads by POST do not. */
	write: boolean;
	/** Any one of these opens it; empty = every valid token. */
	scopes: readonly string[];
	/** `developer` takes a developer API key too; default: a token. */
	access?: Exclude<Access, 'open'>;
	/** Neither body nor answer goes into the books. */
	secret?: boolean;
	handle(call: Call): Answer | Promise<Answer>;
}

const METHODS: Method[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** 100 records with properties of 65,536 characters fit in, and more. */
const BODY_LIMIT = 32 * 1024 * 1024;

/** Adds the routes, each with its trailing-slash form, and 405 for the other methods of a path. */
export function addRoutes(
	app: FastifyInstance,
	tokens: TokenStore,
	routes: readonly Route[],
): void {
	const slashIsIgnored = ignoresTrailingSlash(app);
	const known = new Map<string, Set<Method>>();
	for (const route of routes) {
		for (const path of route.paths) {
			known.set(path, (known.get(path) ?? new Set()).add(route.method));
			for (const url of slashIsIgnored ? [path] : [path, `${path}/`]) {
				addRoute(app, url, [route.method], configOf(route), async (request, reply) => {
					const grant = grantOf(tokens, request);
					if (!isAllowed(grant.scopes, route.scopes)) throw missingScopes(route.scopes);
					return send(reply, await route.handle(callOf(request, grant.app)));
				});
			}
		}
	}
	for (const [path, methods] of known) {
		const others = METHODS.filter((method) => !methods.has(method));
		for (const url of slashIsIgnored ? [path] : [path, `${path}/`]) {
			if (others.length > 0) addRoute(app, url, others, { write: false }, refuseMethod);
		}
	}
}

type Handler = (
	request: FastifyRequest,
	reply: FastifyReply,
) => FastifyReply | Promise<FastifyReply>;
type Config = RouteConfig & { hubspotAccess?: Access };

function addRoute(
	app: FastifyInstance,
	url: string,
	method: HTTPMethods[],
	config: Config,
	handler: Handler,
): void {
	app.route({ method, url, config, bodyLimit: BODY_LIMIT, exposeHeadRoute: false, handler });
}

function refuseMethod(request: FastifyRequest): never {
	throw new HubSpotError(405, `HTTP method ${request.method} is not supported on this path`);
}

function send(reply: FastifyReply, answer: Answer): FastifyReply {
	reply.code(answer.status);
	return answer.body === undefined ? reply.send() : reply.send(answer.body);
}

function configOf({ write, secret = false, access = 'token' }: Route): Config {
	return { write, secret, hubspotAccess: access };
}

function isAllowed(granted: readonly string[], anyOf: readonly string[]): boolean {
	return anyOf.length === 0 || anyOf.some((scope) => granted.includes(scope));
}

function callOf(request: FastifyRequest, app: AppIdentity): Call {
	const params: Record<string, string> = {};
	for (const [name, value] of Object.entries(isRecord(request.params) ? request.params : {})) {
		params[name] = String(value);
	}
	const query: Record<string, string[]> = {};
	for (const [name, value] of Object.entries(isRecord(request.query) ? request.query : {})) {
		query[name] = Array.isArray(value) ? value.map(String) : [String(value)];
	}
	return { params, query, body: request.body, app };
}

function ignoresTrailingSlash(app: FastifyInstance): boolean {
	const config: unknown = app.initialConfig;
	if (!isRecord(config)) return false;
	const router = isRecord(config.routerOptions) ? config.routerOptions : {};
	return config.ignoreTrailingSlash === true || router.ignoreTrailingSlash === true;
}

/** Unknown paths and unforeseen errors in HubSpot's form. */
export function answerInHubSpotsWords(app: FastifyInstance): void {
	app.setNotFoundHandler((_request, reply) =>
		reply.code(404).send(errorBody('resource not found', { category: 'OBJECT_NOT_FOUND' })),
	);
	app.setErrorHandler((error: unknown, _request, reply) => {
		if (error instanceof HubSpotError) return reply.code(error.status).send(error.body);
		const status = isRecord(error) && typeof error.statusCode === 'number' ? error.statusCode : 500;
		const message = error instanceof Error ? error.message : 'internal error';
		const category = status < 500 ? { category: 'VALIDATION_ERROR' } : {};
		return reply.code(status).send(errorBody(message, category));
	});
	// The vendor's clients send `content-type: application/json` with empty bodies too.
	app.removeContentTypeParser('application/json');
	app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, raw, done) => {
		if (raw.length === 0) return done(null, undefined);
		try {
			const parsed: unknown = JSON.parse(String(raw));
			return done(null, parsed);
		} catch {
			const message = 'Invalid input JSON on line 1, column 1: unexpected character';
			return done(new HubSpotError(400, message, { category: 'VALIDATION_ERROR' }));
		}
	});
}
