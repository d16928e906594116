import { normaliseEmail } from '../../shared/model/email';
import { ParameterError } from '../../shared/node/errors';
import { unless } from '../../shared/transport/unless';
import { VendorError } from '../../shared/transport/vendorError';
import { PAGE_SIZE } from './limits';
import { allPages } from './pages';
import type { HubSpotClient } from './request';
import { pathOf } from './versions';

/**
 * Addresses of everybody who signs in to the HubSpot account, lower case. Without the scope for
 * users the owners stand in: nearly the same people.
 * https://developers.hubspot.com/docs/api-reference/settings-user-provisioning-v3/guide
 * @throws ParameterError when the key may read neither
 */
export async function readAccountUsers(client: HubSpotClient): Promise<Set<string>> {
	const users = await addresses(client, 'users');
	if (users !== undefined) return users;
	const owners = await addresses(client, 'owners');
	if (owners !== undefined) return owners;
	throw new ParameterError(
		'The service key may not read the users of the HubSpot account (scope settings.users.read)',
		'Add the scope settings.users.read to the key under Development → Keys → Service Keys in HubSpot, or turn off the option Exclude Account Users',
	);
}

/** undefined when the scope is missing. */
async function addresses(
	client: HubSpotClient,
	list: 'users' | 'owners',
): Promise<Set<string> | undefined> {
	const isForbidden = (error: unknown) =>
		error instanceof VendorError && error.details.status === 403;
	return await unless(isForbidden, readAddresses(client, list));
}

async function readAddresses(
	client: HubSpotClient,
	list: 'users' | 'owners',
): Promise<Set<string>> {
	const found = new Set<string>();
	const request = {
		path: pathOf(list),
		query: { limit: PAGE_SIZE[list] },
		what: `to list the ${list}`,
	} as const;
	for await (const { email } of allPages(client, request)) {
		const address = normaliseEmail(email);
		if (address !== '') found.add(address);
	}
	return found;
}
