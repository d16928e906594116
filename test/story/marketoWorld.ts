import type { MarketoLeadState, MarketoMemberState, MarketoWorld } from '../sandbox/marketo/world';
import type { StorySession } from './contract';
import {
	CAMPAIGNS,
	CHANNELS,
	MARKETO_PERMISSIONS,
	MARKETO_PROGRAMS,
	programs,
} from './marketoSettings';
import type { Cast, Identity } from './people';
import type { Random } from './random';
import { DAY, iso } from './time';

const FIRST_LEAD = 318_001;
const FIRST_MEMBER = 1127;
/** Every so many known people have two leads with one address. */
const DUPLICATE_EVERY = 15;

/**
 * Marketo before the run: the same people as HubSpot knows. Marketo has no secondary addresses and deletes for
 * good, so those people are absent here.
 */
export function marketoWorld(
	cast: Cast,
	random: Random,
	now: number,
	sessions: { main: StorySession; earlier: StorySession },
): MarketoWorld {
	const created = iso(now - 90 * DAY);
	const known = cast.identities.filter(
		({ email, emailValid, crm, contactId }) =>
			email !== '' &&
			emailValid &&
			(crm === 'known' || (crm === 'accountUser' && contactId !== undefined)),
	);
	const leads: MarketoLeadState[] = [];
	const add = (person: Identity, updatedAt: string): MarketoLeadState => {
		const lead = {
			id: FIRST_LEAD + leads.length,
			fields: {
				email: person.email,
				firstName: person.firstName,
				lastName: person.lastName,
				createdAt: created,
				updatedAt,
			},
		};
		leads.push(lead);
		return lead;
	};
	const leadOf = new Map(known.map((person) => [person.email, add(person, created)]));
	known
		.filter((_, index) => index % DUPLICATE_EVERY === DUPLICATE_EVERY - 1)
		.forEach((person) => add(person, iso(now - 30 * DAY)));
	return {
		munchkinId: '123-ABC-456',
		clientId: '00000000-fake-fake-fake-000000000000',
		clientSecret: 'fakeMarketoSecretfakeMarketoSecr',
		permissions: [...MARKETO_PERMISSIONS],
		channels: structuredClone(CHANNELS),
		programs: programs(created, { main: sessions.main.topic, earlier: sessions.earlier.topic }),
		leads,
		members: members(sessions.main, leadOf, random, now),
		memberFields: { dietaryNeeds: { displayName: 'Dietary Needs', dataType: 'string' } },
		leadFields: { favouriteColour: 'string' },
		campaigns: structuredClone(CAMPAIGNS),
	};
}

/** Half of the known registrants are Registered already, some are only invited, the rest is to come. */
function members(
	main: StorySession,
	leadOf: ReadonlyMap<string, MarketoLeadState>,
	random: Random,
	now: number,
): MarketoMemberState[] {
	const joined = iso(now - 7 * DAY);
	const result: MarketoMemberState[] = [];
	for (const person of main.people) {
		const lead = leadOf.get(person.email);
		if (lead === undefined || person.kind !== 'registrant') continue;
		const draw = random.next();
		if (draw > 0.7) continue;
		result.push({
			id: FIRST_MEMBER + result.length,
			programId: MARKETO_PROGRAMS.main,
			leadId: lead.id,
			statusName: draw < 0.5 ? 'Registered' : 'Invited',
			webinarUrl: null,
			registrationCode: null,
			fields: {},
			membershipDate: joined,
			updatedAt: joined,
		});
	}
	return result;
}
