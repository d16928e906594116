import type { INodeParameters } from 'n8n-workflow';

import { Flow as SavedFlow } from '../../support/flow';
import type { Stage } from '../../support/world';
import { byId } from '../support/zoom';

export { filesystemMode, storeThat } from '../../support/binaryStore';
export { itemsOf, told } from '../../support/recordings';

/** *Sync recordings* of the story's main webinar, everything, links only. */
export function syncOf(here: Stage, changes: INodeParameters = {}): INodeParameters {
	return {
		resource: 'recording',
		operation: 'sync',
		recordingsOf: 'webinar',
		webinar: byId(here.story.main.webinarId),
		sessionId: '',
		host: byId(here.story.main.hostEmail),
		newSince: 'everything',
		since: '',
		files: ['audio', 'captions', 'chat', 'timeline', 'transcript', 'video'],
		return: 'links',
		options: {},
		...changes,
	};
}

/** A saved workflow with the Zoom node. */
export class Flow extends SavedFlow {
	constructor(here: Pick<Stage, 'zoom'>, parameters: INodeParameters) {
		super('zoomWebinar', here.zoom, parameters);
	}
}
