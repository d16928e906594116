import { inBatches } from '../../../shared/transport/batch';
import { unless } from '../../../shared/transport/unless';
import type { AdobeClient } from '../request';
import { allRows, rowsOf, type RowsRequest } from '../rows';
import { isHidden } from '../told';
import { attributeOf, childOf, type XmlElement } from '../../xml/element';

/** Ids in one filter; their names and values are a form of some 6 kB. */
const IDS_AT_ONCE = 200;

/**
 * Users, guests and groups that have one of the permissions.
 * @param permissions `view`, `mini-host`, `host`, `pending`, `denied`
 * @param among only these people, up to 200; a login is mostly an address, but not always
 * https://helpx.adobe.com/adobe-connect/webservices/permissions-info.html
 */
export function principalsWith(
	client: AdobeClient,
	aclId: string,
	permissions: readonly string[],
	what: string,
	among?: { by: 'login' | 'principal-id'; values: readonly string[] },
): AsyncGenerator<XmlElement, void, undefined> {
	return rowsOf(client, {
		action: 'permissions-info',
		parameters: [
			['acl-id', aclId],
			...permissions.map((permission) => ['filter-permission-id', permission] as const),
			...(among?.values.map((value) => [`filter-${among.by}`, value] as const) ?? []),
		],
		path: ['permissions', 'principal'],
		sortBy: 'principal-id',
		what,
	});
}

/**
 * Addresses by principal-id, of those who have one. Lists of principals leave guests out, which
 * report-bulk-users has.
 * https://helpx.adobe.com/adobe-connect/webservices/principal-list.html
 */
export async function addressesOf(
	client: AdobeClient,
	principalIds: readonly string[],
): Promise<Map<string, string>> {
	const found = new Map<string, string>();
	const lists: Array<Pick<RowsRequest, 'action' | 'path'>> = [
		{ action: 'principal-list', path: ['principal-list', 'principal'] },
		{ action: 'report-bulk-users', path: ['report-bulk-users', 'row'] },
	];
	for (const list of lists) {
		const missing = principalIds.filter((id) => !found.has(id));
		for (const ids of inBatches(missing, IDS_AT_ONCE)) {
			const rows = await unless(isHidden, read(client, list, ids));
			// Not for this user to see; the other list may be.
			if (rows === undefined) break;
			for (const row of rows) {
				const email = childOf(row, 'email').text;
				if (email !== '') found.set(attributeOf(row, 'principal-id'), email);
			}
		}
	}
	return found;
}

async function read(
	client: AdobeClient,
	list: Pick<RowsRequest, 'action' | 'path'>,
	ids: readonly string[],
): Promise<XmlElement[]> {
	return await allRows(
		rowsOf(client, {
			...list,
			parameters: ids.map((id) => ['filter-principal-id', id] as const),
			sortBy: 'principal-id',
			what: 'the addresses of people',
		}),
	);
}
