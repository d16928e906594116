import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { TokenStore } from '../identity/tokens';
import type { Kernel } from '../../kernel/kernel';
import { HttpError, standardError } from './errors';
import type { Usage } from '../stats/usage';
import type { CallLimits } from './limits';

declare module 'fastify' {
	interface FastifyContextConfig {
		/** Of the identity service: no token, no limits. */
		marketoOpen?: boolean;
	}
	interface FastifyRequest {
		/** Counts among the calls that run at the same time. */
		marketoRunning: boolean;
	}
}

const MAX_URI_BYTES = 8 * 1024;

/** Before every handler: the URI, the token, the limits. */
export function guard(
	app: FastifyInstance,
	parts: {
		kernel: Kernel;
		tokens: TokenStore;
		limits: CallLimits;
		usage: Usage;
		answerDelayMs: () => number;
	},
): void {
	const { kernel, tokens, limits } = parts;
	app.decorateRequest('marketoRunning', false);
	const leave = (request: FastifyRequest): void => {
		if (request.marketoRunning) limits.release();
		request.marketoRunning = false;
	};
	app.addHook('onRequest', async (request, reply) => {
		if (Buffer.byteLength(request.raw.url ?? '') > MAX_URI_BYTES) {
			throw new HttpError(414, 'Request-URI Too Long');
		}
		if (request.is404 || request.routeOptions.config.marketoOpen === true) return;
		tokens.check(request.headers.authorization, request.query);
		parts.usage.countCall();
		if (!kernel.limits) return;
		const refusal = limits.take(kernel.now());
		if (refusal !== null) throw standardError(refusal);
		request.marketoRunning = true;
		// For connections that break; an answer leaves by onSend below.
		reply.raw.once('close', () => leave(request));
	});
	app.addHook('preHandler', async () => {
		const delay = parts.answerDelayMs();
		if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
	});
	app.addHook('onSend', async (request, _reply, payload) => {
		leave(request);
		return payload;
	});
}
