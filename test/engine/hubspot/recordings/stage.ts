import type { IBinaryKeyData, IDataObject, INode, INodeParameters } from 'n8n-workflow';

import type { HubSpotEventState } from '../../../sandbox/contract';
import { APP } from '../../../sandbox/hubspot/context';
import { runNode, type NodeRunResult } from '../../support/runNode';
import type { Stage } from '../../support/world';
import { webinarOf } from '../support';

export const SHARE_URL = 'https://zoom.example/rec/share/abc?startTime=1&x=2';
export const VIDEO_URL = 'https://zoom.example/rec/play/video-1';
export const AUDIO_URL = 'https://zoom.example/rec/play/audio-1';

/** A file of the main webinar's recording, as *Sync recordings* of the Zoom node returns it. */
export function recordingItem(here: Stage, changes: IDataObject = {}): IDataObject {
	const { startTime } = here.story.main;
	return {
		webinar: { ...webinarOf(here, here.story.main), endTime: null, durationSeconds: 3600 },
		recording: {
			recordingId: 'video-1',
			type: 'shared_screen_with_speaker_view',
			startTime,
			endTime: new Date(Date.parse(startTime) + 3_600_000).toISOString(),
			fileType: 'video',
			sizeBytes: 1000,
			url: VIDEO_URL,
			shareUrl: SHARE_URL,
			passcode: 'Se<ret7',
			transcriptText: null,
			transcriptSegments: null,
			...changes,
		},
		outcome: { destination: 'zoom', result: 'synced', reason: null },
	};
}

export function audioItem(here: Stage): IDataObject {
	const recording = {
		recordingId: 'audio-1',
		type: 'audio_only',
		fileType: 'audio',
		url: AUDIO_URL,
	};
	return recordingItem(here, recording);
}

export function transcriptItem(
	here: Stage,
	text: string,
	segments: IDataObject[] = [],
): IDataObject {
	return recordingItem(here, {
		recordingId: 'transcript-1',
		type: 'audio_transcript',
		fileType: 'transcript',
		url: 'https://zoom.example/rec/download/needs-a-token',
		transcriptText: text,
		transcriptSegments: segments,
	});
}

/** Living contacts of the story's portal. */
export function contactIds(here: Stage, count: number): string[] {
	const alive = [...here.sandbox.hubspot.contacts.values()].filter(
		({ archivedAt }) => archivedAt === undefined,
	);
	expect(alive.length).toBeGreaterThanOrEqual(count);
	return alive.slice(0, count).map(({ id }) => id);
}

/** The marketing event of the main webinar, as *Sync attendance* leaves it. */
export function putEvent(
	here: Stage,
	people: { attended: readonly string[]; registered?: readonly string[] },
	changes: Partial<HubSpotEventState> = {},
): HubSpotEventState {
	const { main, world } = here.story;
	const at = Date.parse(main.startTime);
	const activity = (verb: 'register' | 'attend') => (contactId: string) => ({
		contactId,
		verb,
		interactionDateTime: at,
		joinedAt: verb === 'attend' ? main.startTime : null,
		leftAt: verb === 'attend' ? main.endTime : null,
	});
	const event: HubSpotEventState = {
		objectId: '777001',
		app: { ...APP },
		externalAccountId: world.zoom.accountId,
		externalEventId: String(main.webinarId),
		fields: {
			eventName: main.topic,
			eventOrganizer: main.hostEmail,
			startDateTime: main.startTime,
			endDateTime: main.endTime,
		},
		completed: true,
		cancelled: false,
		activities: [
			...(people.registered ?? []).map(activity('register')),
			...people.attended.map(activity('attend')),
		],
		listIds: [],
		...changes,
	};
	// Only events with a date can be found by their identifiers.
	const made = Object.assign(event, { createdAt: main.startTime });
	here.sandbox.hubspot.events.push(made);
	return made;
}

export function customOf(event: HubSpotEventState): Record<string, string> {
	const entries = (event.fields.customProperties ?? []) as Array<{ name: string; value: string }>;
	return Object.fromEntries(entries.map(({ name, value }) => [name, value]));
}

export interface AddRun {
	options?: IDataObject;
	parameters?: INodeParameters;
	binaries?: ReadonlyArray<IBinaryKeyData | undefined>;
	onError?: INode['onError'];
	credentials?: Stage['hubspot'];
	asTool?: boolean;
}

/** Runs *Add recordings to CRM*. */
export async function add(
	here: Stage,
	items: IDataObject[],
	{ options, parameters, credentials, ...run }: AddRun = {},
): Promise<NodeRunResult> {
	return await runNode({
		type: 'hubSpotWebinar',
		parameters: {
			resource: 'recording',
			operation: 'sync',
			mapData: 'automatic',
			as: 'link',
			transcript: 'note',
			associateWith: 'attendees',
			preview: false,
			options: { readBackAfter: 0.1, ...options },
			...parameters,
		} as INodeParameters,
		items,
		credentials: credentials ?? here.hubspot,
		...run,
	});
}

/** What the run wrote, `METHOD path` without ids. */
export function writes(here: Stage): string[] {
	return here.sandbox.books
		.writes('hubspot')
		.map(({ method, path }) => `${method} ${path.replace(/\/\d{5,}/g, '/:id')}`);
}

/** Everything this operation may have made, as it is now. */
export function snapshot(here: Stage) {
	const { calls, notes, files, transcripts, events } = here.sandbox.hubspot;
	const plain = (all: typeof calls) =>
		[...all.values()].map(({ id, properties, contacts }) => ({
			id,
			properties,
			contacts: [...contacts.keys()].sort(),
		}));
	return structuredClone({
		calls: plain(calls),
		notes: plain(notes),
		files: [...files.values()].map(({ content: _, ...file }) => file),
		transcripts: [...transcripts.values()],
		events: events.map(({ fields }) => fields),
	});
}

export function only<T>(all: ReadonlyMap<string, T>): T {
	const values = [...all.values()];
	expect(values).toHaveLength(1);
	return values[0]!;
}
