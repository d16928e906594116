import type { Route } from './http/router';
import type { MarketoState } from './state/marketoState';
import { statsRoutes } from './stats/routes';
import type { Usage } from './stats/usage';

/** All of the REST API; the identity service stands apart, it needs no token. */
export function allRoutes(_state: MarketoState, usage: Usage): Route[] {
	return [...statsRoutes(usage)];
}
