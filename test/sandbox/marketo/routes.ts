import type { Route } from './http/router';
import { leadReadRoutes } from './leads/readRoutes';
import { leadWriteRoutes } from './leads/writeRoutes';
import { memberReadRoutes } from './members/readRoutes';
import { memberWriteRoutes } from './members/writeRoutes';
import { membershipRoutes } from './members/membershipRoutes';
import { programReadRoutes } from './programs/readRoutes';
import { tokenRoutes } from './programs/tokenRoutes';
import { programWriteRoutes } from './programs/writeRoutes';
import type { MarketoState } from './state/marketoState';
import { statsRoutes } from './stats/routes';
import type { Usage } from './stats/usage';

/** All of the REST API; the identity service stands apart, it needs no token. */
export function allRoutes(state: MarketoState, usage: Usage): Route[] {
	return [
		...leadReadRoutes(state),
		...leadWriteRoutes(state),
		...memberReadRoutes(state),
		...memberWriteRoutes(state),
		...membershipRoutes(state),
		...programReadRoutes(state),
		...programWriteRoutes(state),
		...tokenRoutes(state),
		...statsRoutes(usage),
	];
}
