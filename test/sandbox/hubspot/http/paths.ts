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

/** CRM objects answer under their name and under their type id. */
export function objectPaths(name: string, typeId: string): PathsOf {
	const [byName, byTypeId] = [name, typeId].map((type) =>
		family(`/crm/v3/objects/${type}`, (version) => `/crm/objects/${version}/${type}`),
	);
	return (rest) => [...byName(rest), ...byTypeId(rest)];
}

/** Any object type at all. */
export const anyObjectPaths = family(
	'/crm/v3/objects/:objectType',
	(version) => `/crm/objects/${version}/:objectType`,
);

export const contactPaths = objectPaths('contacts', '0-1');

/** Associations of one record stand below the record's own path; their numbered version is 4. */
export const associationPaths = family(
	'/crm/v4/objects/:fromType/:fromId/associations',
	(version) => `/crm/objects/${version}/:fromType/:fromId/associations`,
);

export const associationBatchPaths = family(
	'/crm/v4/associations/:fromType/:toType/batch',
	(version) => `/crm/associations/${version}/:fromType/:toType/batch`,
);

/** HubSpot has published no 2026-09 version of uploads and single files. */
export const filePaths = family('/files/v3/files', (version) => `/files/${version}/files`, [
	'2026-03',
]);

/** Imports and search are the part of the files API that 2026-09 has. */
export const fileImportPaths = family('/files/v3/files', (version) => `/files/${version}/files`);

export const transcriptPaths = family(
	'/crm/v3/extensions/calling/transcripts',
	(version) => `/crm/extensions/calling/${version}/transcripts`,
);

export const listPaths = family('/crm/v3/lists', (version) => `/crm/lists/${version}`);

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
