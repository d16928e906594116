/**
 * Where HubSpot's APIs live: one dated version per API, so that a new one is a change in one place.
 * https://developers.hubspot.com/docs/developer-tooling/platform/versioning
 */
export const PATHS = {
	contacts: '/crm/objects/2026-09/contacts',
	properties: '/crm/properties/2026-09/contacts',
	marketingEvents: '/marketing/marketing-events/2026-09',
	owners: '/crm/owners/2026-09',
	/** No 2026-09 version of the users API has been published. */
	users: '/settings/users/2026-03',
} as const;

/**
 * A path below one of HubSpot's APIs; every segment is percent-encoded, so no id can leave it.
 * @throws RangeError for segments that would change the path: empty ones and dots
 */
export function pathOf(api: keyof typeof PATHS, ...segments: string[]): string {
	if (segments.some((segment) => /^\.{0,2}$/.test(segment))) {
		throw new RangeError('Not a path segment');
	}
	return [PATHS[api], ...segments.map(encodeURIComponent)].join('/');
}
