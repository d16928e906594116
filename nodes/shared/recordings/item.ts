import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { Outcome } from '../model/outcome';
import type { Recording } from '../model/recording';
import type { Webinar } from '../model/webinar';

/** What comes out for one file, or for a session without one. */
export interface RecordingItem {
	webinar: Webinar;
	/** null where there is no file to speak of. */
	recording: Recording | null;
	outcome: Outcome;
}

export interface Produced {
	json: RecordingItem;
	binary?: INodeExecutionData['binary'];
}

/** n8n's item, linked to the input that asked for it. */
export function toItem({ json, binary }: Produced, itemIndex: number): INodeExecutionData {
	return {
		json: { ...json } satisfies IDataObject,
		...(binary !== undefined && { binary }),
		pairedItem: { item: itemIndex },
	};
}
