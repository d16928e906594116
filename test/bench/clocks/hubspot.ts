import { sync } from '../../engine/hubspot/support';
import type { Clock } from './clock';
import { half, HUBSPOT } from './limits';

/** Whose last calls are few, so that hardly anything but the quota decides. */
const SIZES = { alone: 17_200, beside: 10_400 };

/** *Sync attendance* to HubSpot for the first time, alone and beside another client. */
export const HUBSPOT_CLOCKS = [false, true].map((beside): Clock => {
	const registrants = beside ? SIZES.beside : SIZES.alone;
	const limit = beside ? half(HUBSPOT) : HUBSPOT;
	return {
		what: `Sync attendance to HubSpot, ${registrants.toLocaleString('en')} registrants`,
		vendor: 'hubspot',
		registrants,
		beside,
		quota: "HubSpot's quota",
		run: async ({ hubspot, items }) => await sync({ hubspot }, items),
		expected: ({ people }) => ({ people, refused: 0 }),
		calls: ({ floor }) => floor.hubspot,
		limit,
	};
});
