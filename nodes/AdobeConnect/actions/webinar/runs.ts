import { unless } from '../../../shared/transport/unless';
import { toRun, type Run } from '../../mapping/run';
import { toSeminarDate } from '../../mapping/seminarDate';
import { latestRun } from '../../mapping/webinarRuns';
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

/** The run that the webinar came to, the same one whose attendees are got. */
export function runOf(
	{ webinar, sessions }: FoundWebinar,
	rows: readonly XmlElement[],
): Run | undefined {
	const runs = rows.map(toRun).filter((run) => run !== undefined);
	return latestRun(webinar, runs, sessions.map(toSeminarDate));
}
