/**
 * HubSpot serves every API under a numbered path and under dated ones; one handler answers all.
 * https://developers.hubspot.com/docs/developer-tooling/platform/versioning
 */
const DATED = ['2026-03', '2026-09'];

type PathsOf = (rest: string) => string[];

function family(legacy: string, dated: (version: string) => string, versions = DATED): PathsOf {
	const roots = [legacy, ...versions.map(dated)];
	return (rest) => roots.map((root) => `${root}${rest}`);
}

export const accountPaths = family('/account-info/v3', (version) => `/account-info/${version}`);

const contactsByName = family(
	'/crm/v3/objects/contacts',
	(version) => `/crm/objects/${version}/contacts`,
);
const contactsByTypeId = family('/crm/v3/objects/0-1', (version) => `/crm/objects/${version}/0-1`);

/** Contacts answer under their name and under their type id. */
export const contactPaths: PathsOf = (rest) => [...contactsByName(rest), ...contactsByTypeId(rest)];

export const propertyPaths = family(
	'/crm/v3/properties/:objectType',
	(version) => `/crm/properties/${version}/:objectType`,
);

export const ownerPaths = family('/crm/v3/owners', (version) => `/crm/owners/${version}`);

/** HubSpot has published no 2026-09 version of the users API. */
export const userPaths = family('/settings/v3/users', (version) => `/settings/users/${version}`, [
	'2026-03',
]);

export const marketingEventPaths = family(
	'/marketing/v3/marketing-events',
	(version) => `/marketing/marketing-events/${version}`,
);
