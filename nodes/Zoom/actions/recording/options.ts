import type { IExecuteFunctions } from 'n8n-workflow';

import { RECORDING_FILE_TYPES, type RecordingFileType } from '../../../shared/model/recording';
import { readFiles, readSyncOptions, type SyncOptions } from '../../../shared/recordings/options';
import { asObject, asText } from '../../../shared/transport/json';

export interface ZoomSyncOptions extends SyncOptions {
	of: 'webinar' | 'host' | 'account';
	files: ReadonlySet<RecordingFileType>;
	withPasscode: boolean;
	transcriptText: boolean;
	transcriptSegments: boolean;
}

/** The fields of *Sync recordings*, checked. */
export function readZoomSyncOptions(
	context: IExecuteFunctions,
	itemIndex: number,
): ZoomSyncOptions {
	const options = asObject(context.getNodeParameter('options', itemIndex, {}));
	const transcript = asText(options.transcript) || 'text';
	return {
		...readSyncOptions(context, itemIndex),
		of: context.getNodeParameter('recordingsOf', itemIndex) as ZoomSyncOptions['of'],
		files: readFiles(context, itemIndex, RECORDING_FILE_TYPES),
		withPasscode: options.shareLinkWithPasscode === true,
		transcriptText: ['text', 'both'].includes(transcript),
		transcriptSegments: ['segments', 'both'].includes(transcript),
	};
}
