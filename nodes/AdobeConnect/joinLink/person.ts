import { normaliseEmail } from '../../shared/model/email';
import type { Registrant } from '../../shared/model/registrant';
import { unless } from '../../shared/transport/unless';
import type { FoundWebinar } from '../actions/webinars/find';
import { statusOfPermission, toPermitted } from '../mapping/permitted';
import { principalsWith } from '../transport/endpoints/people';
import { getPrincipalInfo } from '../transport/endpoints/principalInfo';
import type { AdobeClient } from '../transport/request';
import { isHidden } from '../transport/told';
import { childOf, NOTHING } from '../xml/element';

/** Whose link it is. */
export interface LinkPerson {
	login: string;
	email: string;
	firstName: string;
	lastName: string;
	/** null = is not registered any more. */
	registrant: Registrant | null;
}

/** The person behind a link, as Adobe Connect knows them now; all empty for one who was deleted. */
export async function readPerson(
	client: AdobeClient,
	{ aclId, webinar }: FoundWebinar,
	principalId: string,
): Promise<LinkPerson> {
	const info = (await unless(isHidden, getPrincipalInfo(client, principalId))) ?? NOTHING;
	const contact = childOf(info, 'contact');
	const login = childOf(info, 'principal', 'login').text;
	const person = {
		email: normaliseEmail(childOf(contact, 'email').text || login),
		firstName: childOf(contact, 'first-name').text,
		lastName: childOf(contact, 'last-name').text,
	};
	const status = await readStatus(client, aclId, principalId);
	const registrant = status && {
		registrantId: principalId,
		...person,
		status,
		registeredAt: null,
		joinUrl: webinar.joinUrl,
		joinUrlIsPersonal: false,
	};
	return { login, ...person, registrant: registrant ?? null };
}

async function readStatus(client: AdobeClient, aclId: string, principalId: string) {
	const among = { by: 'principal-id' as const, values: [principalId] };
	const wanted = ['view', 'pending', 'denied'];
	for await (const row of principalsWith(client, aclId, wanted, 'the registration', among)) {
		const permitted = toPermitted(row);
		if (permitted?.principalId === principalId) return statusOfPermission(permitted.permission);
	}
	return undefined;
}
