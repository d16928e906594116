import { unknownSession, type Choice } from '../../../shared/attendees/choice';
import { isFollowed } from '../../../shared/attendees/rehearsal';
import { finalMoment, hasCome } from '../../../shared/attendees/session';
import { ParameterError } from '../../../shared/node/errors';
import type { Run } from '../../mapping/run';
import { toSeminarDate, type SeminarDate } from '../../mapping/seminarDate';
import { withRun, type AdobeWebinar } from '../../mapping/webinar';
import { latestRun, ofPlans, onItsDate, runsOfDate } from '../../mapping/webinarRuns';
import { heldSession } from './heldSession';
import { notHeld } from './notHeld';
import type { AdobeSession, Search } from './session';

/**
 * The sessions that were asked for, one after the other, oldest first.
 * @throws ParameterError for a session or a date that the webinar does not have
 */
export async function* sessionsOf(
	search: Search,
	choice: Choice,
): AsyncGenerator<AdobeSession, void, undefined> {
	const { found, readings } = search;
	const { webinar } = found;
	if (choice.kind === 'occurrence' && webinar.kind !== 'seminar') {
		throw new ParameterError(
			`The webinar ${webinar.webinarId} has no sessions to choose from; only seminars have`,
			'Choose Latest, By Session ID or All as Session',
		);
	}
	const runs = await readings.runs();
	const dates = found.sessions.map(toSeminarDate);
	if (choice.kind === 'one') {
		yield await oneSession(search, choice.sessionId, runs, dates);
		return;
	}
	const chosen = chosenRuns(choice, webinar, runs ?? [], dates);
	if (chosen.length === 0) {
		yield await notHeld(search, webinar);
		return;
	}
	const isOnly = ofPlans(webinar, runs ?? [], dates).length === 1;
	for (const [index, run] of chosen.entries()) {
		const session = await heldSession(search, onItsDate(webinar, dates, run), run, isOnly);
		if (await isRehearsal(search, session, chosen[index + 1])) {
			readings.notes.add(
				`The run of ${run.startTime} was left out: only hosts and presenters were there, and another run followed`,
			);
		} else yield session;
	}
}

/** @returns oldest first; none = it was not held */
function chosenRuns(
	{ kind }: Choice,
	webinar: AdobeWebinar,
	runs: readonly Run[],
	dates: readonly SeminarDate[],
): Run[] {
	if (kind === 'all') return ofPlans(webinar, runs, dates);
	if (kind === 'occurrence') return runsOfDate(webinar, runs, dates);
	const latest = latestRun(webinar, runs, dates);
	return latest === undefined ? [] : [latest];
}

/** The run that the trigger told, whatever it was of. */
async function oneSession(
	search: Search,
	sessionId: string,
	runs: readonly Run[] | undefined,
	dates: readonly SeminarDate[],
): Promise<AdobeSession> {
	const { found, told, options, now } = search;
	const run = runs?.find((one) => one.sessionId === sessionId);
	if (run !== undefined) {
		const own = ofPlans(found.webinar, runs ?? [], dates);
		const isOnly = own.length === 1 && own[0] === run;
		return await heldSession(search, onItsDate(found.webinar, dates, run), run, isOnly);
	}
	if (runs === undefined) return await notHeld(search, found.webinar);
	const { startTime, endTime } = told ?? { startTime: null, endTime: null };
	const webinar = withRun(found.webinar, { sessionId, startTime, endTime });
	const finalAt = finalMoment(webinar, options.finalAfterMs);
	if (told === null || finalAt === null || hasCome(finalAt, now)) {
		throw unknownSession(sessionId, webinar.webinarId);
	}
	const base = { webinar, rows: [], surveyed: new Set<string>(), isOnly: true, viewedAfter: null };
	return { ...base, reason: 'reportNotReady', finalAt };
}

/** Hosts are in no attendance; presenters are. */
async function isRehearsal(
	{ readings }: Search,
	{ webinar, rows, reason }: AdobeSession,
	next: Run | undefined,
): Promise<boolean> {
	if (reason !== undefined || !isFollowed(webinar.startTime, next?.startTime)) return false;
	const { roles } = await readings.people();
	return rows.every(({ registrantId }) => roles.has(registrantId));
}
