import type { AdobeClient } from '../request';
import { attributeOf, childOf } from '../../xml/element';

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
