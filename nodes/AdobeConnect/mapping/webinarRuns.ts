import { bestRun, inOrder, lastEnded, planOfRun, runsOfPlan } from './heldRuns';
import type { Run } from './run';
import { onSeminarDate, type SeminarDate } from './seminarDate';
import type { AdobeWebinar } from './webinar';

/** A meeting room is used whenever it suits, and so is a seminar room without any session. */
export function isFree({ kind }: AdobeWebinar, dates: readonly SeminarDate[]): boolean {
	return kind === 'meeting' || (kind === 'seminar' && dates.length === 0);
}

/** All runs that came of what the room was planned for; of a room without plans all there are. */
export function ofPlans(
	webinar: AdobeWebinar,
	runs: readonly Run[],
	dates: readonly SeminarDate[],
): Run[] {
	if (isFree(webinar, dates)) return inOrder(runs);
	if (webinar.kind === 'event') return runsOfPlan(runs, [webinar], webinar);
	return inOrder(dates.flatMap((date) => runsOfPlan(runs, dates, date)));
}

/** The webinar on the date that a run was of. */
export function onItsDate(
	webinar: AdobeWebinar,
	dates: readonly SeminarDate[],
	run: Run,
): AdobeWebinar {
	const date = planOfRun(dates, run);
	return date === undefined ? webinar : onSeminarDate(webinar, date);
}

/**
 * The runs of the date that is meant: an event's own, those of one session of a seminar, and of a room
 * that is used whenever it suits the one that ended last.
 */
export function runsOfDate(
	webinar: AdobeWebinar,
	runs: readonly Run[],
	dates: readonly SeminarDate[],
): Run[] {
	if (isFree(webinar, dates)) {
		const last = lastEnded(runs);
		return last === undefined ? [] : [last];
	}
	const plan = dates.find(({ occurrenceId }) => occurrenceId === webinar.occurrenceId);
	return plan === undefined ? ofPlans(webinar, runs, dates) : runsOfPlan(runs, dates, plan);
}

/** The one run that a webinar came to; undefined when it was not held. */
export function latestRun(
	webinar: AdobeWebinar,
	runs: readonly Run[],
	dates: readonly SeminarDate[],
): Run | undefined {
	const plan = dates.find(({ occurrenceId }) => occurrenceId === webinar.occurrenceId);
	return bestRun(runsOfDate(webinar, runs, dates), plan ?? webinar);
}
