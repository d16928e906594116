import { findWebinar } from '../actions/webinars/find';
import { planOfRun } from '../mapping/heldRuns';
import { toFile, toRecording, type AdobeFile } from '../mapping/recording';
import type { Run } from '../mapping/run';
import { withRun, type AdobeWebinar } from '../mapping/webinar';
import { getRecordings } from '../transport/endpoints/recordings';
import type { AdobeClient } from '../transport/request';
import { endedRuns, secondsOf } from './ended';
import { triggerItem } from './item';
import { roomOf, type Look, type Looked } from './look';
import type { Place } from './turn';
import { webinarAt } from './webinarAt';

/** A recording that can be watched. */
type Ready = AdobeFile & { endTime: string };

/** Recordings of a webinar that can be watched by now; copies as MP4 are not told of. */
export async function lookForRecordings(
	client: AdobeClient,
	place: Place,
	{ settings, from, seen }: Look,
): Promise<Looked> {
	const looked: Looked = { items: [], known: [] };
	const keysOf = ({ recordingId }: Ready): [recording: string, left: string] => [
		recordingId,
		`${place.webinarId} ${recordingId}`,
	];
	const fresh: Ready[] = [];
	for (const file of await readyIn(client, roomOf(place), from)) {
		const key = keysOf(file).find((one) => seen.has(one));
		if (key === undefined) fresh.push(file);
		else looked.known.push({ key, at: secondsOf(file.endTime) });
	}
	if (fresh.length === 0) return looked;
	const found = await findWebinar(client, { scoId: place.webinarId }, place.occurrenceId);
	const runs = await endedRuns(client, roomOf(place), from);
	const { webAddress } = await client.session();
	for (const file of fresh) {
		const [key, left] = keysOf(file);
		const { startTime, endTime } = file;
		const times = { sessionId: '', startTime: startTime ?? endTime, endTime };
		const webinar = webinarAt(found, times, place.occurrenceId, settings.anyTime);
		// Another webinar in the same room may still be what it was of.
		looked.known.push({ key: webinar === undefined ? left : key, at: secondsOf(endTime) });
		if (webinar === undefined) continue;
		const of = ofRun(webinar, runs, times);
		looked.items.push(
			triggerItem(settings.event, of, key, endTime, { recordings: [toFileItem(file, webAddress)] }),
		);
	}
	return looked;
}

/** What a webhook of Zoom tells of a file: everything that is not in the file itself. */
function toFileItem(file: Ready, webAddress: string): object {
	const { recordingId, type, startTime, endTime, fileType, sizeBytes, url, shareUrl, passcode } =
		toRecording(file, webAddress, true);
	return { recordingId, type, startTime, endTime, fileType, sizeBytes, url, shareUrl, passcode };
}

/** Oldest first. @param from epoch milliseconds: what ended earlier is left out */
async function readyIn(client: AdobeClient, roomId: string, from: number): Promise<Ready[]> {
	const files = (await getRecordings(client, roomId)).map(toFile);
	return files
		.flatMap((file) => {
			if (file?.kind !== 'archive' || file.state !== 'ready' || file.urlPath === '') return [];
			const { endTime } = file;
			return endTime !== null && Date.parse(endTime) >= from ? [{ ...file, endTime }] : [];
		})
		.sort((one, other) => one.endTime.localeCompare(other.endTime));
}

/** The webinar with the run that was recorded. */
function ofRun(webinar: AdobeWebinar, runs: readonly Run[], recorded: Run): AdobeWebinar {
	const plans = runs.map((run) => ({
		run,
		scheduledStartTime: run.startTime,
		scheduledEndTime: run.endTime,
	}));
	const run = planOfRun(plans, recorded)?.run;
	return run === undefined ? webinar : withRun(webinar, run);
}
