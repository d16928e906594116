import { attributeOf, timeOf, type XmlElement } from '../xml/element';

/** One run of a room, from the first person in to the last one out. Times are ISO 8601 UTC. */
export interface Run {
	/** asset-id. */
	sessionId: string;
	startTime: string;
	/** null = still running. */
	endTime: string | null;
}

/** A run that began further than this from the plan was of something else, e.g. a rehearsal. */
const SAME_DAY_MS = 12 * 60 * 60 * 1000;

/** A row of report-meeting-sessions; undefined when it has no start. */
export function toRun(row: XmlElement): Run | undefined {
	const startTime = timeOf(row, 'date-created');
	if (startTime === null) return undefined;
	return { sessionId: attributeOf(row, 'asset-id'), startTime, endTime: timeOf(row, 'date-end') };
}

/**
 * The run that a plan came to: the one that covers most of it, else the nearest one of that day. Without a
 * plan, the latest run.
 * @param plan ISO 8601 UTC; null = the room is used whenever it suits
 * @param now epoch milliseconds: a running one lasts until then
 */
export function runOf(
	runs: readonly Run[],
	plan: { start: string; end: string | null } | null,
	now: number,
): Run | undefined {
	const byStart = [...runs].sort((a, b) => a.startTime.localeCompare(b.startTime));
	if (plan === null) return byStart[byStart.length - 1];
	const start = Date.parse(plan.start);
	const end = plan.end === null ? start : Date.parse(plan.end);
	const [nearest] = byStart
		.map((run) => {
			const began = Date.parse(run.startTime);
			const ended = run.endTime === null ? now : Date.parse(run.endTime);
			const covered = Math.min(end, ended) - Math.max(start, began);
			return { run, covered: Math.max(0, covered), distance: Math.abs(began - start) };
		})
		.filter(({ covered, distance }) => covered > 0 || distance <= SAME_DAY_MS)
		.sort((a, b) => b.covered - a.covered || a.distance - b.distance);
	return nearest?.run;
}
