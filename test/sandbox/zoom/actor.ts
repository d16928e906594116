import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZoomContext } from './context';
import { ZoomError } from './errors';
import { webinarPathId } from './pathIds';
import type { Archive } from './recordings/archive';

/**
 * What a General app's token may see: `me` is its user, and without an `:admin` scope the data of other
 * users is closed. https://developers.zoom.us/docs/api/using-zoom-apis/#the-me-keyword and
 * #shared-access-permissions. Must be installed behind `installAccess`.
 */
export function installActor(
	app: FastifyInstance,
	{ tokens, world, lookup }: ZoomContext,
	archive: Archive,
): void {
	app.addHook('preHandler', async (request) => {
		const route = request.routeOptions.config.zoom;
		if (!route) return;
		const { actor, scopes } = tokens.grantOf(request.headers.authorization);
		if (actor.kind !== 'user') return;
		const params: { userId?: string } = Object(request.params);
		if (params.userId === 'me') params.userId = actor.userId;
		if (route.scopes.some((scope) => scope.endsWith(':admin') && scopes.includes(scope))) return;
		const owner = ownerOf(request, params);
		if (owner === undefined || owner === actor.userId) return;
		// Zoom's page names the status and the words; the number in the body is not documented.
		throw new ZoomError(
			403,
			403,
			'The authenticated user has not permitted access to the targeted resource.',
		);
	});

	/** Whose data the path names, undefined when nobody's. */
	function ownerOf(
		request: FastifyRequest,
		params: { userId?: string; webinarId?: string; meetingId?: string },
	): string | undefined {
		if (params.userId !== undefined) return lookup.user(params.userId).id;
		if (params.webinarId !== undefined) {
			const id = webinarPathId(request);
			return world.webinars.find((one) =>
				id.kind === 'id'
					? one.id === id.id
					: one.sessions.some((session) => session.uuid === id.text),
			)?.hostId;
		}
		if (params.meetingId === undefined) return undefined;
		const id = webinarPathId(request, 'meetingId');
		const meeting = world.meetings?.find((one) => id.kind === 'id' && one.id === id.id);
		return meeting?.hostId ?? archive.any(id)?.hostId;
	}
}
