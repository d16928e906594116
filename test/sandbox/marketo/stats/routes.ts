import type { Route } from '../http/router';
import type { Usage } from './usage';

/** https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/usage */
export function statsRoutes(usage: Usage): Route[] {
	const get = (path: string, result: () => unknown[]): Route => ({
		method: 'GET',
		path: `/rest/v1/stats/${path}.json`,
		write: false,
		permissions: [],
		handle: () => ({ result: result() }),
	});
	return [
		get('usage', () => usage.usageOf(1)),
		get('usage/last7days', () => usage.usageOf(7)),
		get('errors', () => usage.errorsOf(1)),
		get('errors/last7days', () => usage.errorsOf(7)),
	];
}
