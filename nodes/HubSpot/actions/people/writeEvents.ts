import { asObject, type JsonObject } from '../../../shared/transport/json';
import { unless } from '../../../shared/transport/unless';
import { VendorError } from '../../../shared/transport/vendorError';
import { eventDiffers, eventFields, isCompleted } from '../../mapping/event';
import { attempt } from '../../transport/attempt';
import { completeEvent, getEvent, putEvent } from '../../transport/events';
import type { Person } from './person';
import type { Run } from './run';
import type { Session } from './session';

/** Brings the marketing event of each session up to date; writes only what differs. */
export async function writeEvents(run: Run): Promise<void> {
	for (const session of run.sessions) {
		const attempted = await attempt(writeEvent(run, session));
		if (!attempted.ok) {
			for (const person of session.people.filter(isConcerned)) {
				person.refuse(attempted.error, 'event');
			}
			continue;
		}
		session.event = attempted.value;
		const result = session.event === 'unchanged' ? 'unchanged' : 'synced';
		for (const person of session.people.filter(isConcerned)) person.step('event', result);
	}
}

/** The item of a webinar nobody joined is no person, but its event is written. */
function isConcerned({ ended }: Person): boolean {
	return ended === null || ended.reason === 'nobodyAttended';
}

async function writeEvent(run: Run, session: Session): Promise<NonNullable<Session['event']>> {
	const { client, options } = run;
	const fields = eventFields(session.input);
	const held = await heldEvent(run, session);
	const differs = held === undefined || eventDiffers(held, fields);
	const open = !isCompleted(asObject(held), fields);
	if (!options.preview) {
		if (differs) await putEvent(client, session.key, fields);
		const { startDateTime, endDateTime } = fields;
		if (open) await completeEvent(client, session.key, { startDateTime, endDateTime });
	}
	if (held === undefined) return 'created';
	return differs || open ? 'updated' : 'unchanged';
}

/** undefined when HubSpot has none under this key. */
async function heldEvent(run: Run, session: Session): Promise<JsonObject | undefined> {
	const isMissing = (error: unknown) =>
		error instanceof VendorError && error.details.status === 404;
	return await unless(isMissing, getEvent(run.client, session.key));
}
