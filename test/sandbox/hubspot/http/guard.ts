import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Portal } from '../context';
import type { Grant, TokenStore } from '../oauth/tokens';
import { rateLimitBody } from './errors';
import { isRecord } from './input';
import { RequestLimits } from './limits';

/** Who may call: everybody, the holder of a token, or (app configuration) of a developer API key too. */
export type Access = 'open' | 'token' | 'developer';

declare module 'fastify' {
	interface FastifyContextConfig {
		hubspotAccess?: Access;
	}
}

/** Before every handler: the token, then the limits. Every answer to a valid token carries the headers. */
export function guard(app: FastifyInstance, portal: Portal): void {
	const { kernel, world, contacts, tokens } = portal;
	// Each app has a window of its own.
	const perApp = new Map<number, RequestLimits>();
	app.addHook('onRequest', async (request, reply) => {
		contacts.distrustIndex();
		if (request.routeOptions.config.hubspotAccess === 'open') return;
		const grant = grantOf(tokens, request);
		if (!kernel.limits) return;
		const limits =
			perApp.get(grant.app.id) ??
			new RequestLimits(() => (grant.limits === 'oauth' ? 'oauth' : world.tier));
		perApp.set(grant.app.id, limits);
		const refusal = limits.take(kernel.now());
		reply.headers(limits.headers(kernel.now()));
		if (refusal !== null) return reply.code(429).send(rateLimitBody(refusal));
	});
}

/**
 * What the request's token, or its developer API key where the route takes one, permits.
 * @throws HubSpotError 401
 */
export function grantOf(tokens: TokenStore, request: FastifyRequest): Grant {
	const { authorization } = request.headers;
	const isDeveloperRoute = request.routeOptions.config.hubspotAccess === 'developer';
	if (!isDeveloperRoute || authorization !== undefined) return tokens.grantOf(authorization);
	const { hapikey } = isRecord(request.query) ? request.query : {};
	return tokens.developerGrantOf(typeof hapikey === 'string' ? hapikey : undefined);
}
