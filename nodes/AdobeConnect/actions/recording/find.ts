import type { Found } from '../../../shared/recordings/found';
import type { Place } from '../../../shared/recordings/memory';
import type { Looked } from '../../../shared/recordings/produce';
import type { VendorError } from '../../../shared/transport/vendorError';
import type { AdobeFile, AdobeSession } from '../../mapping/recording';
import type { AdobeWebinar } from '../../mapping/webinar';
import { adobeError } from '../../transport/errors';
import type { AdobeClient } from '../../transport/request';
import type { FoundWebinar } from '../webinars/find';
import { ChosenRuns, type AskedRuns, type Room } from './chosen';
import { missingOfPlan, missingOfRun, wasReturned } from './missing';
import { readRecordings, readRuns } from './rooms';

export interface AskedWebinar extends AskedRuns {
	finalAfterMs: number;
}

/**
 * The recordings of one webinar, of the runs that are wanted, and the runs that have none.
 * @param place what was returned before
 * @param now epoch milliseconds
 * @throws VendorError when the room of an event is not known, or its recordings may not be read
 */
export async function findOfWebinar(
	client: AdobeClient,
	webinar: FoundWebinar,
	asked: AskedWebinar,
	place: Place | undefined,
	now: number,
): Promise<Pick<Looked<AdobeSession>, 'found' | 'asked'>> {
	const room = await readRoom(client, webinar);
	const chosen = new ChosenRuns(webinar, room, asked);
	const sessions = room.files
		.filter((file) => chosen.includes(file))
		.map((file) => toSession(file, chosen.webinarOf(file)));
	return {
		found: { sessions, missing: missingOf(chosen, room, sessions, asked, place, now) },
		asked: (_, { webinarId, startedAt }) =>
			webinarId === webinar.webinar.webinarId &&
			chosen.includes({ startTime: startedAt, endTime: startedAt }),
	};
}

/** What there is in the room of a webinar. */
export async function readRoom(
	client: AdobeClient,
	{ roomId, webinar }: FoundWebinar,
): Promise<Room> {
	if (roomId === '') throw unknownRoom(webinar);
	const runs = await readRuns(client, roomId);
	return { runs, files: await readRecordings(client, roomId) };
}

/** One recording, remembered by its own ID. */
export function toSession(file: AdobeFile, webinar: AdobeWebinar): AdobeSession {
	return {
		sessionId: file.key,
		webinarId: webinar.webinarId,
		startedAt: file.startTime ?? '',
		files: [file.key],
		webinar,
		entries: [file],
	};
}

function missingOf(
	chosen: ChosenRuns,
	room: Room,
	sessions: readonly AdobeSession[],
	{ finalAfterMs }: AskedWebinar,
	place: Place | undefined,
	now: number,
): Found<AdobeSession>['missing'] {
	const { webinar, runs } = chosen;
	if (runs.length === 0) {
		return sessions.length > 0 ? [] : [missingOfPlan(webinar, room, finalAfterMs, now)];
	}
	const recorded = new Set(sessions.map((session) => session.webinar.sessionId));
	const missing = runs
		.filter((run) => !recorded.has(run.sessionId) && !wasReturned(place, webinar, run))
		.map((run) => missingOfRun(chosen.webinarOn(run), run, finalAfterMs, now));
	// Of several runs only those are told that someone would wait for: a rehearsal is not recorded.
	const waitedFor = missing.filter(({ reason }) => reason !== 'notRecorded');
	return sessions.length + waitedFor.length > 0 ? waitedFor : missing;
}

function unknownRoom({ webinarId }: AdobeWebinar): VendorError {
	return adobeError({
		status: 200,
		code: '',
		message: `Adobe Connect does not say which room belongs to the event ${webinarId}`,
		repair:
			'Choose the meeting or seminar behind the event as Webinar, or give the user of the credential permission for its room',
		reason: 'vendorRejected',
	});
}
