import type { HubSpotEventState } from '../../sandbox/contract';
import type { HubSpotContactState, HubSpotWorld } from '../../sandbox/world';
import { differences, expectedHubSpot } from '../../truth';
import { BASICS, MAIN } from './smallStory';

const EXPECTED = expectedHubSpot([BASICS, MAIN], { zoomAccountId: 'ACC' });

function contact(id: string, email: string, archivedAt?: string): HubSpotContactState {
	const base = { id, email, additionalEmails: [], properties: { firstname: 'Old' } };
	return archivedAt === undefined ? base : { ...base, archivedAt };
}

const BEFORE: HubSpotContactState[] = [
	contact('1', 'ada@example.com'),
	contact('4', 'dan@example.com'),
	contact('5', 'eve@example.com'),
	contact('6', 'gone@example.com', '2026-11-01T00:00:00Z'),
];

const WORLD: HubSpotWorld = {
	portalId: 1,
	serviceKey: 'pat-na1-fake',
	scopes: [],
	tier: 'enterprise',
	users: [],
	contacts: BEFORE,
	properties: [],
};

interface Portal {
	world: HubSpotWorld;
	contacts: Map<string, HubSpotContactState>;
	events: HubSpotEventState[];
}

/** A portal that holds exactly what is expected, in HubSpot's own words. */
function perfectPortal(): Portal {
	const contacts = new Map(BEFORE.map((each) => [each.id, structuredClone(each)]));
	for (const { email, created, name, properties } of EXPECTED.contacts) {
		if (created) contacts.set(`new ${email}`, contact(`new ${email}`, email));
		const held = [...contacts.values()].find((each) => each.email === email);
		if (!held) throw new Error(`no contact ${email}`);
		Object.assign(held.properties, name);
		for (const [property, value] of Object.entries(properties)) {
			if (value !== null) held.properties[property] = value;
		}
		held.properties.n8n_webinar_history = '{}';
	}
	const idOf = (email: string) =>
		[...contacts.values()].find((each) => each.email === email)?.id ?? 'nobody';
	const events = EXPECTED.events.map((event, index) => ({
		objectId: String(index),
		externalAccountId: event.externalAccountId,
		externalEventId: event.externalEventId,
		fields: {
			eventName: event.eventName,
			eventType: event.eventType,
			eventOrganizer: event.eventOrganizer,
			startDateTime: new Date(event.startDateTime).toISOString(),
			endDateTime: event.endDateTime,
		},
		completed: true,
		cancelled: false,
		activities: event.activities.map(({ email, ...rest }) => ({ contactId: idOf(email), ...rest })),
	}));
	return { world: WORLD, contacts, events };
}

function held(portal: Portal, email: string): HubSpotContactState {
	const found = [...portal.contacts.values()].find((each) => each.email === email);
	if (!found) throw new Error(`no contact ${email}`);
	return found;
}

describe('differences', () => {
	it('finds none in a portal that is exactly as expected', () => {
		expect(differences(EXPECTED, perfectPortal())).toEqual([]);
	});

	it.each<[string, (portal: Portal) => void, RegExp]>([
		['a missing event', (p) => p.events.pop(), /event ACC\/111 is missing/],
		[
			'an event too many',
			(p) => p.events.push({ ...p.events[0], externalEventId: '1' }),
			/unexpected marketing event ACC\/1/,
		],
		['the same event twice', (p) => p.events.push(p.events[0]), /is there twice/],
		['an event not completed', (p) => (p.events[0].completed = false), /is not completed/],
		['a cancelled event', (p) => (p.events[0].cancelled = true), /is cancelled/],
		['another name', (p) => (p.events[0].fields.eventName = 'X'), /eventName: expected "Basics"/],
		[
			'another start',
			(p) => (p.events[1].fields.startDateTime = '2026-11-20T16:00:01Z'),
			/startDateTime: expected/,
		],
		['a lost activity', (p) => p.events[1].activities.pop(), /missing activity .* dan@.* attend/],
		[
			'an activity too many',
			(p) => p.events[1].activities.push({ ...p.events[1].activities[0], interactionDateTime: 1 }),
			/unexpected activity .* ada@example.com register 1 /,
		],
		[
			'an activity of an account user',
			(p) => p.events[1].activities.push({ ...p.events[1].activities[0], contactId: '5' }),
			/unexpected activity .* eve@/,
		],
		[
			'the same activity twice',
			(p) => p.events[1].activities.push(p.events[1].activities[0]),
			/unexpected activity .* ada@/,
		],
		[
			'another time of leaving',
			(p) => (p.events[1].activities[1].leftAt = '2026-11-20T16:59:59Z'),
			/unexpected activity .* ada@.* attend/,
		],
		[
			'a wrong counter',
			(p) => (held(p, 'ada@example.com').properties.n8n_webinar_attendance_count = '3'),
			/ada@.* n8n_webinar_attendance_count: expected "2", holds "3"/,
		],
		[
			'a value that must not be set',
			(p) => (held(p, 'cyd@example.com').properties.n8n_webinar_last_attended_id = '111'),
			/cyd@.* n8n_webinar_last_attended_id: expected null, holds "111"/,
		],
		[
			'a new contact under another name',
			(p) => (held(p, 'cyd@example.com').properties.lastname = ''),
			/cyd@.* lastname: expected "Small"/,
		],
		['a contact not made', (p) => p.contacts.delete('new cyd@example.com'), /cyd@.* is missing/],
		[
			'a contact too many',
			(p) => p.contacts.set('x', contact('x', 'host@example.com')),
			/unexpected contact host@/,
		],
		[
			'a contact made twice',
			(p) => p.contacts.set('x', contact('x', 'cyd@example.com')),
			/unexpected contact cyd@/,
		],
		[
			'an account user written to',
			(p) => (held(p, 'eve@example.com').properties.n8n_webinar_history = '{}'),
			/eve@.* must stay untouched, but n8n_webinar_history/,
		],
		[
			'an account user renamed',
			(p) => (held(p, 'eve@example.com').properties.firstname = 'New'),
			/eve@.* must stay untouched, but firstname/,
		],
		[
			'a deleted contact restored',
			(p) => delete held(p, 'gone@example.com').archivedAt,
			/gone@.* archivedAt/,
		],
		['a contact gone', (p) => p.contacts.delete('5'), /eve@.* is gone/],
		['another address', (p) => (held(p, 'dan@example.com').email = 'd@x.com'), /address: expected/],
	])('tells of %s', (_what, spoil, line) => {
		const portal = perfectPortal();
		spoil(portal);
		const found = differences(EXPECTED, portal);
		expect(found.join('\n')).toMatch(line);
	});
});
