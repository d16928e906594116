import { attributeOf, timeOf, type XmlElement } from '../xml/element';

/** One run of a room, from the first person in to the last one out. Times are ISO 8601 UTC. */
export interface Run {
	/** asset-id. */
	sessionId: string;
	startTime: string;
	/** null = still running. */
	endTime: string | null;
}

/** A row of report-meeting-sessions; undefined when it has no start. */
export function toRun(row: XmlElement): Run | undefined {
	const startTime = timeOf(row, 'date-created');
	if (startTime === null) return undefined;
	return { sessionId: attributeOf(row, 'asset-id'), startTime, endTime: timeOf(row, 'date-end') };
}
