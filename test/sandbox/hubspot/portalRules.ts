import type { FastifyInstance } from 'fastify';
import type { HubSpotWorld } from '../world';
import { errorBody } from './http/errors';

/** What a portal as a whole does not have; both may be switched while it runs. */
export function portalRules(app: FastifyInstance, world: HubSpotWorld): void {
	// An unknown version is an unknown path: nobody asks for the token first.
	app.addHook('onRequest', async (request, reply) => {
		const segments = pathOf(request.url).split('/');
		const missing = world.versions?.missing ?? [];
		if (!missing.some((version) => segments.includes(version))) return;
		return reply.code(404).send(errorBody('resource not found', { category: 'OBJECT_NOT_FOUND' }));
	});
	app.addHook('preHandler', async (request, reply) => {
		if (world.marketingEventsAllowed !== false || !isMarketingEvents(request.url)) return;
		const message = 'This account does not have access to marketing events.';
		return reply.code(403).send(errorBody(message, { category: 'FORBIDDEN' }));
	});
}

function isMarketingEvents(url: string): boolean {
	return pathOf(url).includes('/marketing-events');
}

function pathOf(url: string): string {
	return url.split('?')[0] ?? '';
}
