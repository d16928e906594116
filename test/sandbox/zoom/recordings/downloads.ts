import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { RouteConfig } from '../../kernel/kernel';
import type { ZoomRecordingFile } from '../../world';
import type { ZoomContext } from '../context';
import { isFileReady, sizeOf, type Archive, type Recorded } from './archive';
import { fileStream, mediaType } from './media';

const config: RouteConfig = { write: false };

/** What Zoom answers instead of an error: status 200, the page where people sign in. */
const LOGIN_PAGE =
	'<!DOCTYPE html><html><head><title>Sign In | Zoom</title></head><body><form action="/signin"></form></body></html>';
const GONE_PAGE =
	'<!DOCTYPE html><html><head><title>Zoom</title></head><body>This recording does not exist.</body></html>';

interface Ticket {
	fileId: string;
	/** Host and port where the download began; no other one may see the token. */
	host: string;
	redirectsLeft: number;
}

type TicketPath = { Params: { ticket: string } };

/**
 * The files behind `download_url`: a redirect first, then the bytes.
 * https://developers.zoom.us/docs/api/meetings/#tag/cloud-recording
 */
export function registerDownloads(
	app: FastifyInstance,
	{ tokens, controls, now }: ZoomContext,
	archive: Archive,
): void {
	const tickets = new Map<string, Ticket>();

	function redirect(request: FastifyRequest, reply: FastifyReply, ticket: Ticket): FastifyReply {
		const { redirectTo } = controls.downloads;
		if (typeof redirectTo === 'object') return reply.redirect(redirectTo.location);
		const name = randomBytes(18).toString('base64url');
		tickets.set(name, ticket);
		const path = `/zoom/rec/files/${name}`;
		const away = redirectTo === 'otherHost';
		return reply.redirect(away ? `http://${otherHost(request.host, ticket.host)}${path}` : path);
	}

	function page(reply: FastifyReply, status: number, html: string): FastifyReply {
		return reply.code(status).type('text/html; charset=utf-8').send(html);
	}

	function send(reply: FastifyReply, file: ZoomRecordingFile): FastifyReply {
		const name = `Recording_${file.id}.${file.file_extension.toLowerCase()}`;
		return reply
			.header('content-length', sizeOf(file))
			.header('content-disposition', `attachment; filename="${name}"`)
			.type(mediaType(file))
			.send(fileStream(file, controls.downloads.cutAfterBytes.shift()));
	}

	function mayRead(authorization: string | undefined, recorded: Recorded): boolean {
		const grant = tokens.peek(authorization);
		if (!grant) return false;
		const { actor, scopes } = grant;
		if (actor.kind === 'download') return actor.sessionUuid === recorded.recording.sessionUuid;
		const reading = scopes.filter((scope) => scope.startsWith('cloud_recording:read:'));
		if (actor.kind !== 'user') return reading.length > 0;
		return (
			reading.some((scope) => scope.endsWith(':admin')) ||
			(reading.length > 0 && actor.userId === recorded.hostId)
		);
	}

	app.get<TicketPath>('/rec/download/:ticket', { config }, async (request, reply) => {
		const { ticket } = request.params;
		const fileId = ticket.slice(0, ticket.lastIndexOf('.'));
		const found = archive.file(fileId);
		if (!found || !isFileReady(found.file, now())) return page(reply, 404, GONE_PAGE);
		if (!mayRead(request.headers.authorization, found.recorded))
			return page(reply, 200, LOGIN_PAGE);
		const { redirects } = controls.downloads;
		if (redirects === 0) return send(reply, found.file);
		const { host } = request;
		return redirect(request, reply, { fileId, host, redirectsLeft: redirects - 1 });
	});

	app.get<TicketPath>('/rec/files/:ticket', { config }, async (request, reply) => {
		const ticket = tickets.get(request.params.ticket);
		const found = ticket && archive.file(ticket.fileId);
		if (!found) return page(reply, 404, GONE_PAGE);
		const { authorization } = request.headers;
		const elsewhere = request.host !== ticket.host;
		if (elsewhere && authorization !== undefined) controls.leakedTokens.push(authorization);
		// Zoom's own second host asks again; another company's storage knows nobody's token.
		if (!elsewhere && !mayRead(authorization, found.recorded)) return page(reply, 200, LOGIN_PAGE);
		if (ticket.redirectsLeft === 0) return send(reply, found.file);
		return redirect(request, reply, { ...ticket, redirectsLeft: ticket.redirectsLeft - 1 });
	});
}

/** The same server by its other name, which is another host to every client. */
function otherHost(host: string, first: string): string {
	if (host !== first) return host;
	const [name, port] = host.split(':');
	return `${name === 'localhost' ? '127.0.0.1' : 'localhost'}:${port ?? ''}`;
}
