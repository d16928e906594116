import type { HubSpotTranscriptState, HubSpotUtterance } from '../../contract';
import type { Kernel } from '../../kernel/kernel';
import { isoNow } from '../context';

/** Transcripts of the portal's calls. */
export class TranscriptStore {
	readonly byId = new Map<string, HubSpotTranscriptState>();
	private nextId = 9001;

	constructor(private readonly kernel: Kernel) {}

	create(engagementId: string, utterances: HubSpotUtterance[]): HubSpotTranscriptState {
		const id = String(this.nextId++);
		const transcript = { id, engagementId, utterances, createdAt: isoNow(this.kernel) };
		this.byId.set(id, transcript);
		return transcript;
	}
}
