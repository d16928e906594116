import type { Sandbox } from '../../../sandbox/contract';

/** Says when something was written, not what. */
const ofTheMoment = new Set(['updatedAt', 'lastmodifieddate', 'hs_lastmodifieddate', 'visibleAt']);

/**
 * Everything that the vendors hold of people and webinars, as plain values: equal before and after something
 * means that it changed nothing. When a value was last written is left out.
 */
export function stateOf(sandbox: Sandbox): Record<string, unknown> {
	const { zoom, hubspot, marketo, adobeConnect } = sandbox;
	return plain({
		zoom: { webinars: zoom.world.webinars },
		hubspot: {
			contacts: hubspot.contacts,
			events: hubspot.events,
			calls: hubspot.calls,
			notes: hubspot.notes,
			meetings: hubspot.meetings,
			files: hubspot.files,
			transcripts: hubspot.transcripts,
			lists: hubspot.lists,
			properties: [...hubspot.properties.keys()],
		},
		marketo: {
			leads: marketo.leads,
			programs: marketo.programs,
			members: marketo.members,
			activities: marketo.activities,
			mails: marketo.mails,
		},
		adobeConnect: {
			principals: adobeConnect.principals,
			events: adobeConnect.events,
			rooms: adobeConnect.rooms,
			mails: adobeConnect.mails,
		},
	}) as Record<string, unknown>;
}

function plain(value: unknown): unknown {
	if (value instanceof Map) return plain(Object.fromEntries(value));
	if (value instanceof Set) return plain([...value].sort());
	if (Buffer.isBuffer(value)) return value.toString('base64');
	if (Array.isArray(value)) return value.map(plain);
	if (typeof value !== 'object' || value === null) return value;
	const kept = Object.entries(value).filter(([key]) => !ofTheMoment.has(key));
	return Object.fromEntries(kept.map(([key, inner]) => [key, plain(inner)]));
}
