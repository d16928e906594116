import type { Portal } from '../context';
import type { Call } from '../http/input';
import { marketingEventPaths } from '../http/paths';
import type { Method, Route } from '../http/router';
import { answerOf, existingList } from '../lists/routes';
import { byExternalIds, EVENT_READ, EVENT_WRITE, eventByObjectId } from './lookup';
import type { EventRecord } from './store';

/**
 * Lists that are tied to a marketing event.
 * https://developers.hubspot.com/docs/api-reference/marketing-marketing-events-v3/guide
 */
export function eventListRoutes(portal: Portal): Route[] {
	const external = ({ app, params }: Call) =>
		byExternalIds(portal, app, params.externalAccountId ?? '', params.externalEventId ?? '');
	const object = ({ params }: Call) =>
		eventByObjectId(portal, params.marketingEventId ?? '', 'marketingEventId');
	return [
		...routesBelow(portal, '/:marketingEventId', object),
		...routesBelow(portal, '/:externalAccountId/:externalEventId', external),
	];
}

function routesBelow(portal: Portal, path: string, eventOf: (call: Call) => EventRecord): Route[] {
	const lists = `/associations${path}/lists`;
	const change = (
		method: Method,
		next: (listIds: string[], listId: string) => string[],
	): Route => ({
		method,
		paths: marketingEventPaths(`${lists}/:listId`),
		write: true,
		scopes: EVENT_WRITE,
		handle: (call) => {
			const event = eventOf(call);
			event.listIds = next(event.listIds, existingList(portal, call.params.listId ?? '').listId);
			return { status: 204 };
		},
	});
	return [
		change('PUT', (ids, id) => [...new Set([...ids, id])]),
		change('DELETE', (ids, id) => ids.filter((one) => one !== id)),
		{
			method: 'GET',
			paths: marketingEventPaths(lists),
			write: false,
			scopes: EVENT_READ,
			handle: (call) => {
				const known = eventOf(call).listIds.flatMap((id) => portal.lists.byId.get(id) ?? []);
				return { status: 200, body: { total: known.length, results: known.map(answerOf) } };
			},
		},
	];
}
