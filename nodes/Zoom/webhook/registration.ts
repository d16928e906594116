import type { Registrant, RegistrantStatus } from '../../shared/model/registrant';
import { asObject, asText } from '../../shared/transport/json';
import { toRegistrant } from '../mapping/registrant';
import type { ZoomEvent } from './parse';

/** What the name of the event says about the registration, whatever the row says. */
const STATUS_BY_EVENT: Readonly<Record<string, RegistrantStatus>> = {
	'webinar.registration_approved': 'approved',
	'webinar.registration_denied': 'denied',
	'webinar.registration_cancelled': 'cancelled',
};

/**
 * The registrant of an event. A new one is `approved` or, where a human decides, `pending`; the
 * other events carry no status. `registeredAt` stays null: the event's own time is near the time of
 * the registration, but not it.
 * https://developers.zoom.us/docs/api/meetings/events/#tag/webinar/POSTwebinar.registration_created
 */
export function registrantOf({ event, object }: ZoomEvent): Registrant {
	const row = asObject(object.registrant);
	const status = STATUS_BY_EVENT[event] ?? (asText(row.status) || 'approved');
	return toRegistrant({ ...row, status }, true);
}
