import type { IExecuteFunctions } from 'n8n-workflow';

import { RECORDING_FILE_TYPES, type RecordingFileType } from '../../../shared/model/recording';
import { ParameterError } from '../../../shared/node/errors';
import { asNumber, asObject, asText } from '../../../shared/transport/json';
import { readMoment, readMomentOr } from './moment';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

export interface SyncOptions {
	of: 'webinar' | 'host' | 'account';
	newSince: 'lastRun' | 'moment' | 'everything';
	/** Epoch milliseconds; only with `moment`. */
	since: number;
	/** Epoch milliseconds; sessions that begin later are left out. */
	until: number;
	files: ReadonlySet<RecordingFileType>;
	links: boolean;
	download: boolean;
	/** Every run of a recurring webinar, not only the latest. */
	allRuns: boolean;
	withPasscode: boolean;
	transcriptText: boolean;
	transcriptSegments: boolean;
	binaryField: string;
	/** After the end of a session: what is missing then does not come any more. */
	finalAfterMs: number;
	retryAfterMs: number;
	/** How far the first run looks back for hosts. */
	firstLookBackMs: number;
	/** How long before the last run every run looks again. */
	overlapMs: number;
}

/** The fields of *Sync recordings*, checked. */
export function readSyncOptions(context: IExecuteFunctions, itemIndex: number): SyncOptions {
	const options = asObject(context.getNodeParameter('options', itemIndex, {}));
	const newSince = context.getNodeParameter('newSince', itemIndex) as SyncOptions['newSince'];
	const returned = context.getNodeParameter('return', itemIndex);
	const transcript = asText(options.transcript) || 'text';
	return {
		of: context.getNodeParameter('recordingsOf', itemIndex) as SyncOptions['of'],
		newSince,
		since: newSince === 'moment' ? readMoment(context, 'since', itemIndex, 'Since') : -Infinity,
		until:
			newSince === 'lastRun'
				? Infinity
				: readMomentOr(context, 'options.until', itemIndex, 'Until', Infinity),
		files: readFiles(context.getNodeParameter('files', itemIndex)),
		links: returned !== 'file',
		download: returned !== 'links',
		allRuns: options.allRuns === true,
		withPasscode: options.shareLinkWithPasscode === true,
		transcriptText: ['text', 'both'].includes(transcript),
		transcriptSegments: ['segments', 'both'].includes(transcript),
		binaryField: asText(options.binaryPropertyName).trim() || 'data',
		finalAfterMs: positive(options.finalAfterHours, 24, 'Final After (Hours)') * HOUR_MS,
		retryAfterMs: positive(options.retryAfterMinutes, 60, 'Retry After (Minutes)') * 60_000,
		firstLookBackMs: positive(options.firstLookBackDays, 30, 'First Look Back (Days)') * DAY_MS,
		overlapMs: positive(options.lookAgainDays, 14, 'Look Again (Days)') * DAY_MS,
	};
}

function readFiles(value: unknown): ReadonlySet<RecordingFileType> {
	const chosen = Array.isArray(value) ? value : [];
	const files = RECORDING_FILE_TYPES.filter((type) => chosen.includes(type));
	if (files.length === 0) {
		throw new ParameterError('Files is empty', 'Choose at least one kind of file');
	}
	return new Set(files);
}

function positive(value: unknown, fallback: number, name: string): number {
	if (value === undefined) return fallback;
	const number = asNumber(value);
	if (number === undefined || number < 0) {
		throw new ParameterError(`${name} is not a number of 0 or more`, `Enter a number in ${name}`);
	}
	return number;
}
