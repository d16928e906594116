import type { HubSpotEventState, HubSpotSide } from '../sandbox/contract';
import type { HubSpotContactState } from '../sandbox/world';
import { CONTACT_PROPERTIES, type Expectation, type ExpectedEvent } from './contract';

type Held = Pick<HubSpotSide, 'contacts' | 'events' | 'world'>;

/**
 * Everything in which the portal differs from the expectation, one line each; empty = exactly as
 * expected. `before` are the contacts as they were before the run: give a copy, as the portal may
 * go on using the objects of the story's world.
 */
export function differences(
	expectation: Expectation,
	portal: Held,
	before: readonly HubSpotContactState[] = portal.world.contacts,
): string[] {
	return [
		...eventDifferences(expectation.events, portal),
		...contactDifferences(expectation, portal),
		...foreignDifferences(expectation, portal, before),
	];
}

function eventDifferences(expected: readonly ExpectedEvent[], portal: Held): string[] {
	const result: string[] = [];
	const id = (event: { externalAccountId: string; externalEventId: string }) =>
		`${event.externalAccountId}/${event.externalEventId}`;
	const held = new Map(portal.events.map((event) => [id(event), event]));
	if (held.size < portal.events.length) result.push('a marketing event is there twice');
	for (const event of expected) {
		const other = held.get(id(event));
		if (!other) result.push(`marketing event ${id(event)} is missing`);
		else {
			result.push(...fieldDifferences(event, other));
			result.push(...activityDifferences(event, other, portal));
		}
		held.delete(id(event));
	}
	return [...result, ...[...held.keys()].map((each) => `unexpected marketing event ${each}`)];
}

function fieldDifferences(expected: ExpectedEvent, held: HubSpotEventState): string[] {
	const name = `marketing event ${expected.externalEventId}`;
	const result = (['eventName', 'eventType', 'eventOrganizer'] as const)
		.filter((field) => held.fields[field] !== expected[field])
		.map((field) => differs(`${name} ${field}`, expected[field], held.fields[field]));
	for (const field of ['startDateTime', 'endDateTime'] as const) {
		if (!sameMoment(expected[field], held.fields[field])) {
			result.push(differs(`${name} ${field}`, expected[field], held.fields[field]));
		}
	}
	if (!held.completed) result.push(`${name} is not completed`);
	if (held.cancelled) result.push(`${name} is cancelled`);
	return result;
}

function activityDifferences(
	expected: ExpectedEvent,
	held: HubSpotEventState,
	portal: Held,
): string[] {
	const moment = (time: string | null) => (time === null ? '-' : String(Date.parse(time)));
	const missing = new Set(
		expected.activities.map((each) =>
			[
				each.email,
				each.verb,
				each.interactionDateTime,
				moment(each.joinedAt),
				moment(each.leftAt),
			].join(' '),
		),
	);
	const unexpected: string[] = [];
	for (const each of held.activities) {
		const email = portal.contacts.get(each.contactId)?.email ?? `contact ${each.contactId}`;
		const line = [
			email,
			each.verb,
			each.interactionDateTime,
			moment(each.joinedAt),
			moment(each.leftAt),
		].join(' ');
		if (!missing.delete(line)) unexpected.push(line);
	}
	const name = `in marketing event ${expected.externalEventId}`;
	return [
		...[...missing].map((line) => `missing activity ${name}: ${line}`),
		...unexpected.map((line) => `unexpected activity ${name}: ${line}`),
	];
}

function contactDifferences(expectation: Expectation, portal: Held): string[] {
	const result: string[] = [];
	const byEmail = new Map<string, HubSpotContactState>();
	for (const contact of portal.contacts.values()) {
		if (contact.archivedAt === undefined) byEmail.set(contact.email, contact);
	}
	for (const { email, name, properties } of expectation.contacts) {
		const held = byEmail.get(email);
		if (!held) {
			result.push(`contact ${email} is missing`);
			continue;
		}
		const wanted: Record<string, string | null> = { ...properties, ...name };
		for (const [property, value] of Object.entries(wanted)) {
			const other = held.properties[property] ?? '';
			if (other !== (value ?? '')) {
				result.push(differs(`contact ${email} ${property}`, value, other));
			}
		}
	}
	return result;
}

/** Contacts that the runs must not make, and contacts that they must not touch. */
function foreignDifferences(
	expectation: Expectation,
	portal: Held,
	before: readonly HubSpotContactState[],
): string[] {
	const result: string[] = [];
	const old = new Map(before.map((contact) => [contact.id, contact]));
	const creatable = new Set(
		expectation.contacts.filter(({ created }) => created).map(({ email }) => email),
	);
	const written = new Set(expectation.contacts.map(({ email }) => email));
	for (const contact of portal.contacts.values()) {
		const was = old.get(contact.id);
		old.delete(contact.id);
		if (!was) {
			if (!creatable.delete(contact.email)) result.push(`unexpected contact ${contact.email}`);
			continue;
		}
		if (contact.email !== was.email) result.push(differs('address', was.email, contact.email));
		if (contact.archivedAt !== was.archivedAt) {
			result.push(differs(`contact ${was.email} archivedAt`, was.archivedAt, contact.archivedAt));
		}
		if (was.archivedAt !== undefined || !written.has(was.email)) {
			result.push(...touched(was, contact));
		}
	}
	return [...result, ...[...old.values()].map(({ email }) => `contact ${email} is gone`)];
}

function touched(was: HubSpotContactState, contact: HubSpotContactState): string[] {
	const ours = Object.keys(contact.properties).filter((name) => name.startsWith('n8n_webinar_'));
	const names = new Set([...Object.keys(was.properties), ...ours, ...CONTACT_PROPERTIES]);
	return [...names]
		.filter((name) => (contact.properties[name] ?? '') !== (was.properties[name] ?? ''))
		.map((name) => `contact ${was.email} must stay untouched, but ${name} was written`);
}

function sameMoment(expected: string, held: unknown): boolean {
	return typeof held === 'string' && Date.parse(held) === Date.parse(expected);
}

function differs(what: string, expected: unknown, held: unknown): string {
	return `${what}: expected ${JSON.stringify(expected ?? null)}, holds ${JSON.stringify(held ?? null)}`;
}
