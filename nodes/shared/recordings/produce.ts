import type { Destination, Outcome } from '../model/outcome';
import type { RecordingFileType } from '../model/recording';
import type { Webinar } from '../model/webinar';
import type { Found, Missing, RecordedFile, RecordedSession } from './found';
import type { Produced } from './item';
import {
	isRemembered,
	vanished,
	wasTold,
	type Handled,
	type Place,
	type RememberedSession,
	type Vanished,
} from './memory';
import { withoutFile } from './outcomes';

/** What a run has looked at. */
export interface Looked<Session> {
	found: Found<Session>;
	/** What was returned before; undefined = nothing, or nobody wants to know. */
	place: Place | undefined;
	/** Epoch milliseconds; sessions before it are left alone. */
	from: number;
	/** Epoch milliseconds. */
	now: number;
	/** Whether the run would have listed this session, had it a recording. */
	asked(sessionId: string, session: RememberedSession): boolean;
}

/** What became of a session so far. */
export interface Progress {
	produced: Produced[];
	/** Keys of the files that came out well. */
	returned: string[];
	/** Final reasons that were told. */
	told: string[];
}

/** What each platform does in its own way. */
export interface Platform<File extends RecordedFile, Session extends RecordedSession<File>> {
	destination: Destination;
	/** Whether files of this kind were chosen. */
	wants(file: File): boolean;
	/** One file as an item; fails with its own outcome only. @param retryAt epoch milliseconds */
	produce(session: Session, file: File, retryAt: number): Promise<Produced>;
	/**
	 * What the list of files lacks and another endpoint may have.
	 * @param place what was returned before
	 */
	lookFurther?(session: Session, place: Place | undefined, progress: Progress): Promise<void>;
	/** The key that stands for a kind of file as long as the list lacks it. */
	standIn?: { fileType: RecordingFileType; key: string };
	/** What is still known of a webinar whose recording is gone. */
	webinarOf(sessionId: string, session: RememberedSession): Promise<Webinar>;
}

export interface ProduceOptions {
	/** Epoch milliseconds; sessions that begin later are left out. */
	until: number;
	retryAfterMs: number;
}

export interface AllProduced {
	produced: Produced[];
	handled: Handled[];
	lost: Vanished[];
}

/** One item per file that is new, and one for everything that should be there and is not. */
export async function produceAll<File extends RecordedFile, Session extends RecordedSession<File>>(
	platform: Platform<File, Session>,
	looked: Looked<Session>,
	options: ProduceOptions,
): Promise<AllProduced> {
	const { found, place, from, now } = looked;
	const retryAt = now + options.retryAfterMs;
	const all: AllProduced = {
		produced: [],
		handled: [],
		lost: vanished(place, found.sessions, looked.asked),
	};
	for (const session of found.sessions) {
		const startedAt = Date.parse(session.startedAt);
		if (startedAt < from || startedAt >= options.until) continue;
		const progress: Progress = { produced: [], returned: [], told: [] };
		for (const file of session.entries) {
			if (!platform.wants(file) || isKnown(platform, place, session, file)) continue;
			const produced = await platform.produce(session, file, retryAt);
			if (produced.json.outcome.result === 'synced') progress.returned.push(file.key);
			progress.produced.push(produced);
		}
		await platform.lookFurther?.(session, place, progress);
		const { produced, returned, told } = progress;
		const unfinished = produced.some(({ json }) => isUnfinished(json.outcome));
		all.produced.push(...produced);
		all.handled.push({ session, returned, told, unfinished });
	}
	await addVanished(platform, all, looked, retryAt);
	for (const missing of found.missing) addMissing(platform, all, missing, looked, options);
	return all;
}

function isUnfinished({ result }: Outcome): boolean {
	return result === 'deferred' || result === 'failed';
}

function isKnown<File extends RecordedFile, Session extends RecordedSession<File>>(
	{ standIn }: Platform<File, Session>,
	place: Place | undefined,
	{ sessionId }: Session,
	{ key, fileType }: File,
): boolean {
	if (isRemembered(place, sessionId, key)) return true;
	return fileType === standIn?.fileType && isRemembered(place, sessionId, standIn.key);
}

/** Returned before and gone: each file, or the session at once where all of it is gone. */
async function addVanished<File extends RecordedFile, Session extends RecordedSession<File>>(
	platform: Platform<File, Session>,
	all: AllProduced,
	{ found }: Looked<Session>,
	retryAt: number,
): Promise<void> {
	const listed = new Map(found.sessions.map((session) => [session.sessionId, session]));
	const whole = new Set<string>();
	for (const { sessionId, session, file } of all.lost) {
		const isWhole = !listed.has(sessionId);
		if (file === platform.standIn?.key || whole.has(sessionId)) continue;
		if (isWhole) whole.add(sessionId);
		const missing = found.missing.find(({ webinar }) => webinar.sessionId === sessionId);
		const webinar =
			listed.get(sessionId)?.webinar ??
			missing?.webinar ??
			(await platform.webinarOf(sessionId, session));
		const message = isWhole
			? 'The recording was returned before and has been deleted since'
			: 'The file was returned before and has been deleted since';
		const outcome = withoutFile(platform.destination, 'recordingDeleted', retryAt, { message });
		const recordId = isWhole ? '' : file;
		all.produced.push({ json: { webinar, recording: null, outcome: { ...outcome, recordId } } });
	}
}

function addMissing<File extends RecordedFile, Session extends RecordedSession<File>>(
	{ destination }: Platform<File, Session>,
	all: AllProduced,
	{ webinar, reason, notBefore, ...words }: Missing,
	{ place, from, now }: Looked<Session>,
	options: ProduceOptions,
): void {
	const { sessionId, webinarId } = webinar;
	const known = place?.sessions[sessionId];
	const startedAt = webinar.startTime ?? webinar.scheduledStartTime ?? new Date(now).toISOString();
	const before = Date.parse(startedAt) < from;
	// What was returned before is told as deleted above, or was so at an earlier time.
	if (before || (known?.files.length ?? 0) + (known?.gone.length ?? 0) > 0) return;
	if (wasTold(place, sessionId, reason)) return;
	const retryAt = Math.max(now, notBefore ?? 0) + options.retryAfterMs;
	const outcome = withoutFile(destination, reason, retryAt, words);
	all.produced.push({ json: { webinar, recording: null, outcome } });
	if (outcome.result === 'failed') return;
	const session = { sessionId, webinarId, startedAt, files: [] };
	const unfinished = outcome.result === 'deferred';
	all.handled.push({ session, returned: [], told: unfinished ? [] : [reason], unfinished });
}
