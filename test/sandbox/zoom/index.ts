import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { ZoomSide } from '../contract';
import type { Kernel } from '../kernel/kernel';
import type { ZoomWorld } from '../world';
import { installAccess } from './access';
import { installErrorHandlers } from './errors';
import { createRateLimiter } from './limits';
import { createLookup } from './lookup';
import { registerOAuth } from './oauth';
import { createZoomSide } from './outbound/side';
import { createPager } from './paging';
import { registerHistory } from './routes/history';
import { registerPast } from './routes/past';
import { registerReports } from './routes/reports';
import { registerUsers } from './routes/users';
import { registerWebinars } from './routes/webinars';
import { createTokenStore } from './tokens';

export interface ZoomOptions {
	/** Life of an access token by the sandbox's clock. */
	tokenLifeSeconds: number;
}

/** Zoom below the given scope: the token at `/oauth/token`, the API below `/v2`. */
export function registerZoom(
	app: FastifyInstance,
	kernel: Kernel,
	world: ZoomWorld,
	options: ZoomOptions,
): ZoomSide {
	const { now } = kernel;
	const tokens = createTokenStore(now, options.tokenLifeSeconds);
	const limiter = createRateLimiter(() => world.plan, now);
	const context = { world, now, pager: createPager(now), lookup: createLookup(world, now) };
	const closing = new AbortController();

	installErrorHandlers(app);
	app.addHook('onSend', async (_request, reply, payload) => {
		reply.header('x-zm-trackingid', `WEB_${randomBytes(16).toString('hex')}`);
		return payload;
	});
	app.addHook('onClose', async () => closing.abort());
	registerOAuth(app, world, tokens);
	void app.register(
		async (api) => {
			installAccess(api, { kernel, tokens, limiter });
			registerUsers(api, context);
			registerWebinars(api, context);
			registerPast(api, context);
			registerReports(api, context);
			registerHistory(api, context);
		},
		{ prefix: '/v2' },
	);
	return createZoomSide({ world, tokens, now, signal: closing.signal });
}
