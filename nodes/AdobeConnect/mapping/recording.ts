import type { Recording } from '../../shared/model/recording';
import type { RecordedFile, RecordedSession } from '../../shared/recordings/found';
import { asIsoTime } from '../../shared/transport/json';
import { attributeOf, timeOf, valueOf, type XmlElement } from '../xml/element';

/** What rooms record, and what a conversion makes of that. */
export const RECORDING_KINDS = ['archive', 'mp4-archive'] as const;

export type RecordingKind = (typeof RECORDING_KINDS)[number];

/** How often a recording was opened; Adobe Connect does not say by whom. */
export type RecordingViews = {
	count: number;
	/** ISO 8601 UTC; null = never. */
	lastViewedAt: string | null;
};

/** Our recording, and what Adobe Connect knows beside it. */
export type AdobeRecording = Recording & {
	/** null unless it was asked for. */
	views: RecordingViews | null;
};

/** One recording as a room or folder lists it. */
export interface AdobeFile extends RecordedFile {
	kind: RecordingKind;
	/** The title that Adobe Connect gave it. */
	name: string;
	/** Between slashes; empty where it could not be part of an address. */
	urlPath: string;
	/** ISO 8601 UTC. */
	startTime: string | null;
	/** null while it is being recorded. */
	endTime: string | null;
	/** sco-id of what it lies in: mostly the room. */
	folderId: string;
	/** sco-id of the room or, of a conversion, of the recording that it was made of. */
	sourceId: string;
	state: 'ready' | 'processing' | 'failed';
}

/**
 * Each recording is remembered for itself, by its own ID: which run it belongs to is told by another
 * report, which may come later.
 */
export type AdobeSession = RecordedSession<AdobeFile>;

/** Nothing that could lead an address somewhere else. */
const URL_PATH = /^(?:\/[A-Za-z0-9_-]+)+\/$/;

/**
 * A row of list-recordings or of a folder's contents; undefined when it is none.
 * https://helpx.adobe.com/adobe-connect/webservices/list-recordings.html
 */
export function toFile(row: XmlElement): AdobeFile | undefined {
	const recordingId = attributeOf(row, 'sco-id');
	if (recordingId === '') return undefined;
	const kind = valueOf(row, 'icon') === 'mp4-archive' ? 'mp4-archive' : 'archive';
	const path = valueOf(row, 'url-path');
	const startTime = timeOf(row, 'date-begin') ?? timeOf(row, 'date-created');
	const endTime = timeOf(row, 'date-end') ?? endOf(startTime, valueOf(row, 'duration'));
	return {
		key: recordingId,
		recordingId,
		fileType: 'video',
		kind,
		name: valueOf(row, 'name'),
		urlPath: URL_PATH.test(path) ? path : '',
		startTime,
		endTime,
		folderId: attributeOf(row, 'folder-id'),
		sourceId: attributeOf(row, 'source-sco-id'),
		state: stateOf(kind, attributeOf(row, 'job-status'), endTime),
	};
}

/** A list writes `00:58:20` or `00:02:58.250`, a folder's contents seconds. */
function endOf(start: string | null, duration: string): string | null {
	const parts = duration.split(':');
	const numbers = parts.map(Number);
	if (start === null || duration === '' || numbers.some((part) => !(part >= 0))) return null;
	const seconds = numbers.reduce((sum, part) => sum * 60 + part, 0);
	return asIsoTime(Date.parse(start) + Math.round(seconds) * 1000);
}

/** Conversions have a job; Adobe does not list its words, so that only clear ones count. */
function stateOf(kind: RecordingKind, job: string, end: string | null): AdobeFile['state'] {
	if (kind === 'archive') return end === null ? 'processing' : 'ready';
	if (/fail|error|cancel/i.test(job)) return 'failed';
	return job === '' || /complete|success|done/i.test(job) ? 'ready' : 'processing';
}

/**
 * The conversion of a recording that can be played. It names the recording that it was made of, or began
 * with it in the same room.
 * @param others recordings that it may be among, of any room
 */
export function conversionOf(file: AdobeFile, others: readonly AdobeFile[]): AdobeFile | undefined {
	return others.find(
		(other) =>
			other.kind === 'mp4-archive' &&
			other.state === 'ready' &&
			(other.sourceId === file.recordingId ||
				(other.folderId === file.folderId && other.startTime === file.startTime)),
	);
}

/**
 * A recording in the words of our model. Its page is also what is shown to people: there is no other.
 * @param webAddress of the account, without a slash at its end
 * @param links whether addresses come out at all
 */
export function toRecording(file: AdobeFile, webAddress: string, links: boolean): AdobeRecording {
	const page = links && file.urlPath !== '' ? `${webAddress}${file.urlPath}` : '';
	return {
		recordingId: file.recordingId,
		type: file.kind,
		startTime: file.startTime,
		endTime: file.endTime,
		fileType: file.fileType,
		sizeBytes: null,
		url: page,
		shareUrl: page,
		passcode: '',
		transcriptText: null,
		transcriptSegments: null,
		views: null,
	};
}

/** `<report-sco-views>` of a recording; null when it holds no count. */
export function toViews(report: XmlElement): RecordingViews | null {
	const count = Number(attributeOf(report, 'views'));
	if (attributeOf(report, 'views') === '' || !Number.isInteger(count) || count < 0) return null;
	return { count, lastViewedAt: timeOf(report, 'last-viewed-date') };
}
