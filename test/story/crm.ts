import type { HubSpotContactState, HubSpotUser, HubSpotWorld } from '../sandbox/world';
import type { Cast, Identity } from './people';
import type { Random } from './random';
import { DAY, iso } from './time';

/** Scopes that the marketing-event sync needs: https://developers.hubspot.com/docs/api/scopes */
export const HUBSPOT_SCOPES = [
	'oauth',
	'crm.objects.contacts.read',
	'crm.objects.contacts.write',
	'crm.schemas.contacts.read',
	'crm.schemas.contacts.write',
	'crm.objects.marketing_events.read',
	'crm.objects.marketing_events.write',
	'crm.objects.owners.read',
	'settings.users.read',
	'files',
];

/** The portal before the run, derived from what the story says of its people. */
export function hubSpotWorld(
	cast: Cast,
	random: Random,
	now: number,
	colleagues: readonly Identity[],
): HubSpotWorld {
	const people = cast.identities.filter(({ email }) => email !== '');
	const contacts = people.flatMap((person) => contactOf(person, random, now));
	const bystanders = 20 + Math.floor(people.length / 50);
	for (let index = 1; index <= bystanders; index++) {
		contacts.push(
			contact(cast.nextContactId(), `bystander${index}@customer.example.com`, {
				firstname: 'Bystander',
				lastname: `No. ${index}`,
			}),
		);
	}
	const users = people.filter(
		(person) => person.crm === 'accountUser' || colleagues.includes(person),
	);
	return {
		portalId: 14_000_000 + random.int(1, 999_999),
		serviceKey: 'pat-na1-00000000-fake-fake-fake-000000000000',
		scopes: [...HUBSPOT_SCOPES],
		tier: 'enterprise',
		users: users.map(userOf),
		contacts: random.shuffle(contacts),
		properties: [
			{
				name: 'favourite_colour',
				label: 'Favourite colour',
				type: 'string',
				fieldType: 'text',
				groupName: 'contactinformation',
			},
		],
	};
}

function contactOf(person: Identity, random: Random, now: number): HubSpotContactState[] {
	const { contactId, email } = person;
	if (contactId === undefined) return [];
	const name = { firstname: person.firstName, lastname: person.lastName };
	switch (person.crm) {
		case 'secondary':
			return [
				{
					...contact(contactId, `primary-of-${person.key}@customer.example.com`, name),
					additionalEmails: [email],
				},
			];
		case 'deleted':
			return [
				{
					...contact(contactId, email, name),
					archivedAt: iso(now - random.int(1, 80) * DAY),
				},
			];
		default:
			return [contact(contactId, email, { ...name, favourite_colour: 'green' })];
	}
}

function contact(
	id: string,
	email: string,
	properties: Record<string, string>,
): HubSpotContactState {
	return { id, email, additionalEmails: [], properties };
}

function userOf(person: Identity, index: number): HubSpotUser {
	const { email, firstName, lastName } = person;
	return { id: String(500_001 + index), email, firstName, lastName };
}
