import type { AdobePrincipal, AdobeRegistrant } from '../sandbox/adobeConnect/world';
import type { ZoomRegistrantRow } from '../sandbox/world';
import type { StoryPerson } from './contract';

const FIRST_PRINCIPAL = 200_001;

/** The user of the nodes. Obviously fake. */
export const ADOBE_USER: AdobePrincipal = {
	id: '200000',
	type: 'user',
	login: 'n8n@adobe.example.com',
	email: 'n8n@adobe.example.com',
	firstName: 'n8n',
	lastName: 'Automation',
	password: 'fakeAdobeConnectPassword',
	groups: ['admins', 'live-admins', 'seminar-admins', 'event-admins'],
};

/** Everybody with an address is a principal: registrants as guests, the others as users. */
export class AdobePeople {
	private readonly byAddress = new Map<string, AdobePrincipal>();

	get principals(): AdobePrincipal[] {
		return [ADOBE_USER, ...this.byAddress.values()];
	}

	/** Undefined for people of whom nobody knows the address. */
	of(person: StoryPerson): AdobePrincipal | undefined {
		if (person.email === '') return undefined;
		const { typedEmail, email, firstName, lastName, kind } = person;
		const type = kind === 'registrant' ? 'guest' : 'user';
		const groups = kind === 'host' ? { groups: ['live-admins' as const] } : {};
		return this.take(email, { login: typedEmail.trim(), firstName, lastName, type, ...groups });
	}

	/** Somebody outside the story, waiting for approval or refused. */
	outsider({ email, first_name, last_name }: ZoomRegistrantRow): AdobePrincipal {
		const login = email.trim();
		const names = { firstName: first_name, lastName: last_name };
		return this.take(login.toLowerCase(), { login, ...names, type: 'guest' });
	}

	private take(address: string, facts: Omit<AdobePrincipal, 'id' | 'email'>): AdobePrincipal {
		const known = this.byAddress.get(address);
		if (known) return known;
		const id = String(FIRST_PRINCIPAL + this.byAddress.size);
		const principal = { ...facts, id, email: facts.login };
		this.byAddress.set(address, principal);
		return principal;
	}
}

/** Of an event; who has withdrawn is none any more. */
export function eventRegistrants(
	people: AdobePeople,
	story: readonly StoryPerson[],
	rows: readonly ZoomRegistrantRow[],
): AdobeRegistrant[] {
	const approved = story.flatMap((person): AdobeRegistrant[] => {
		const principal = people.of(person);
		if (person.registeredAt === null || principal === undefined) return [];
		const { id: principalId } = principal;
		const registeredAt = person.registeredAt;
		return [{ principalId, permission: 'view', registeredAt, answers: {} }];
	});
	const others = rows.flatMap((row): AdobeRegistrant[] => {
		if (row.status !== 'pending' && row.status !== 'denied') return [];
		const { id: principalId } = people.outsider(row);
		const registeredAt = row.create_time;
		return [{ principalId, permission: row.status, registeredAt, answers: {} }];
	});
	return [...approved, ...others];
}
