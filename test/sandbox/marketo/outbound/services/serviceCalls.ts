import { request, type OutboundAnswer } from '../http';
import type { ApiKeyScheme } from './securityRules';

/** Nobody has published how long Marketo waits for a service. */
const TIMEOUT_MS = 30_000;

/** Calls a service below its base address, with its key. */
export interface ServiceCaller {
	get(path: string): Promise<OutboundAnswer>;
	post(path: string, body: unknown, headers?: Record<string, string>): Promise<OutboundAnswer>;
}

export function serviceCaller(
	baseUrl: string,
	scheme: ApiKeyScheme,
	apiKey: string,
	signal: AbortSignal,
): ServiceCaller {
	const url = (path: string): string => {
		const address = new URL(baseUrl + path);
		if (scheme.in === 'query') address.searchParams.set(scheme.name, apiKey);
		return address.href;
	};
	const signed: Record<string, string> = scheme.in === 'header' ? { [scheme.name]: apiKey } : {};
	const common = { timeoutMs: TIMEOUT_MS, signal };
	return {
		get: (path) => request({ ...common, method: 'GET', url: url(path), headers: signed }),
		post: (path, body, headers = {}) =>
			request({
				...common,
				method: 'POST',
				url: url(path),
				headers: { ...headers, ...signed, 'content-type': 'application/json' },
				body: JSON.stringify(body),
			}),
	};
}
