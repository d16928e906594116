import { setTimeout as sleep } from 'node:timers/promises';
import { adobeIds } from '../../../story';
import type { StorySession } from '../../../story/contract';
import type { Stage } from './stage';

/** The main webinar of the story, an event in Adobe Connect, as something that goes on while n8n is watching. */
export class AdobeSession {
	readonly ids;

	constructor(private readonly stage: Stage) {
		this.ids = adobeIds(stage.story.main, 'event');
	}

	/** Before the template is published: people are in the room, nobody has ended the meeting. */
	goesOn(): void {
		const held = this.stage.sandbox.adobeConnect.room(this.ids.roomId).held?.at(-1);
		if (held === undefined) throw new Error('Nothing is held');
		held.end = null;
	}

	/** The host ends the meeting. @returns the story with the end that it has now */
	async ends(): Promise<StorySession> {
		// The story counts in whole seconds, and the end must not lie before the trigger's first poll.
		await sleep(1100);
		const held = this.stage.sandbox.adobeConnect.endSession(this.ids.roomId);
		held.end = held.end?.replace(/\.\d+Z$/, '.000Z') ?? null;
		return { ...this.stage.story.main, endTime: held.end ?? '' };
	}
}
