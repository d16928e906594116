import type { IExecuteFunctions } from 'n8n-workflow';

import { asIsoTime } from '../../../shared/transport/json';
import type { SessionRecording } from '../../mapping/recording';
import { UNLISTED_TRANSCRIPT } from '../../mapping/recordingFile';
import {
	isRemembered,
	vanished,
	wasTold,
	type Handled,
	type Place,
	type RememberedSession,
	type Vanished,
} from '../../mapping/recordingMemory';
import { toWebinar } from '../../mapping/webinar';
import { produceFile, type Produced } from './file';
import type { Found } from './find';
import type { Missing } from './missing';
import type { SyncOptions } from './options';
import { withoutFile } from './outcomes';
import { lookForTranscript } from './transcripts';

/** What a run has looked at. */
export interface Looked {
	found: Found;
	/** What was returned before; undefined = nothing, or nobody wants to know. */
	place: Place | undefined;
	/** Epoch milliseconds; sessions before it are left alone. */
	from: number;
	/** Epoch milliseconds. */
	now: number;
	/** Whether the run would have listed this session, had it a recording. */
	asked(sessionId: string, session: RememberedSession): boolean;
}

export interface AllProduced {
	produced: Produced[];
	handled: Handled[];
	lost: Vanished[];
}

/** One item per file that is new, and one for everything that should be there and is not. */
export async function produceAll(
	context: IExecuteFunctions,
	looked: Looked,
	options: SyncOptions,
): Promise<AllProduced> {
	const { found, place, from, now } = looked;
	const retryAt = now + options.retryAfterMs;
	const all: AllProduced = {
		produced: [],
		handled: [],
		lost: vanished(place, found.sessions, looked.asked),
	};
	for (const session of found.sessions) {
		if (Date.parse(session.startedAt) < from || Date.parse(session.startedAt) >= options.until) {
			continue;
		}
		const returned: string[] = [];
		const told: string[] = [];
		const before = all.produced.length;
		for (const file of session.entries) {
			if (!options.files.has(file.fileType) || isKnown(place, session, file)) continue;
			const produced = await produceFile(context, session, file, options, retryAt);
			if (produced.json.outcome.result === 'synced') returned.push(file.key);
			all.produced.push(produced);
		}
		if (options.files.has('transcript')) {
			await addTranscript(context, session, looked, options, { all, returned, told });
		}
		const unfinished = all.produced
			.slice(before)
			.some(({ json }) => ['deferred', 'failed'].includes(json.outcome.result));
		all.handled.push({ session, returned, told, unfinished });
	}
	addVanished(all, looked, retryAt);
	for (const missing of found.missing) addMissing(all, missing, looked, options);
	return all;
}

function isKnown(
	place: Place | undefined,
	{ sessionId }: SessionRecording,
	{ key, fileType }: SessionRecording['entries'][number],
): boolean {
	if (isRemembered(place, sessionId, key)) return true;
	return fileType === 'transcript' && isRemembered(place, sessionId, UNLISTED_TRANSCRIPT);
}

/** A listing without a transcript says nothing about why; its own endpoint does. */
async function addTranscript(
	context: IExecuteFunctions,
	session: SessionRecording,
	{ place, now }: Looked,
	options: SyncOptions,
	{ all, returned, told }: { all: AllProduced; returned: string[]; told: string[] },
): Promise<void> {
	const { sessionId, webinar, entries } = session;
	if (entries.some(({ fileType }) => fileType === 'transcript')) return;
	const known = place?.sessions[sessionId];
	if (known?.told.some((reason) => reason.startsWith('transcript:'))) return;
	const retryAt = now + options.retryAfterMs;
	const looked = await lookForTranscript(context, session, options.finalAfterMs, now);
	if ('file' in looked) {
		session.files = [...session.files, looked.file.key];
		if (isRemembered(place, sessionId, looked.file.key)) return;
		const produced = await produceFile(context, session, looked.file, options, retryAt);
		if (produced.json.outcome.result === 'synced') returned.push(looked.file.key);
		all.produced.push(produced);
		return;
	}
	const outcome = withoutFile(looked.reason, retryAt, looked.message);
	if (outcome.result === 'skipped') told.push(`transcript:${looked.reason}`);
	all.produced.push({ json: { webinar, recording: null, outcome } });
}

/** Returned before and gone: each file, or the session at once where all of it is gone. */
function addVanished(all: AllProduced, { found }: Looked, retryAt: number): void {
	const listed = new Map(found.sessions.map((session) => [session.sessionId, session]));
	const whole = new Set<string>();
	for (const { sessionId, session, file } of all.lost) {
		const webinar = listed.get(sessionId)?.webinar ?? webinarOf(sessionId, session, found);
		const isWhole = !listed.has(sessionId);
		if (file === UNLISTED_TRANSCRIPT || whole.has(sessionId)) continue;
		if (isWhole) whole.add(sessionId);
		const message = isWhole
			? 'The recording was returned before and has been deleted since'
			: 'The file was returned before and has been deleted since';
		const outcome = withoutFile('recordingDeleted', retryAt, message);
		const recordId = isWhole ? '' : file;
		all.produced.push({ json: { webinar, recording: null, outcome: { ...outcome, recordId } } });
	}
}

/** What is still known of a webinar whose recording is gone. */
function webinarOf(
	sessionId: string,
	{ webinarId, startedAt }: RememberedSession,
	{ missing }: Found,
): Missing['webinar'] {
	const told = missing.find(({ webinar }) => webinar.sessionId === sessionId)?.webinar;
	return told ?? { ...toWebinar({}, ''), webinarId, sessionId, startTime: asIsoTime(startedAt) };
}

function addMissing(
	all: AllProduced,
	{ webinar, reason, message, notBefore }: Missing,
	{ place, from, now }: Looked,
	options: SyncOptions,
): void {
	const { sessionId, webinarId } = webinar;
	const known = place?.sessions[sessionId];
	const startedAt = webinar.startTime ?? webinar.scheduledStartTime ?? new Date(now).toISOString();
	const before = Date.parse(startedAt) < from;
	// What was returned before is told as deleted above, or was so at an earlier time.
	if (before || (known?.files.length ?? 0) + (known?.gone.length ?? 0) > 0) return;
	if (wasTold(place, sessionId, reason)) return;
	const retryAt = Math.max(now, notBefore ?? 0) + options.retryAfterMs;
	const outcome = withoutFile(reason, retryAt, message);
	all.produced.push({ json: { webinar, recording: null, outcome } });
	if (outcome.result === 'failed') return;
	const session = { sessionId, webinarId, startedAt, files: [] };
	const unfinished = outcome.result === 'deferred';
	all.handled.push({ session, returned: [], told: unfinished ? [] : [reason], unfinished });
}
