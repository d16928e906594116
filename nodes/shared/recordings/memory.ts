/**
 * One session whose files were returned before: one run of a webinar, or what else a platform keeps
 * files together by.
 */
export type RememberedSession = {
	webinarId: string;
	/** ISO 8601 UTC start of the session: it never changes, unlike the files' ends. */
	startedAt: string;
	/** Keys of files that were returned. */
	files: string[];
	/** Keys of those that have vanished since; they stay known, so that a recovered file is not new. */
	gone: string[];
	/** Reasons that were told about the session and are final. */
	told: string[];
	/** ISO 8601 UTC until which it is looked at because a file is still to come; empty = none is. */
	openUntil: string;
};

/** What *New Since: Last Run* keeps for one webinar or host, in n8n's static data of the node. */
export type Place = {
	/** ISO 8601 UTC. */
	lastRunAt: string;
	/** Sessions before this moment were never asked for; empty = no bound. */
	since: string;
	sessions: Record<string, RememberedSession>;
};

/** A session as the platform lists it now. */
export interface ListedSession {
	sessionId: string;
	webinarId: string;
	startedAt: string;
	/** Keys of all its files, ready or not, wanted or not. */
	files: readonly string[];
}

/** What a run did with one session. */
export interface Handled {
	session: ListedSession;
	/** Keys of the files that came out well; the others come again. */
	returned: readonly string[];
	/** Final reasons that were told. */
	told: readonly string[];
	/** Whether a file failed or comes later. */
	unfinished: boolean;
}

/**
 * The moment from which sessions are looked at: so much before the last run, because files become
 * ready late, but never before the first run's own beginning. Sessions with a file that failed or is
 * to come are looked at for as long again. It never moves back from one run to the next.
 * @param first where the first run begins; -Infinity = no bound
 * @returns epoch milliseconds
 */
export function lookFrom(place: Place | undefined, overlapMs: number, first: number): number {
	if (place === undefined) return first;
	const since = place.since === '' ? -Infinity : Date.parse(place.since);
	const open = Object.values(place.sessions)
		.filter(({ openUntil }) => openUntil > place.lastRunAt)
		.map(({ startedAt }) => Date.parse(startedAt));
	return Math.min(Math.max(since, Date.parse(place.lastRunAt) - overlapMs), ...open);
}

/** Whether a file was returned before. */
export function isRemembered(place: Place | undefined, sessionId: string, file: string): boolean {
	const session = place?.sessions[sessionId];
	return session !== undefined && (session.files.includes(file) || session.gone.includes(file));
}

/** Whether this final reason was told about the session before. */
export function wasTold(place: Place | undefined, sessionId: string, reason: string): boolean {
	return place?.sessions[sessionId]?.told.includes(reason) ?? false;
}

export interface Vanished {
	sessionId: string;
	session: RememberedSession;
	file: string;
}

/**
 * Files that were returned before and that the platform no longer lists, each told once.
 * @param asked whether this run asked for the session; where it did not, absence says nothing
 */
export function vanished(
	place: Place | undefined,
	listed: readonly ListedSession[],
	asked: (sessionId: string, session: RememberedSession) => boolean,
): Vanished[] {
	const files = new Map(listed.map((session) => [session.sessionId, new Set(session.files)]));
	return Object.entries(place?.sessions ?? {})
		.filter(([sessionId, session]) => asked(sessionId, session))
		.flatMap(([sessionId, session]) =>
			session.files
				.filter((file) => files.get(sessionId)?.has(file) !== true)
				.map((file) => ({ sessionId, session, file })),
		);
}

/**
 * The memory after a run. Sessions are forgotten when the next run no longer looks at them.
 *
 * A file that becomes ready within `overlapMs` after its session's start, or after a run that waits
 * for it, is returned exactly once, whatever the order in which files appear.
 * @param first as for `lookFrom`, of the run that has ended
 * @param now start of the run, epoch milliseconds
 */
export function afterRun(
	place: Place | undefined,
	run: { now: number; first: number; overlapMs: number },
	handled: readonly Handled[],
	lost: readonly Vanished[],
): Place {
	const next: Place = {
		lastRunAt: new Date(run.now).toISOString(),
		since: place?.since ?? (run.first === -Infinity ? '' : new Date(run.first).toISOString()),
		sessions: structuredClone(place?.sessions ?? {}),
	};
	for (const { sessionId, file } of lost) {
		const session = next.sessions[sessionId]!;
		session.files = session.files.filter((known) => known !== file);
		session.gone.push(file);
	}
	for (const { session, returned, told, unfinished } of handled) {
		const known = (next.sessions[session.sessionId] ??= {
			webinarId: session.webinarId,
			startedAt: session.startedAt,
			files: [],
			gone: [],
			told: [],
			openUntil: '',
		});
		// Recovered from the trash: known as before, and told again should it vanish again.
		const back = known.gone.filter((file) => session.files.includes(file));
		known.gone = known.gone.filter((file) => !back.includes(file));
		known.files = [...new Set([...known.files, ...back, ...returned])];
		known.told = [...new Set([...known.told, ...told])];
		const until = known.openUntil || new Date(run.now + run.overlapMs).toISOString();
		known.openUntil = unfinished ? until : '';
	}
	const from = lookFrom(next, run.overlapMs, -Infinity);
	next.sessions = Object.fromEntries(
		Object.entries(next.sessions).filter(
			([, { startedAt, files, gone, told, openUntil }]) =>
				Date.parse(startedAt) >= from &&
				files.length + gone.length + told.length + openUntil.length > 0,
		),
	);
	return next;
}
