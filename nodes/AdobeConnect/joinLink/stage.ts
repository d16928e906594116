import { bestRun, runsOfPlan, type Plan } from '../mapping/heldRuns';
import type { AdobeFile } from '../mapping/recording';
import type { Run } from '../mapping/run';
import type { AdobeWebinar } from '../mapping/webinar';

/** How far a webinar is when somebody opens their link. */
export type Stage =
	| { kind: 'live' }
	| {
			kind: 'over';
			/** What was held; undefined where no report tells. */
			run: Run | undefined;
	  };

/**
 * Whether a webinar is over: it ran and nobody is in the room any more, or its planned end has passed. A
 * room without a plan is never over, because it may be used again at any time.
 * @param runs of the room
 * @param plans all that the room was planned for; the webinar itself where it is the only one
 * @param now epoch milliseconds
 */
export function stageOf(
	webinar: AdobeWebinar,
	runs: readonly Run[],
	plans: readonly Plan[],
	now: number,
): Stage {
	if (webinar.scheduledStartTime === null) return { kind: 'live' };
	const own = plans.find(isSameAs(webinar)) ?? webinar;
	const held = runsOfPlan(runs, plans.length === 0 ? [own] : plans, own);
	if (held.some(({ endTime }) => endTime === null)) return { kind: 'live' };
	const run = bestRun(held, webinar);
	const plannedEnd = Date.parse(webinar.scheduledEndTime ?? '');
	return run !== undefined || plannedEnd <= now ? { kind: 'over', run } : { kind: 'live' };
}

function isSameAs({ scheduledStartTime: start, scheduledEndTime: end }: Plan) {
	return (plan: Plan): boolean =>
		plan.scheduledStartTime === start && plan.scheduledEndTime === end;
}

/** A recording that can be watched. */
export type Watchable = AdobeFile & { startTime: string; endTime: string };

/**
 * The recording of a run, or of the planned time where no run is known: the longest one, because people
 * start the recording by mistake, too.
 */
export function recordingOf(
	files: readonly AdobeFile[],
	webinar: AdobeWebinar,
	run: Run | undefined,
): Watchable | undefined {
	const from = Date.parse(run?.startTime ?? webinar.scheduledStartTime ?? '');
	const to = Date.parse(run?.endTime ?? webinar.scheduledEndTime ?? '');
	const [longest] = files
		.flatMap((file): Watchable[] => {
			const { startTime, endTime } = file;
			const isReady = file.kind === 'archive' && file.state === 'ready' && file.urlPath !== '';
			return isReady && startTime !== null && endTime !== null
				? [{ ...file, startTime, endTime }]
				: [];
		})
		.filter((file) => Date.parse(file.startTime) < to && Date.parse(file.endTime) > from)
		.sort((one, other) => lengthOf(other) - lengthOf(one));
	return longest;
}

function lengthOf({ startTime, endTime }: Watchable): number {
	return Date.parse(endTime) - Date.parse(startTime);
}
