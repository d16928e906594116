import type { SessionInput } from '../../../shared/items/session';
import type { RecordedFile } from '../../mapping/recordingInput';
import type { RecordingMemory, SessionMemory } from '../../mapping/recordingMemory';
import type { LazyFile } from '../../transport/fileForm';
import type { RecordedEvent } from '../../transport/recordedEvents';
import type { HubSpotClient } from '../../transport/request';
import type { Entry } from './entry';
import type { RecordingOptions } from './options';

/** The marketing event of one or more sessions. */
export interface EventPlace {
	/** undefined when HubSpot has none. */
	event: RecordedEvent | undefined;
	/** Whether the node may write to it. */
	writable: boolean;
	/** Why it is not written to; empty when it is. */
	notice: string;
	memory: RecordingMemory;
}

/** The recording of one session: what stands behind one call. */
export interface Group {
	session: SessionInput;
	/** Under which the event remembers it. */
	id: string;
	place: EventPlace;
	/** One per file, in the order of the items. */
	entries: Entry[];
	memory: SessionMemory;
	/** Whom call and notes are associated with: record IDs. */
	contactIds: string[];
	/** What is told of them beside the result. */
	contactsNotice: string;
	/** Whether the transcript stands in the call itself. */
	wordsInCall: boolean;
}

/** One run of the operation over all items: what the stages hand on to one another. */
export interface Run {
	client: HubSpotClient;
	options: RecordingOptions;
	/** Epoch milliseconds. */
	now: number;
	/** Custom properties of ours that marketing events have. */
	properties: ReadonlySet<string>;
	/** The file of an item; null when it carries none. */
	fileOf(index: number): Promise<LazyFile | null>;
}

/** An entry together with its file. */
export function fileOfEntry({ input }: Entry): RecordedFile[] {
	return input.file === null ? [] : [input.file];
}
