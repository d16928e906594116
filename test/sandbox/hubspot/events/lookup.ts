import type { Portal } from '../context';
import { notFound, validationError } from '../http/errors';
import type { Call } from '../http/input';
import { queryOne } from '../http/input';
import type { AppIdentity } from '../oauth/tokens';
import type { EventRecord } from './store';

export const EVENT_READ = ['crm.objects.marketing_events.read'];
export const EVENT_WRITE = ['crm.objects.marketing_events.write'];

const NOT_FOUND = 'No marketing event found';

/** @throws 400 without `externalAccountId`, 404 for an unknown event */
export function eventByExternalId(portal: Portal, call: Call): EventRecord {
	const account = queryOne(call, 'externalAccountId');
	if (!account) throw validationError('externalAccountId is required');
	return byExternalIds(portal, call.app, account, call.params.externalEventId ?? '');
}

/** @throws 404 for an unknown event and for one of another app */
export function byExternalIds(
	portal: Portal,
	app: AppIdentity,
	account: string,
	externalEventId: string,
): EventRecord {
	const event = portal.events.find(app, account, externalEventId);
	if (event === undefined) throw notFound(NOT_FOUND);
	return event;
}

/** @throws 400 for an id that is no number, 404 for an unknown event */
export function eventByObjectId(portal: Portal, objectId: string, parameter: string): EventRecord {
	if (!/^\d+$/.test(objectId)) {
		throw validationError(`Unable to parse value for path parameter: ${parameter}`);
	}
	const event = portal.events.byObjectId(objectId);
	if (event === undefined) throw notFound(NOT_FOUND);
	return event;
}
