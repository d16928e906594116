import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { paramsOf, sessionOf } from '../http/request';
import type { SessionStore } from '../session/store';
import type { AdobeState } from '../state/adobeState';
import { mayRead, mayReport } from '../state/rights';
import { allScos, type Sco } from '../state/scos';
import type { AdobePrincipal } from '../world';
import { sourceFile } from './file';

/** What stands behind the links that people get, and the files of recordings. */
export function servePages(app: FastifyInstance, state: AdobeState, sessions: SessionStore): void {
	app.get('/system/login', (_request, reply) => page(reply, 'Log in'));
	app.get('/*', (request, reply) => {
		const path = pathOf(request);
		const scos = [...allScos(state).values()].filter(({ type }) => type !== 'folder');
		const sco = scos.find(({ urlPath }) => path.includes(urlPath));
		if (!sco) return page(reply.code(404), 'Not found');
		const rest = path.slice(path.indexOf(sco.urlPath) + sco.urlPath.length);
		const actor = actorOf(request);
		if (rest.startsWith('output/')) return file(request, reply, { sco, actor, rest });
		if (sco.type === 'event') return page(reply, sco.name);
		const isOpen = 'room' in sco.body && sco.body.room.access === 'view-hidden';
		if (!actor && !isOpen && !isPublic(sco)) return toLogin(reply, path);
		if (actor && !mayRead(state, actor, sco)) return page(reply.code(403), 'Not authorized');
		return page(reply, sco.name);
	});

	function actorOf(request: FastifyRequest): AdobePrincipal | undefined {
		const session = sessions.use(sessionOf(request, paramsOf(request)));
		const id = session?.principalId ?? undefined;
		return id === undefined ? undefined : state.principals.get(id);
	}

	/** `output/name.zip?download=zip`: the source of a recording. */
	function file(
		request: FastifyRequest,
		reply: FastifyReply,
		{ sco, actor, rest }: { sco: Sco; actor: AdobePrincipal | undefined; rest: string },
	): FastifyReply {
		const [, kind] = rest.match(/^output\/[^/]+\.(zip|mp4)$/) ?? [];
		const asked = paramsOf(request).download?.[0];
		if (sco.body.kind !== 'recording' || kind === undefined || asked !== kind) {
			return page(reply.code(404), 'Not found');
		}
		// Seen by other clients: without a name of the browser the server breaks.
		if (!request.headers['user-agent']) return page(reply.code(500), 'Internal error');
		if (!actor && !isPublic(sco)) return toLogin(reply, pathOf(request));
		if (actor && !isPublic(sco) && !mayReport(state, actor, sco)) {
			return page(reply.code(403), 'Not authorized');
		}
		const { recording } = sco.body;
		recording.downloads = (recording.downloads ?? 0) + 1;
		return sourceFile(reply, recording, kind);
	}
}

function pathOf(request: FastifyRequest): string {
	const [path = ''] = (request.raw.url ?? '').split('?');
	return decodeURIComponent(path.replace(/^\/adobe/, ''));
}

function isPublic({ body }: Sco): boolean {
	return body.kind === 'recording' && body.recording.access === 'view';
}

function toLogin(reply: FastifyReply, next: string): FastifyReply {
	return reply.redirect(`/adobe/system/login?next=${encodeURIComponent(next)}`);
}

function page(reply: FastifyReply, title: string): FastifyReply {
	const shown = title.replace(/[&<>]/g, ' ');
	return reply
		.type('text/html; charset=utf-8')
		.send(`<!DOCTYPE html><html><head><title>${shown}</title></head><body>${shown}</body></html>`);
}
