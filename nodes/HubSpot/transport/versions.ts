/**
 * Where HubSpot's APIs live: one dated version per API, so that a new one is a change in one place,
 * and the numbered path that an account still answers where it does not know the date yet.
 * https://developers.hubspot.com/docs/developer-tooling/platform/versioning
 */
const PATHS = {
	contacts: { dated: '/crm/objects/2026-09/contacts', legacy: '/crm/v3/objects/contacts' },
	calls: { dated: '/crm/objects/2026-09/calls', legacy: '/crm/v3/objects/calls' },
	notes: { dated: '/crm/objects/2026-09/notes', legacy: '/crm/v3/objects/notes' },
	associations: { dated: '/crm/associations/2026-09', legacy: '/crm/v4/associations' },
	properties: {
		dated: '/crm/properties/2026-09/contacts',
		legacy: '/crm/v3/properties/contacts',
	},
	/** By the type id of marketing events: HubSpot documents no name for them here. */
	eventProperties: { dated: '/crm/properties/2026-09/0-54', legacy: '/crm/v3/properties/0-54' },
	marketingEvents: {
		dated: '/marketing/marketing-events/2026-09',
		legacy: '/marketing/v3/marketing-events',
	},
	owners: { dated: '/crm/owners/2026-09', legacy: '/crm/v3/owners' },
	/** No 2026-09 version of the users API has been published. */
	users: { dated: '/settings/users/2026-03', legacy: '/settings/v3/users' },
	/** The 2026-09 version has no upload. */
	files: { dated: '/files/2026-03/files', legacy: '/files/v3/files' },
	transcripts: {
		dated: '/crm/extensions/calling/2026-03/transcripts',
		legacy: '/crm/v3/extensions/calling/transcripts',
	},
	callbacks: {
		dated: '/automation/actions/callbacks/2026-09',
		legacy: '/automation/v4/actions/callbacks',
	},
	account: { dated: '/account-info/2026-09/details', legacy: '/account-info/v3/details' },
} as const;

export type Api = keyof typeof PATHS;

/**
 * A path below one of HubSpot's APIs; every segment is percent-encoded, so no id can leave it.
 * @throws RangeError for segments that would change the path: empty ones and dots
 */
export function pathOf(api: Api, ...segments: string[]): string {
	if (segments.some((segment) => /^\.{0,2}$/.test(segment))) {
		throw new RangeError('Not a path segment');
	}
	return [PATHS[api].dated, ...segments.map(encodeURIComponent)].join('/');
}

/** The numbered root of the API that the dated path belongs to, and its dated root. */
export function versionsOf(path: string): { dated: string; legacy: string } | undefined {
	return Object.values(PATHS).find(
		({ dated }) => path === dated || path.startsWith(`${dated}/`) || path.startsWith(`${dated}?`),
	);
}
