import type { IExecuteFunctions } from 'n8n-workflow';

import { readFiles, readSyncOptions, type SyncOptions } from '../../../shared/recordings/options';
import { asObject, asText } from '../../../shared/transport/json';
import { RECORDING_KINDS, type RecordingKind } from '../../mapping/recording';

export interface AdobeSyncOptions extends SyncOptions {
	of: 'webinar' | 'account';
	/** asset-id of one run; empty = the latest. */
	sessionId: string;
	kinds: ReadonlySet<RecordingKind>;
	views: boolean;
	makePublic: boolean;
}

/** The fields of *Sync recordings*, checked. */
export function readAdobeSyncOptions(
	context: IExecuteFunctions,
	itemIndex: number,
): AdobeSyncOptions {
	const options = asObject(context.getNodeParameter('options', itemIndex, {}));
	const of = readOf(context, itemIndex);
	return {
		...readSyncOptions(context, itemIndex),
		of,
		sessionId:
			of === 'webinar' ? asText(context.getNodeParameter('sessionId', itemIndex, '')).trim() : '',
		kinds: readFiles(context, itemIndex, RECORDING_KINDS),
		views: options.includeViews === true,
		makePublic: options.makePublic === true,
	};
}

export function readOf(context: IExecuteFunctions, itemIndex: number): AdobeSyncOptions['of'] {
	return context.getNodeParameter('recordingsOf', itemIndex) === 'account' ? 'account' : 'webinar';
}
