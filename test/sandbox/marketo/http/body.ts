import type { FastifyInstance, FastifyRequest } from 'fastify';
import { HttpError, MarketoError, standardError } from './errors';

const ONE_MB = 1024 * 1024;
const TEN_MB = 10 * ONE_MB;
/** Bodies are read to the end, so that the refusal reaches whoever is still sending. */
const READ_LIMIT = 64 * ONE_MB;

/** What a route takes; reads by GET take nothing, `any`: parameters may stand in the query. */
export type BodyForm = 'json' | 'form' | 'multipart' | 'any' | 'none';

declare module 'fastify' {
	interface FastifyRequest {
		/** What Marketo says about a body that cannot be taken. */
		marketoBadBody: MarketoError | HttpError | null;
	}
}

/** Every content type is read here, in Marketo's words; the routes judge whether it is the right one. */
export function takeBodies(app: FastifyInstance): void {
	app.decorateRequest('marketoBadBody', null);
	app.removeAllContentTypeParsers();
	app.addContentTypeParser(
		'*',
		{ parseAs: 'buffer', bodyLimit: READ_LIMIT },
		async (request: FastifyRequest, body: Buffer) => {
			const isBulk = (request.raw.url ?? '').includes('/bulk/');
			try {
				if (body.length > (isBulk ? TEN_MB : ONE_MB)) {
					throw new HttpError(413, 'Request Entity Too Large');
				}
				return parsed(body, contentTypeOf(request));
			} catch (error) {
				// Said only when the route is found and the caller may use it.
				const isKnown = error instanceof MarketoError || error instanceof HttpError;
				request.marketoBadBody = isKnown ? error : standardError('609');
				return undefined;
			}
		},
	);
}

export function contentTypeOf(request: FastifyRequest): string {
	return (request.headers['content-type'] ?? '').split(';')[0].trim().toLowerCase();
}

function parsed(body: Buffer, contentType: string): unknown {
	const text = body.toString('utf8');
	switch (contentType) {
		case 'application/json':
			return text.trim() === '' ? undefined : JSON.parse(text);
		case 'application/x-www-form-urlencoded':
			return Object.fromEntries(new URLSearchParams(text));
		case 'multipart/form-data':
			return body;
		default:
			if (text.trim() === '') return undefined;
			throw standardError('612');
	}
}

/** @throws MarketoError or HttpError when the body is not what the route takes */
export function checkBody(request: FastifyRequest, form: BodyForm): void {
	if (request.marketoBadBody !== null) throw request.marketoBadBody;
	if (form === 'none' || form === 'any') return;
	const contentType = contentTypeOf(request);
	const wanted = {
		json: 'application/json',
		form: 'application/x-www-form-urlencoded',
		multipart: 'multipart/form-data',
	}[form];
	if (form === 'multipart' && contentType !== wanted) throw standardError('613');
	if (contentType !== wanted) throw standardError('612');
}
