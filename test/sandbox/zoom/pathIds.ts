import type { FastifyRequest } from 'fastify';
import { ZoomError } from './errors';

export type PathId = { kind: 'id'; id: number; text: string } | { kind: 'uuid'; text: string };

/**
 * The segment of the URL as it was sent. Routers decode parameters, which hides whether a UUID was
 * encoded once or twice.
 * @param name the parameter in the declared route, e.g. `webinarId`
 */
export function rawSegment(request: FastifyRequest, name: string): string {
	const at = (request.routeOptions.url ?? '').split('/').indexOf(`:${name}`);
	const path = (request.raw.url ?? '').split('?')[0] ?? '';
	return path.split('/')[at] ?? '';
}

/**
 * A webinar id or an instance's UUID. A UUID that starts with `/` or contains `//` must be encoded
 * twice: Zoom's gateway decodes once before it routes.
 * https://developers.zoom.us/docs/api/using-zoom-apis/#meeting-id-and-uuid
 * @throws ZoomError 404/3001 for such a UUID that is encoded once only
 */
export function webinarPathId(request: FastifyRequest, name = 'webinarId'): PathId {
	const once = decode(rawSegment(request, name));
	if (/^\d+$/.test(once)) return { kind: 'id', id: Number(once), text: once };
	// No UUID contains a percent sign (they are Base64), so one that is left means a second encoding.
	if (once.includes('%')) return { kind: 'uuid', text: decode(once) };
	if (once.startsWith('/') || once.includes('//')) {
		throw new ZoomError(404, 3001, 'Webinar not found or has expired.');
	}
	return { kind: 'uuid', text: once };
}

/** Where only the number is taken. @throws ZoomError 400/300 */
export function webinarNumber(request: FastifyRequest): number {
	const text = decode(rawSegment(request, 'webinarId'));
	if (!/^\d+$/.test(text)) throw new ZoomError(400, 300, 'Invalid webinar ID.');
	return Number(text);
}

function decode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		throw new ZoomError(400, 300, 'Invalid webinar ID.');
	}
}
