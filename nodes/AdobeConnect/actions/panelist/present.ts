import { isValidEmail, normaliseEmail } from '../../../shared/model/email';
import { toPermitted, type Permitted } from '../../mapping/permitted';
import { PRESENTING, toPresenters, type Presenter } from '../../mapping/presenter';
import { addressesOf, principalsWith } from '../../transport/endpoints/people';
import type { AdobeClient } from '../../transport/request';
import type { FoundWebinar } from '../webinars/find';

/** Who presents at a webinar. */
export interface Presenting {
	presenters: Presenter[];
	/** By sco-id of the room and, of events, of the event: permission by principal-id. */
	permissions: Map<string, Map<string, string>>;
}

/** Presenters are presenters of the room, and those of an event of the event as well. */
export function aclsOf({ aclId, roomId }: FoundWebinar): string[] {
	return [...new Set([roomId, aclId])].filter((id) => id !== '');
}

/** Reads who presents, hosts included. @throws VendorError */
export async function readPresenting(
	client: AdobeClient,
	found: FoundWebinar,
): Promise<Presenting> {
	const all: Permitted[] = [];
	const permissions: Presenting['permissions'] = new Map();
	for (const aclId of aclsOf(found)) {
		const rows = principalsWith(client, aclId, PRESENTING, 'the list of presenters');
		const own = new Map<string, string>();
		for await (const row of rows) {
			const one = toPermitted(row);
			if (one === undefined || !PRESENTING.includes(one.permission)) continue;
			own.set(one.principalId, one.permission);
			all.push(one);
		}
		permissions.set(aclId, own);
	}
	// People whose login is no address have one in the account.
	const nameless = all.filter(({ login }) => !isValidEmail(normaliseEmail(login)));
	const ids = [...new Set(nameless.map(({ principalId }) => principalId))];
	const emails = await addressesOf(client, ids);
	return { presenters: toPresenters(all, emails, found.webinar.joinUrl), permissions };
}
