import { findWebinar } from '../actions/webinars/find';
import { toRun, type Run } from '../mapping/run';
import { withRun } from '../mapping/webinar';
import { runsOf } from '../transport/endpoints/reports';
import type { AdobeClient } from '../transport/request';
import { triggerItem } from './item';
import { roomOf, type Look, type Looked } from './look';
import type { Place } from './turn';
import { webinarAt } from './webinarAt';

/** A run that is over. */
type EndedRun = Run & { endTime: string };

/**
 * Runs of a webinar that have ended since: the last person left, or the host ended it. What is held
 * outside of the planned time is left out unless it is asked for.
 */
export async function lookForEnd(
	client: AdobeClient,
	place: Place,
	{ settings, now, from, seen }: Look,
): Promise<Looked> {
	const runs = (await endedRuns(client, roomOf(place), from)).filter((run) => {
		const end = Date.parse(run.endTime);
		return end >= from && end + settings.afterEndMs <= now;
	});
	const keys = ({ sessionId, startTime }: EndedRun): [run: string, left: string] => {
		const key = sessionId || `${place.roomId} ${startTime}`;
		return [key, `${place.webinarId} ${key}`];
	};
	const looked: Looked = { items: [], known: [] };
	const fresh: EndedRun[] = [];
	for (const run of runs) {
		const key = keys(run).find((one) => seen.has(one));
		if (key === undefined) fresh.push(run);
		else looked.known.push({ key, at: secondsOf(run.endTime) });
	}
	if (fresh.length === 0) return looked;
	const found = await findWebinar(client, { scoId: place.webinarId }, place.occurrenceId);
	for (const run of fresh) {
		const [key, left] = keys(run);
		const webinar = webinarAt(found, run, place.occurrenceId, settings.anyTime);
		// Another webinar in the same room may still be what it was.
		looked.known.push({ key: webinar === undefined ? left : key, at: secondsOf(run.endTime) });
		if (webinar === undefined) continue;
		const { event } = settings;
		looked.items.push(triggerItem(event, withRun(webinar, run), key, run.endTime));
	}
	return looked;
}

/** Oldest first. @param from epoch milliseconds: what ended earlier may be left out */
export async function endedRuns(
	client: AdobeClient,
	roomId: string,
	from: number,
): Promise<EndedRun[]> {
	const runs: EndedRun[] = [];
	for await (const row of runsOf(client, roomId, from)) {
		const run = toRun(row);
		if (run !== undefined && run.endTime !== null) runs.push({ ...run, endTime: run.endTime });
	}
	return runs.sort((one, other) => one.endTime.localeCompare(other.endTime));
}

export function secondsOf(time: string): number {
	return Math.floor(Date.parse(time) / 1000);
}
