import type { ZoomEvent, ZoomEvents } from '../../contract';
import type { ZoomRegistrantRow, ZoomWebinarState } from '../../world';
import { formAnswers } from '../shapes';
import { occurrencesIn, type Cast } from './cast';

type RegistrationEvents = Pick<
	ZoomEvents,
	'registrationCreated' | 'registrationApproved' | 'registrationDenied' | 'registrationCancelled'
>;

/**
 * What happens to a registration: the whole form at first, who it is afterwards. A webinar with manual
 * approval sends `created` with status pending, before anybody approved.
 * https://developers.zoom.us/docs/api/meetings/events/#tag/webinar
 */
export function registrationEvents(cast: Cast, now: () => number): RegistrationEvents {
	function about(webinarId: number, registrantId: string) {
		const webinar = cast.webinar(webinarId);
		const row = cast.registrant(webinar, registrantId);
		const who = {
			id: row.id,
			first_name: row.first_name,
			last_name: row.last_name,
			email: row.email,
		};
		const object = (registrant: Record<string, unknown>) => ({
			uuid: webinar.uuid,
			id: webinar.id,
			host_id: webinar.hostId,
			topic: webinar.topic,
			type: webinar.type,
			start_time: webinar.startTime,
			duration: webinar.duration,
			timezone: webinar.timezone,
			...occurrencesIn(
				webinar,
				({ occurrence_id, status }) =>
					row.occurrence_ids?.includes(occurrence_id) ?? status === 'available',
			),
			registrant: { ...registrant, ...trackingSource(webinar, row) },
		});
		return { webinar, row, who, object };
	}

	/** Somebody's decision; a person who cancels himself looks like the host who cancels him. */
	function decided(
		event: string,
		webinarId: number,
		registrantId: string,
		more: (row: ZoomRegistrantRow) => Record<string, unknown> = () => ({}),
	): ZoomEvent {
		const { webinar, row, who, object } = about(webinarId, registrantId);
		return {
			event,
			eventTime: now(),
			payload: {
				account_id: cast.accountId(),
				operator: cast.host(webinar.hostId).email,
				operator_id: webinar.hostId,
				object: object({ ...who, ...more(row) }),
			},
		};
	}

	return {
		registrationCreated(webinarId, registrantId) {
			const { webinar, row, who, object } = about(webinarId, registrantId);
			return {
				event: 'webinar.registration_created',
				eventTime: Date.parse(row.create_time),
				payload: {
					account_id: cast.accountId(),
					object: object({
						...who,
						...formAnswers(row),
						status: webinar.approvalType === 1 ? 'pending' : 'approved',
						join_url: row.join_url,
					}),
				},
			};
		},
		registrationApproved: (webinarId, registrantId) =>
			decided('webinar.registration_approved', webinarId, registrantId, ({ join_url }) => ({
				join_url,
			})),
		registrationDenied: (webinarId, registrantId) =>
			decided('webinar.registration_denied', webinarId, registrantId),
		registrationCancelled: (webinarId, registrantId) =>
			decided('webinar.registration_cancelled', webinarId, registrantId),
	};
}

function trackingSource(webinar: ZoomWebinarState, { source_id }: ZoomRegistrantRow) {
	const source = webinar.trackingSources?.find(({ id }) => id === source_id);
	return source ? { tracking_source: source } : {};
}
