import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isRecord } from '../http/input';
import type { MarketoWorld } from '../world';
import type { TokenStore } from './tokens';

/**
 * The token endpoint. Errors are the only ones of Marketo with a status (401); their body is not published,
 * it is played in the usual form of OAuth 2.0.
 * https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/authentication
 */
export function identityRoutes(
	app: FastifyInstance,
	world: MarketoWorld,
	tokens: TokenStore,
): void {
	const config = { write: false, secret: true, marketoOpen: true };
	const handler = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
		const given = { ...fieldsOf(request.query), ...fieldsOf(request.body) };
		if (given.grant_type !== 'client_credentials') {
			return reply.code(401).send({
				error: 'unsupported_grant_type',
				error_description: `Unsupported grant type: ${String(given.grant_type)}`,
			});
		}
		if (given.client_id !== world.clientId) {
			return reply.code(401).send({
				error: 'unauthorized',
				error_description: `No client with requested id: ${String(given.client_id)}`,
			});
		}
		if (given.client_secret !== world.clientSecret) {
			return reply
				.code(401)
				.send({ error: 'invalid_client', error_description: 'Bad client credentials' });
		}
		const { value, expiresIn } = tokens.issue();
		return reply.send({
			access_token: value,
			token_type: 'bearer',
			expires_in: expiresIn,
			scope: world.apiUser ?? 'n8n-api@webinars.example.com',
		});
	};
	app.route({ method: ['GET', 'POST'], url: '/identity/oauth/token', config, handler });
}

function fieldsOf(value: unknown): Record<string, unknown> {
	return isRecord(value) ? value : {};
}
