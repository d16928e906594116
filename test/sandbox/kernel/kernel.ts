import type {} from 'fastify';

/** What every vendor of the sandbox is given. Books and faults are Fastify hooks around it (hooks.ts). */
export interface Kernel {
	/** Sandbox time in epoch milliseconds: the world's `now`, running on with the real clock, plus jumps. */
	now(): number;
	/** Enforce the vendors' limits. */
	limits: boolean;
}

/**
 * Route option that every vendor route carries: `config: { write: true }` for calls that change the
 * vendor's state, so that the books can tell "not one write call". Reads by POST are not writes.
 */
export interface RouteConfig {
	write: boolean;
	/** Token requests: neither body nor answer goes into the books. */
	secret?: boolean;
}

declare module 'fastify' {
	interface FastifyContextConfig {
		write?: RouteConfig['write'];
		secret?: RouteConfig['secret'];
	}
}
