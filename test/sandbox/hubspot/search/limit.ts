import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Portal } from '../context';
import { rateLimitBody } from '../http/errors';

/** https://developers.hubspot.com/docs/api-reference/search/guide#limits-and-known-issues : of the whole account. */
const PER_SECOND = 5;

/** Search has a limit of its own, and its answers carry none of the headers that tell of limits. */
export function limitSearch(app: FastifyInstance, { kernel }: Portal): void {
	let accepted: number[] = [];
	app.addHook('preHandler', async (request, reply) => {
		if (!isSearch(request) || !kernel.limits) return;
		const now = kernel.now();
		accepted = accepted.filter((at) => at > now - 1000);
		if (accepted.length >= PER_SECOND) return reply.code(429).send(rateLimitBody('SECONDLY'));
		accepted.push(now);
	});
	app.addHook('onSend', async (request, reply, payload: unknown) => {
		if (!isSearch(request)) return payload;
		for (const name of Object.keys(reply.getHeaders())) {
			if (name.startsWith('x-hubspot-ratelimit')) reply.removeHeader(name);
		}
		return payload;
	});
}

function isSearch({ method, routeOptions }: FastifyRequest): boolean {
	return method === 'POST' && /\/crm\/.*\/search\/?$/.test(routeOptions.url ?? '');
}
