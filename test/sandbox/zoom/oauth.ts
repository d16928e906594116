import type { FastifyInstance } from 'fastify';
import type { RouteConfig } from '../kernel/kernel';
import type { ZoomWorld } from '../world';
import type { TokenStore } from './tokens';

type Fields = Partial<Record<string, string>>;

const config: RouteConfig = { write: false, secret: true };

/**
 * Server-to-server OAuth: `POST /oauth/token` with Basic client id and secret; the grant's fields come
 * in the form body or in the query. https://developers.zoom.us/docs/internal-apps/s2s-oauth/
 */
export function registerOAuth(app: FastifyInstance, world: ZoomWorld, tokens: TokenStore): void {
	app.post<{ Body: Fields | undefined; Querystring: Fields }>(
		'/oauth/token',
		{ config },
		async (request, reply) => {
			const fields: Fields = { ...request.query, ...request.body };
			const refuse = (reason: string, error: string) => reply.code(400).send({ reason, error });

			const expected = `${world.clientId}:${world.clientSecret}`;
			if (basic(request.headers.authorization) !== expected) {
				return refuse('Invalid client_id or client_secret', 'invalid_client');
			}
			if (fields.grant_type !== 'account_credentials') {
				return refuse('unsupported grant type', 'unsupported_grant_type');
			}
			if (fields.account_id !== world.accountId) return refuse('Bad Request', 'invalid_request');

			const { token, expiresInSeconds } = tokens.issue(world.scopes);
			return {
				access_token: token,
				token_type: 'bearer',
				expires_in: expiresInSeconds,
				scope: world.scopes.join(' '),
				api_url: `http://${request.host}/zoom`,
			};
		},
	);
}

function basic(header: string | undefined): string | undefined {
	const encoded = /^Basic (.+)$/i.exec(header ?? '')?.[1];
	return encoded === undefined ? undefined : Buffer.from(encoded, 'base64').toString('utf8');
}
