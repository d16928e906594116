import type { Webinar } from '../../shared/model/webinar';
import type { Run } from './run';

/** A webinar that begins so much later than planned is still that webinar. */
const LATE_MS = 12 * 60 * 60 * 1000;

/** When something was planned for; ISO 8601 UTC. */
export type Plan = Pick<Webinar, 'scheduledStartTime' | 'scheduledEndTime'>;

/** Oldest first. */
export function inOrder(runs: readonly Run[]): Run[] {
	return [...runs].sort((a, b) => Date.parse(a.startTime) - Date.parse(b.startTime));
}

/** The run that ended last; else the one that is going on. */
export function lastEnded(runs: readonly Run[]): Run | undefined {
	const ended = runs
		.filter(({ endTime }) => endTime !== null)
		.sort((a, b) => Date.parse(a.endTime ?? '') - Date.parse(b.endTime ?? ''));
	return ended[ended.length - 1] ?? inOrder(runs)[runs.length - 1];
}

/**
 * What one of the plans for a room came to, oldest first: the runs that overlap it; where there is none, the
 * first one that began after it on that day. What ended before the planned start was a rehearsal. With no
 * plan at all, every run.
 * @param plans all that the room was planned for, e.g. the sessions of a seminar; `plan` is one of them
 */
export function runsOfPlan<P extends Plan>(
	runs: readonly Run[],
	plans: readonly P[],
	plan: P,
): Run[] {
	const ordered = inOrder(runs);
	if (plan.scheduledStartTime === null) return plans.length > 1 ? [] : ordered;
	const own = ordered.filter((run) => planOfRun(plans, run) === plan);
	const overlapping = own.filter((run) => overlap(run, plan) > 0);
	return overlapping.length > 0 ? overlapping : own.slice(0, 1);
}

/** Of several runs, e.g. after the room was ended by mistake, the one that covers most of the plan. */
export function bestRun(runs: readonly Run[], plan: Plan): Run | undefined {
	const [best] = runs
		.map((run) => ({ run, covered: overlap(run, plan), began: Date.parse(run.startTime) }))
		.sort((a, b) => b.covered - a.covered || b.began - a.began);
	return best?.run;
}

/** The plan that a run was of; undefined for what went on in the room in between. */
export function planOfRun<P extends Plan>(plans: readonly P[], run: Run): P | undefined {
	const [best] = plans
		.map((plan) => ({ plan, covered: overlap(run, plan), late: lateness(run, plan) }))
		.filter(({ covered, late }) => covered > 0 || (late >= 0 && late <= LATE_MS))
		.sort((a, b) => b.covered - a.covered || a.late - b.late);
	return best?.plan;
}

/** Milliseconds in common; a run that is going on has no end yet. */
function overlap({ startTime, endTime }: Run, plan: Plan): number {
	const to = endTime === null ? Infinity : Date.parse(endTime);
	const from = Math.max(Date.parse(startTime), Date.parse(plan.scheduledStartTime ?? ''));
	return Math.max(0, Math.min(to, endOf(plan)) - from) || 0;
}

/** Milliseconds from the planned end to the start of the run; negative or NaN = not late. */
function lateness({ startTime }: Run, plan: Plan): number {
	return Date.parse(startTime) - endOf(plan);
}

/** A plan without an end is a minute long, so that a run may overlap it. */
function endOf({ scheduledStartTime, scheduledEndTime }: Plan): number {
	const start = Date.parse(scheduledStartTime ?? '');
	const end = Date.parse(scheduledEndTime ?? '');
	return end > start ? end : start + 60_000;
}
