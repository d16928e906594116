import { isAboutWebinar } from '../../../shared/registrants/door';
import type { StatusAction } from '../../../shared/registrants/statusChange';
import type { RegistrantKey } from '../../../shared/registrants/subject';
import { inBatches } from '../../../shared/transport/batch';
import { concurrently } from '../../../shared/transport/concurrently';
import type { VendorError } from '../../../shared/transport/vendorError';
import {
	REGISTRANTS_PER_CALL,
	setRegistrantStatus,
} from '../../transport/endpoints/registrantWrites';
import { closesForBatch, isAboutBatch, type ZoomDoor } from './door';

/** Calls under way at once to one webinar; the rate window paces them. */
export const CALLS_AT_ONCE = 5;

/** What is done with one person after the call. */
export interface StatusListener<P> {
	done(person: P, via: 'batch' | 'single'): void;
	refused(person: P, error: VendorError): void;
}

/**
 * Approves, denies or cancels registrants, 30 in a call. Zoom refuses a whole call for one of its
 * people, so the people of a refused call are then sent one by one.
 * https://developers.zoom.us/docs/api/meetings/#tag/webinars/PUT/webinars/{webinarId}/registrants/status
 */
export async function changeStatus<P extends { key: RegistrantKey }>(
	door: ZoomDoor,
	action: StatusAction,
	people: readonly P[],
	listener: StatusListener<P>,
): Promise<void> {
	const alone: P[] = [];
	await concurrently(inBatches(people, REGISTRANTS_PER_CALL), CALLS_AT_ONCE, async (batch) => {
		const refused = await send(
			door,
			action,
			batch,
			batch.length > 1 ? 'batch' : 'single',
			listener,
		);
		alone.push(...refused);
	});
	await concurrently(alone, CALLS_AT_ONCE, async (person) => {
		await send(door, action, [person], 'single', listener);
	});
}

/** @returns people of a refused batch, who are to be sent one by one */
async function send<P extends { key: RegistrantKey }>(
	door: ZoomDoor,
	action: StatusAction,
	people: readonly P[],
	via: 'batch' | 'single',
	listener: StatusListener<P>,
): Promise<readonly P[]> {
	const occurrences = door.occurrenceIds.length === 0 ? [''] : door.occurrenceIds;
	const keys = people.map(({ key }) => ({ ...key }) as Record<string, string>);
	const attempted = await door.attempt(
		async () => {
			for (const occurrenceId of occurrences) {
				await setRegistrantStatus(door.context, door.webinarId, occurrenceId, action, keys);
			}
		},
		via === 'batch' ? closesForBatch : isAboutWebinar,
	);
	if (attempted.ok) {
		door.run.wrote = true;
		for (const person of people) listener.done(person, via);
		return [];
	}
	const { error } = attempted;
	if (via === 'batch' && isAboutBatch(error)) return people;
	for (const person of people) listener.refused(person, error);
	return [];
}
