import type { ZoomEvents } from '../../contract';
import { createCast } from './cast';
import { participantEvents } from './participantEvents';
import { recordingEvents, type RecordingEventOptions } from './recordingEvents';
import { registrationEvents } from './registrationEvents';
import { webinarEvents } from './webinarEvents';

/** Every event of a webinar, with the payload that Zoom documents. */
export function createEvents(options: RecordingEventOptions): ZoomEvents {
	const cast = createCast(options.world);
	return {
		...webinarEvents(cast, options.now),
		...registrationEvents(cast, options.now),
		...participantEvents(cast),
		...recordingEvents(cast, options),
	};
}
