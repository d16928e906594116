import { customTypeRoutes } from './activities/customTypeRoutes';
import { externalActivityRoutes } from './activities/externalRoutes';
import { activityReadRoutes } from './activities/readRoutes';
import { exportRoutes } from './bulk/exportRoutes';
import { importRoutes } from './bulk/importRoutes';
import { smartCampaignRoutes } from './campaigns/assetRoutes';
import { campaignRequestRoutes } from './campaigns/requestRoutes';
import type { Route } from './http/router';
import { leadPushRoutes } from './leads/pushRoutes';
import { leadReadRoutes } from './leads/readRoutes';
import { leadWriteRoutes } from './leads/writeRoutes';
import { memberReadRoutes } from './members/readRoutes';
import { memberWriteRoutes } from './members/writeRoutes';
import { membershipRoutes } from './members/membershipRoutes';
import { programReadRoutes } from './programs/readRoutes';
import { tokenRoutes } from './programs/tokenRoutes';
import { programWriteRoutes } from './programs/writeRoutes';
import { fieldRoutes } from './schema/fieldRoutes';
import { leadSchema, memberSchema } from './schema/parts';
import type { MarketoState } from './state/marketoState';
import { statsRoutes } from './stats/routes';
import type { Usage } from './stats/usage';

/** All of the REST API; the identity service stands apart, it needs no token. */
export function allRoutes(state: MarketoState, usage: Usage): Route[] {
	return [
		...leadReadRoutes(state),
		...leadWriteRoutes(state),
		...leadPushRoutes(state),
		...fieldRoutes(leadSchema(state)),
		...fieldRoutes(memberSchema(state)),
		...memberReadRoutes(state),
		...memberWriteRoutes(state),
		...membershipRoutes(state),
		...programReadRoutes(state),
		...programWriteRoutes(state),
		...tokenRoutes(state),
		...campaignRequestRoutes(state),
		...smartCampaignRoutes(state),
		...activityReadRoutes(state),
		...customTypeRoutes(state),
		...externalActivityRoutes(state),
		...exportRoutes(state),
		...importRoutes(state),
		...statsRoutes(usage),
	];
}
