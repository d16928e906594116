import type { IExecuteFunctions } from 'n8n-workflow';

import { ParameterError } from '../node/errors';
import { readMoment, readMomentOr } from '../node/moment';
import { asNumber, asObject, asText } from '../transport/json';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** What every platform's *Sync recordings* can be told. */
export interface SyncOptions {
	newSince: 'lastRun' | 'moment' | 'everything';
	/** Epoch milliseconds; only with `moment`. */
	since: number;
	/** Epoch milliseconds; sessions that begin later are left out. */
	until: number;
	links: boolean;
	download: boolean;
	/** Every run of a recurring webinar, not only the latest. */
	allRuns: boolean;
	binaryField: string;
	/** After the end of a session: what is missing then does not come any more. */
	finalAfterMs: number;
	retryAfterMs: number;
	/** How far the first run looks back where it looks at more than one webinar. */
	firstLookBackMs: number;
	/** How long before the last run every run looks again. */
	overlapMs: number;
}

/** The fields that all platforms share (fields.ts), checked. */
export function readSyncOptions(context: IExecuteFunctions, itemIndex: number): SyncOptions {
	const options = asObject(context.getNodeParameter('options', itemIndex, {}));
	const newSince = context.getNodeParameter('newSince', itemIndex) as SyncOptions['newSince'];
	const returned = context.getNodeParameter('return', itemIndex);
	return {
		newSince,
		since: newSince === 'moment' ? readMoment(context, 'since', itemIndex, 'Since') : -Infinity,
		until:
			newSince === 'lastRun'
				? Infinity
				: readMomentOr(context, 'options.until', itemIndex, 'Until', Infinity),
		links: returned !== 'file',
		download: returned !== 'links',
		allRuns: options.allRuns === true,
		binaryField: asText(options.binaryPropertyName).trim() || 'data',
		finalAfterMs: positive(options.finalAfterHours, 24, 'Final After (Hours)') * HOUR_MS,
		retryAfterMs: positive(options.retryAfterMinutes, 60, 'Retry After (Minutes)') * 60_000,
		firstLookBackMs: positive(options.firstLookBackDays, 30, 'First Look Back (Days)') * DAY_MS,
		overlapMs: positive(options.lookAgainDays, 14, 'Look Again (Days)') * DAY_MS,
	};
}

/**
 * The chosen kinds of files, of those that there are.
 * @throws ParameterError when none is chosen
 */
export function readFiles<Kind extends string>(
	context: IExecuteFunctions,
	itemIndex: number,
	kinds: readonly Kind[],
): ReadonlySet<Kind> {
	const value: unknown = context.getNodeParameter('files', itemIndex);
	const chosen: unknown[] = Array.isArray(value) ? value : [];
	const files = kinds.filter((kind) => chosen.includes(kind));
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
