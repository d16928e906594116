import type { SessionReason } from '../model/attendance';
import type { Webinar } from '../model/webinar';
import { asIsoTime } from '../transport/json';
import type { JoinRow } from './stays';

/** A session of a webinar and how far the platform's report of it is. */
export interface HeldSession {
	webinar: Webinar;
	rows: JoinRow[];
	/** undefined = the report is there. */
	reason?: SessionReason;
	/** ISO 8601 UTC moment from which the report counts as final; null when unknown. */
	finalAt: string | null;
	/** It never runs live: people view it whenever they like, and nobody is missing. */
	onDemandOnly?: true;
}

/** Told or real end, else the start and the scheduled length, else the end as it was scheduled. */
export function finalMoment(webinar: Webinar, finalAfterMs: number): string | null {
	const { startTime, endTime, scheduledEndTime, durationSeconds } = webinar;
	const planned =
		startTime === null
			? Date.parse(scheduledEndTime ?? '')
			: Date.parse(startTime) + durationSeconds * 1000;
	return asIsoTime((endTime === null ? planned : Date.parse(endTime)) + finalAfterMs);
}

/** @param now epoch milliseconds */
export function hasCome(finalAt: string | null, now: number): boolean {
	return finalAt !== null && now >= Date.parse(finalAt);
}
