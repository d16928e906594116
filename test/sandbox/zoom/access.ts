import type { FastifyInstance } from 'fastify';
import type { Kernel, RouteConfig } from '../kernel/kernel';
import { ZoomError } from './errors';
import type { RateLabel, RateLimiter } from './limits';
import type { TokenStore } from './tokens';

interface ZoomRoute {
	label: RateLabel;
	/** Any one of them suffices. */
	scopes: string[];
}

declare module 'fastify' {
	interface FastifyContextConfig {
		zoom?: ZoomRoute;
	}
}

/** Route options of a read with its rate limit label and the granular scopes that permit it. */
export function readRoute(
	label: RateLabel,
	...scopes: string[]
): { config: RouteConfig & { zoom: ZoomRoute } } {
	return { config: { write: false, zoom: { label, scopes } } };
}

/** Route options of a call that changes Zoom's state, as `readRoute`. */
export function writeRoute(
	label: RateLabel,
	...scopes: string[]
): { config: RouteConfig & { zoom: ZoomRoute } } {
	return { config: { write: true, zoom: { label, scopes } } };
}

export interface AccessOptions {
	kernel: Kernel;
	tokens: TokenStore;
	limiter: RateLimiter;
}

/** Before every API route: the token, its scopes, the account's limits, in this order. */
export function installAccess(app: FastifyInstance, options: AccessOptions): void {
	app.addHook('preHandler', async (request) => {
		const route = request.routeOptions.config.zoom;
		if (!route) return;
		const granted = options.tokens.scopesOf(request.headers.authorization);
		if (!route.scopes.some((scope) => granted.includes(scope))) {
			throw new ZoomError(
				400,
				4711,
				`Invalid access token, does not contain scopes:[${route.scopes.join(', ')}].`,
			);
		}
		if (options.kernel.limits) options.limiter.take(route.label);
	});
	app.addHook('onSend', async (request, reply, payload) => {
		const label = request.routeOptions.config.zoom?.label;
		if (label) reply.header('x-ratelimit-category', label);
		return payload;
	});
}
