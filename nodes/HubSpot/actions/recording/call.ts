import { alive } from '../../../shared/node/ended';
import { hasMarker } from '../../mapping/recordingCall';
import { readEngagements, updateCall, type Engagement } from '../../transport/engagements';
import { changesOf, wantedProperties } from './callProperties';
import { createOnce, lookFor } from './once';
import type { Group, Run } from './run';

const PROPERTIES = [
	'hs_call_title',
	'hs_call_body',
	'hs_call_duration',
	'hs_call_recording_url',
	'hs_attachment_ids',
];

/**
 * Brings the call of the session up to date: found by what the marketing event remembers, else by
 * its moment and its marker, else made. Without anything to show in it there is none.
 * @returns whether the call is new, so that it has no associations yet
 */
export async function writeCall(run: Run, group: Group): Promise<boolean> {
	const held = await heldCall(run, group);
	if (held !== undefined) group.memory.callId = held.id;
	const wanted = wantedProperties(run, group, held);
	if (wanted === undefined) return false;
	const changes = held === undefined ? wanted : changesOf(held, wanted);
	const differs = Object.keys(changes).length > 0;
	if (differs && !run.options.preview) {
		if (held === undefined) group.memory.callId = await create(run, group, wanted);
		else await updateCall(run.client, held.id, changes);
	}
	const message = held === undefined ? 'Created' : '';
	for (const entry of alive(group.entries)) {
		entry.step('call', differs ? 'synced' : 'unchanged', message);
	}
	return held === undefined;
}

async function heldCall(run: Run, group: Group): Promise<Engagement | undefined> {
	const { callId } = group.memory;
	if (callId !== '') {
		const [known] = await readEngagements(run.client, 'calls', [callId], PROPERTIES);
		if (known !== undefined) return known;
		group.memory.callId = '';
	}
	return await lookFor(run, 'calls', group.session.start, PROPERTIES, isCallOf(group));
}

function isCallOf({ session }: Group) {
	return ({ properties }: Engagement) => hasMarker(properties.hs_call_body ?? '', session);
}

async function create(run: Run, group: Group, wanted: Record<string, string>): Promise<string> {
	const at = group.session.start;
	const find = async () => await lookFor(run, 'calls', at, PROPERTIES, isCallOf(group));
	return await createOnce(run, 'calls', wanted, find);
}
