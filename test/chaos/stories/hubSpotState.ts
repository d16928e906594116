import type { Stage } from '../../engine/support/world';

/**
 * The properties that the package owns, but for the history with its moments. Names, company and job title
 * are written when a contact is made, by whichever workflow a storm lets come first; the independent expectation
 * holds them for the undisturbed run.
 */
const OWN = /^n8n_webinar_(?!history)/;

/**
 * What HubSpot holds, one line per fact, contacts by their address. Of registrations made by the story itself
 * the time is left out: they are as new as the run.
 * @param newWebinars event ids whose registrations are the story's own
 */
export function hubSpotState({ sandbox }: Stage, newWebinars: readonly string[] = []): string[] {
	const { contacts, events } = sandbox.hubspot;
	const nameOf = (id: string): string => contacts.get(id)?.email ?? `contact ${id}`;
	const people = [...contacts.values()].flatMap(({ email, archivedAt, properties }) => [
		`contact ${email} ${archivedAt === undefined ? 'live' : 'archived'}`,
		...Object.entries(properties)
			.filter(([name, value]) => OWN.test(name) && value !== '')
			.map(([name, value]) => `contact ${email} ${name} = ${isNew(name) ? 'set' : value}`),
	]);
	const held = events.flatMap((event) => {
		const isOwn = newWebinars.includes(event.externalEventId);
		const { eventName, startDateTime, endDateTime } = event.fields;
		const facts = [eventName, isOwn ? '' : startDateTime, isOwn ? '' : endDateTime];
		return [
			`event ${event.externalEventId} ${JSON.stringify(facts)} ${event.completed} ${event.cancelled}`,
			...event.activities.map(
				({ contactId, verb, interactionDateTime, joinedAt, leftAt }) =>
					`activity ${event.externalEventId} ${nameOf(contactId)} ${verb} ${isOwn ? '' : [interactionDateTime, joinedAt, leftAt].join(' ')}`,
			),
		];
	});
	return [...people, ...held];
}

/** Links of registrations are drawn anew by the vendor. */
function isNew(property: string): boolean {
	return /join_link|_url$/.test(property);
}
