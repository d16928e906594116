import { planOfRun, type Plan } from './heldRuns';
import type { AdobeFile } from './recording';
import type { Run } from './run';

/** Two clocks write when a run began and when its recording did. */
const MARGIN_MS = 60_000;

/** When something was recorded; ISO 8601 UTC. */
export type Recorded = Pick<AdobeFile, 'startTime' | 'endTime'>;

/** The run that a recording was made in: of those that it overlaps, the one it shares most with. */
export function runOfRecording(runs: readonly Run[], file: Recorded): Run | undefined {
	const begin = Date.parse(file.startTime ?? '');
	const end = file.endTime === null ? begin : Date.parse(file.endTime);
	const [best] = runs
		.map((run) => {
			const ended = run.endTime === null ? Infinity : Date.parse(run.endTime);
			return { run, shared: Math.min(end, ended) - Math.max(begin, Date.parse(run.startTime)) };
		})
		.filter(({ shared }) => shared >= -MARGIN_MS)
		.sort((a, b) => b.shared - a.shared);
	return best?.run;
}

/** The plan that a recording is of, where no run of the room is known. */
export function planOfRecording<P extends Plan>(
	plans: readonly P[],
	{ startTime, endTime }: Recorded,
): P | undefined {
	if (startTime === null) return undefined;
	return planOfRun(plans, { sessionId: '', startTime, endTime: endTime ?? startTime });
}
