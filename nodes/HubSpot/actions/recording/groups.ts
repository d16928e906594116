import type { SessionInput } from '../../../shared/items/session';
import { alive } from '../../../shared/node/ended';
import { attempt } from '../../../shared/transport/attempt';
import { eventKey } from '../../mapping/event';
import { RECORDING_CALLS_PROPERTY } from '../../mapping/eventDefinitions';
import { emptyMemory, parseMemory } from '../../mapping/recordingMemory';
import { toRecordedEvent, type RecordedEvent } from '../../transport/recordedEvents';
import { EventFinder } from '../events/findEvent';
import { refuseAll, type Entry } from './entry';
import type { EventPlace, Group, Run } from './run';

/** Items of one session, before HubSpot is asked about it. */
interface Bundle {
	session: SessionInput;
	entries: Entry[];
}

/** The sessions of the items, each with its marketing event; one event is read once. */
export async function findGroups(run: Run, entries: readonly Entry[]): Promise<Group[]> {
	const places = new Map<string, EventPlace>();
	const finder = new EventFinder(run.client, run.options.otherApps);
	const groups: Group[] = [];
	for (const { session, entries: own } of bundlesOf(run, entries)) {
		const key = eventKey(session, run.options.marketingEvent);
		const name = JSON.stringify(key);
		const found = places.get(name) ?? (await findPlace(run, finder, session, own));
		if (found === undefined) continue;
		places.set(name, found);
		const id = sessionIdOf(session);
		const memory = found.memory.get(id) ?? emptyMemory(session.start);
		found.memory.set(id, memory);
		groups.push({
			session,
			id,
			place: found,
			entries: own,
			memory,
			contactIds: [],
			contactsNotice: '',
			wordsInCall: false,
		});
	}
	return groups;
}

function bundlesOf({ options }: Run, entries: readonly Entry[]): Bundle[] {
	const bundles = new Map<string, Bundle>();
	for (const entry of alive(entries)) {
		const { session } = entry.input;
		if (session === null) continue;
		const name = JSON.stringify([eventKey(session, options.marketingEvent), sessionIdOf(session)]);
		const bundle = bundles.get(name) ?? { session, entries: [] };
		bundles.set(name, bundle);
		bundle.entries.push(entry);
	}
	return [...bundles.values()];
}

/** A source that does not tell sessions apart still tells when they began. */
function sessionIdOf({ sessionId, start }: SessionInput): string {
	return sessionId || start;
}

/** @returns undefined when HubSpot could not be asked; the entries then say why */
async function findPlace(
	run: Run,
	finder: EventFinder,
	session: SessionInput,
	entries: readonly Entry[],
): Promise<EventPlace | undefined> {
	const attempted = await attempt(lookForPlace(run, finder, session));
	if (!attempted.ok) {
		refuseAll(entries, attempted.error, 'event');
		return undefined;
	}
	if (attempted.value !== 'newer') return attempted.value;
	for (const entry of alive(entries)) {
		const message = 'A newer version of this node has written the marketing event';
		entry.fail('vendorRejected', message, 'Update this package, then run again', 'event');
	}
	return undefined;
}

async function lookForPlace(
	run: Run,
	finder: EventFinder,
	session: SessionInput,
): Promise<EventPlace | 'newer'> {
	const { webinarId, start } = session;
	const key = eventKey(session, run.options.marketingEvent);
	const known = await finder.find({ key, webinarId, start });
	const otherApp = known.by === 'other' ? known.app || 'another app' : '';
	const event = known.by === 'nobody' ? undefined : toRecordedEvent(known.held, otherApp);
	const memory = parseMemory(event?.custom.get(RECORDING_CALLS_PROPERTY) ?? '');
	if (memory === undefined) return 'newer';
	const notice = noticeOf(run, event);
	return { event, memory, notice, writable: notice === '' };
}

function noticeOf({ options }: Run, event: RecordedEvent | undefined): string {
	if (event === undefined) return 'HubSpot has no marketing event for this webinar';
	if (!options.eventProperty) return 'The option Write to Marketing Event is turned off';
	if (event.otherApp === '' || options.otherApps === 'use') return '';
	return `The marketing event ${event.objectId} was made by ${event.otherApp} and is left as it is`;
}
