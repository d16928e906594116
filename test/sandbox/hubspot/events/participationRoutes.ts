import type { Portal } from '../context';
import { notFound, validationError } from '../http/errors';
import type { Answer, Call } from '../http/input';
import { queryOne } from '../http/input';
import { pageOf } from '../http/paging';
import { marketingEventPaths } from '../http/paths';
import type { Route } from '../http/router';
import type { HubSpotContactState } from '../../world';
import { byExternalIds, EVENT_READ, eventByObjectId } from './lookup';
import { countersOf, participationsOf, STATES, type Participation } from './participation';
import { participationAnswer } from './render';
import type { EventRecord } from './store';

const API = 'https://api.hubapi.com/marketing/v3/marketing-events/participations';

/**
 * Reading back: counters and breakdown of an event, breakdown of a contact.
 * https://developers.hubspot.com/docs/api-reference/marketing-marketing-events-v3/guide
 */
export function participationRoutes(portal: Portal, delayMs: number): Route[] {
	const get = (path: string, handle: (call: Call) => Answer): Route => ({
		method: 'GET',
		paths: marketingEventPaths(`/participations${path}`),
		write: false,
		scopes: EVENT_READ,
		handle,
	});
	const external = ({ app, params }: Call) =>
		byExternalIds(portal, app, params.externalAccountId ?? '', params.externalEventId ?? '');
	const object = ({ params }: Call) =>
		eventByObjectId(portal, params.marketingEventId ?? '', 'marketingEventId');
	const counters = (event: EventRecord): Answer => ({
		status: 200,
		body: countersOf(participationsOf(portal, event, delayMs)),
	});
	const breakdown = (event: EventRecord, call: Call): Answer => {
		const all = participationsOf(portal, event, delayMs);
		const identifier = queryOne(call, 'contactIdentifier');
		if (identifier === undefined) return page(call, all);
		const contact = contactOf(portal, identifier);
		return page(
			call,
			all.filter((one) => one.contact.id === contact?.id),
		);
	};
	return [
		get('/:marketingEventId', (call) => counters(object(call))),
		get('/:externalAccountId/:externalEventId', (call) => counters(external(call))),
		get('/:marketingEventId/breakdown', (call) => breakdown(object(call), call)),
		get('/:externalAccountId/:externalEventId/breakdown', (call) =>
			breakdown(external(call), call),
		),
		get('/contacts/:contactIdentifier/breakdown', (call) => {
			const contact = contactOf(portal, call.params.contactIdentifier ?? '');
			if (contact === undefined) throw notFound();
			const all = portal.events.events.flatMap((event) => participationsOf(portal, event, delayMs));
			return page(
				call,
				all.filter((one) => one.contact.id === contact.id),
			);
		}),
	];
}

/** By record id or by address. */
function contactOf(portal: Portal, identifier: string): HubSpotContactState | undefined {
	return identifier.includes('@')
		? portal.contacts.findByEmail(identifier)
		: portal.contacts.findById(identifier);
}

function page(call: Call, participations: readonly Participation[]): Answer {
	const state = queryOne(call, 'state');
	if (state !== undefined && !STATES.some((known) => known === state)) {
		throw validationError(`state must be one of ${STATES.join(', ')}, but was ${state}`);
	}
	const rows = participations
		.filter((one) => state === undefined || one.state === state)
		.map(participationAnswer);
	const result = pageOf(call, rows, ({ id }) => id, { fallback: 10, maximum: 100, link: API });
	return { status: 200, body: { total: rows.length, ...result } };
}
