import { asText, type JsonObject } from '../../../shared/transport/json';
import { customProperties, type EventFields, type EventKey } from '../../mapping/event';
import { planEvent, type EventPlan, type WantedEvent } from '../../mapping/eventPlan';
import { cancelEvent, completeEvent, patchEvent, putEvent } from '../../transport/events';
import type { HubSpotClient } from '../../transport/request';
import type { KnownEvent } from './findEvent';

export interface WrittenEvent {
	action: 'created' | 'updated' | 'cancelled' | 'unchanged';
	/** Record ID; empty for an event that a preview would create. */
	objectId: string;
}

/**
 * Brings an event to what is wanted, and writes only what differs. An event of another app keeps
 * its organiser and type; that it is over HubSpot sees from its times.
 */
export async function writeEvent(
	client: HubSpotClient,
	key: EventKey,
	known: KnownEvent,
	wanted: WantedEvent,
	preview: boolean,
): Promise<WrittenEvent> {
	if (known.by === 'other') {
		const fields = withoutOwners(wanted.fields);
		const { changed } = planEvent(known.held, { ...wanted, fields });
		const action = actionOf(changed, true);
		if (action !== 'unchanged' && !preview) await patchEvent(client, known.objectId, changed);
		return { action, objectId: known.objectId };
	}
	const held = known.by === 'us' ? known.held : undefined;
	const plan = planEvent(held, wanted);
	const action = actionOf(plan.changed, held !== undefined, plan.complete !== null);
	const objectId = preview ? '' : await writeOwn(client, key, held, plan);
	return { action, objectId: objectId || asText(held?.objectId) };
}

function withoutOwners(fields: Partial<EventFields>): Partial<EventFields> {
	const owners = ['eventOrganizer', 'eventType'];
	return Object.fromEntries(Object.entries(fields).filter(([name]) => !owners.includes(name)));
}

/** @returns the record ID as far as an answer has told it */
async function writeOwn(
	client: HubSpotClient,
	key: EventKey,
	held: JsonObject | undefined,
	{ fields, changed, cancelled, completed, complete }: EventPlan,
): Promise<string> {
	const { eventCancelled, ...differing } = changed;
	const cancels = held !== undefined && eventCancelled === true;
	let objectId = '';
	if (held === undefined || eventCancelled === false || Object.keys(differing).length > 0) {
		objectId = await putEvent(client, key, {
			...fields,
			eventCancelled: cancels ? false : cancelled,
			eventCompleted: completed,
			customProperties: customProperties(held),
		});
	}
	if (cancels) await cancelEvent(client, key);
	if (complete !== null) await completeEvent(client, key, complete);
	return objectId;
}

function actionOf(
	changed: EventPlan['changed'],
	exists: boolean,
	completes = false,
): WrittenEvent['action'] {
	if (!exists) return 'created';
	if (changed.eventCancelled === true) return 'cancelled';
	return completes || Object.keys(changed).length > 0 ? 'updated' : 'unchanged';
}
