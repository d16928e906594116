import { unless } from '../../../shared/transport/unless';
import { runOf, toRun, type Run } from '../../mapping/run';
import type { AdobeWebinar } from '../../mapping/webinar';
import { runsOf } from '../../transport/endpoints/reports';
import type { AdobeClient } from '../../transport/request';
import { allRows } from '../../transport/rows';
import { isHidden } from '../../transport/told';
import type { XmlElement } from '../../xml/element';
import type { FoundWebinar } from '../webinars/find';

/** Rows of report-meeting-sessions; none where the user of the credential may not read the report. */
export async function readRuns(
	client: AdobeClient,
	{ roomId }: FoundWebinar,
): Promise<XmlElement[]> {
	if (roomId === '') return [];
	return (await unless(isHidden, allRows(runsOf(client, roomId)))) ?? [];
}

/**
 * The run that the webinar came to. A meeting room is used again and again, whatever date it was made
 * for: its latest run.
 * @param now epoch milliseconds
 */
export function latestRun(
	{ kind, scheduledStartTime: start, scheduledEndTime: end }: AdobeWebinar,
	rows: readonly XmlElement[],
	now: number,
): Run | undefined {
	const plan = kind === 'meeting' || start === null ? null : { start, end };
	const runs = rows.map(toRun).filter((run) => run !== undefined);
	// A seminar without dates has not been held, whatever went on in its room.
	return kind === 'seminar' && plan === null ? undefined : runOf(runs, plan, now);
}
