import type { FastifyRequest } from 'fastify';

/** Parameters of the query and of a form body, in the order in which they were sent. */
export function paramsOf(request: FastifyRequest): Record<string, string[]> {
	const params: Record<string, string[]> = {};
	for (const source of [request.query, request.body]) {
		if (typeof source !== 'object' || source === null) continue;
		for (const [name, value] of Object.entries(source)) {
			const values = Array.isArray(value) ? value.map(String) : [String(value)];
			params[name] = [...(params[name] ?? []), ...values];
		}
	}
	return params;
}

/** The parameter `session` goes before the cookie. */
export function sessionOf(
	request: FastifyRequest,
	params: Record<string, string[]>,
): string | null {
	const [given] = params.session ?? [];
	if (given) return given;
	const cookie = request.headers.cookie?.match(/(?:^|;\s*)BREEZESESSION=([^;]+)/);
	return cookie?.[1] ?? null;
}
