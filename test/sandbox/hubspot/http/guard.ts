import type { FastifyInstance } from 'fastify';
import type { Portal } from '../context';
import { invalidAuthentication, rateLimitBody } from './errors';
import { RequestLimits } from './limits';

/** Before every handler: the token, then the limits. Every answer to a valid token carries the headers. */
export function guard(app: FastifyInstance, portal: Portal): void {
	const { kernel, world, contacts } = portal;
	const limits = new RequestLimits(() => world.tier);
	app.addHook('onRequest', async (request, reply) => {
		contacts.distrustIndex();
		if (request.headers.authorization !== `Bearer ${world.serviceKey}`)
			throw invalidAuthentication();
		if (!kernel.limits) return;
		const refusal = limits.take(kernel.now());
		reply.headers(limits.headers(kernel.now()));
		if (refusal !== null) return reply.code(429).send(rateLimitBody(refusal));
	});
}
