import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { matches } from '../../shared/node/listSearch';
import { asText } from '../../shared/transport/json';
import { unless } from '../../shared/transport/unless';
import { ME } from '../descriptions/hostLocator';
import { chosenCredential } from '../transport/credential';
import { getUsers } from '../transport/endpoints/users';
import { isForbidden } from '../transport/permitted';

const MYSELF = { name: 'Me (User Who Signed In)', value: ME };

/**
 * Active users of the account, by name and address. With OAuth2 whoever signed in comes first, and
 * alone where the app may not list users.
 */
export async function hosts(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const asUser = chosenCredential(this.getNode()) === 'zoomWebinarOAuth2Api';
	const users = asUser ? ((await unless(isForbidden, getUsers(this))) ?? []) : await getUsers(this);
	const listed = users.map((user) => {
		const email = asText(user.email);
		const name = `${asText(user.first_name)} ${asText(user.last_name)}`.trim();
		return { name: name === '' ? email : `${name} (${email})`, value: email };
	});
	const offered = asUser ? [MYSELF, ...listed] : listed;
	return { results: offered.filter((host) => matches(host, filter)) };
}
