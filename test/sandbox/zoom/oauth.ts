import type { FastifyInstance, FastifyReply } from 'fastify';
import type { RouteConfig } from '../kernel/kernel';
import { createAuthorizations, type CodeRequest } from './authorizations';
import {
	badClient,
	createGrants,
	disabledApp,
	Refusal,
	type Fields,
	type GrantOptions,
} from './grants';

/** Neither tokens nor codes go into the books. */
const config: RouteConfig = { write: false, secret: true };

export interface OAuthOptions extends GrantOptions {
	/** Sandbox time, epoch milliseconds. */
	now(): number;
}

/**
 * Sign-in of both kinds of app. The client's ID and secret come as Basic, the grant's fields in the form
 * body or in the query. https://developers.zoom.us/docs/internal-apps/s2s-oauth/ and
 * https://developers.zoom.us/docs/integrations/oauth/
 */
export function registerOAuth(app: FastifyInstance, options: OAuthOptions): void {
	const { world, tokens, controls, now } = options;
	const authorizations = createAuthorizations(now);
	const grants = createGrants(options, authorizations);

	app.post<{ Body: Fields | undefined; Querystring: Fields }>(
		'/oauth/token',
		{ config },
		async (request, reply) => {
			const fields = { ...request.query, ...request.body };
			const granted = grants.token(request.headers.authorization, fields, request.host);
			return granted instanceof Refusal ? refuse(reply, granted) : granted;
		},
	);

	app.post<{ Body: Fields | undefined; Querystring: Fields }>(
		'/oauth/revoke',
		{ config },
		async (request, reply) => {
			if (!grants.knows(request.headers.authorization)) return refuse(reply, badClient);
			tokens.revoke({ ...request.query, ...request.body }.token ?? '');
			return { status: 'success' };
		},
	);

	// The user agrees at once: a person would see a page of Zoom's here.
	app.get<{ Querystring: CodeRequest & Fields }>(
		'/oauth/authorize',
		{ config },
		async (request, reply) => {
			const { client_id, redirect_uri, response_type, scope, state } = request.query;
			const { generalApp } = world;
			if (!generalApp || client_id !== generalApp.clientId) return refuse(reply, badClient);
			if (controls.disabledApps.has(generalApp.clientId)) return refuse(reply, disabledApp);
			// Scopes are fixed in the app's configuration.
			if (scope) return refuse(reply, new Refusal('invalid scope', 'invalid_scope'));
			if (response_type !== 'code') {
				return refuse(reply, new Refusal('Bad Request', 'unsupported_response_type'));
			}
			if (!redirect_uri || !URL.canParse(redirect_uri)) {
				return refuse(reply, new Refusal('Invalid redirect', 'invalid_request', 4700));
			}
			const back = new URL(redirect_uri);
			back.searchParams.set('code', authorizations.code(request.query));
			if (state !== undefined) back.searchParams.set('state', state);
			return reply.redirect(back.href);
		},
	);
}

function refuse(reply: FastifyReply, { reason, error, code }: Refusal): FastifyReply {
	return reply.code(400).send({ ...(code === undefined ? {} : { code }), reason, error });
}
