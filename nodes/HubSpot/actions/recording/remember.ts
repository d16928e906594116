import { alive } from '../../../shared/node/ended';
import { RECORDING_CALLS_PROPERTY, RECORDING_URL_PROPERTY } from '../../mapping/eventDefinitions';
import { recordingUrl } from '../../mapping/recordingCall';
import { memoryText } from '../../mapping/recordingMemory';
import { setCustomProperties } from '../../transport/recordedEvents';
import { fileOfEntry, type Group, type Run } from './run';

/**
 * Keeps at the marketing event what has been made, and where the recording is watched; only what
 * differs is written. Of several sessions of one event the latest one's address stands.
 */
export async function remember(run: Run, group: Group): Promise<void> {
	const { event, writable, notice } = group.place;
	if (event === undefined || !writable) {
		for (const entry of alive(group.entries)) entry.step('event', 'skipped', notice);
		return;
	}
	const wanted = new Map([[RECORDING_CALLS_PROPERTY, memoryText(group.place.memory)]]);
	const url = urlOf(group);
	if (url !== '') wanted.set(RECORDING_URL_PROPERTY, url);
	const changes = [...wanted].filter(
		([name, value]) => run.properties.has(name) && (event.custom.get(name) ?? '') !== value,
	);
	const wasWritten = alive(group.entries).some(({ steps }) => steps.event?.result === 'synced');
	if (changes.length > 0 && !run.options.preview) {
		await setCustomProperties(run.client, event.objectId, Object.fromEntries(changes));
		for (const [name, value] of changes) event.custom.set(name, value);
	}
	const result = changes.length > 0 || wasWritten ? 'synced' : 'unchanged';
	for (const entry of alive(group.entries)) entry.step('event', result);
}

/** Empty where another session's address is to stay. */
function urlOf({ place, session, entries }: Group): string {
	const starts = [...place.memory.values()].map(({ start }) => Date.parse(start));
	if (starts.some((start) => start > Date.parse(session.start))) return '';
	const files = alive(entries).flatMap(fileOfEntry);
	return (
		recordingUrl(files) || (alive(entries).find(({ uploaded }) => uploaded)?.uploaded?.url ?? '')
	);
}
