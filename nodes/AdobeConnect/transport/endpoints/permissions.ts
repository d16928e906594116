import type { AdobeClient } from '../request';
import { attributeOf, childOf } from '../../xml/element';

/**
 * What somebody may do: `view` = participant, or approved registrant of an event; `pending`, `denied`;
 * `mini-host` = presenter; `remove` takes every permission away.
 * https://helpx.adobe.com/adobe-connect/webservices/permissions-update.html
 */
export type Permission = 'view' | 'pending' | 'denied' | 'mini-host' | 'host' | 'remove';

/** How many people one call of permissions-update is given; more work, and are not asked for. */
export const PERMISSIONS_AT_ONCE = 200;

/**
 * What the public may do in a room: `view-hidden`, `remove` or `denied`; empty when nothing is set.
 * https://helpx.adobe.com/adobe-connect/webservices/permissions-info.html
 */
export async function getPublicAccess(
	client: AdobeClient,
	aclId: string,
	what: string,
): Promise<string> {
	const answer = await client.call({
		action: 'permissions-info',
		parameters: [
			['acl-id', aclId],
			['principal-id', 'public-access'],
		],
		what,
	});
	// One principal comes as an element of its own, or in the list.
	const one = childOf(answer, 'permission');
	const listed = childOf(answer, 'permissions', 'principal');
	return attributeOf(one, 'permission-id') || attributeOf(listed, 'permission-id');
}

/**
 * Gives up to 200 people a permission on an event or a room. The answer is `ok` also where some of several
 * people got nothing, so it has to be read back.
 * https://helpx.adobe.com/adobe-connect/webservices/permissions-update.html
 */
export async function setPermissions(
	client: AdobeClient,
	aclId: string,
	people: ReadonlyArray<{ principalId: string; permission: Permission }>,
	what: string,
): Promise<void> {
	await client.call({
		action: 'permissions-update',
		parameters: people.flatMap(
			({ principalId, permission }) =>
				[
					['acl-id', aclId],
					['principal-id', principalId],
					['permission-id', permission],
				] as const,
		),
		write: 'setPermission',
		what,
	});
}
