import type { Missing } from '../../../shared/recordings/found';
import type { Place } from '../../../shared/recordings/memory';
import { runOfRecording } from '../../mapping/recordedRuns';
import type { Run } from '../../mapping/run';
import type { AdobeWebinar } from '../../mapping/webinar';
import type { Room } from './chosen';

const NOT_RECORDED = {
	reason: 'notRecorded',
	message:
		'Adobe Connect has no recording of the session: it was not recorded, or its recording was deleted',
	repair: 'Next time, start Record Session in the room when the webinar begins',
} as const;

const NOT_YET = {
	reason: 'recordingProcessing',
	message: 'The recording is not there yet',
	repair:
		'Run again later. It comes some minutes after the room was ended, if Record Session was started in it',
} as const;

const NOT_ENDED = {
	reason: 'recordingProcessing',
	message: 'The webinar has not ended yet',
} as const;

/**
 * Why a run has no recording. Adobe Connect has no trash that would tell a deleted one from one that
 * never was; only what was returned before is known to be deleted.
 * @param webinar on that run
 * @param now epoch milliseconds
 */
export function missingOfRun(
	webinar: AdobeWebinar,
	{ endTime }: Run,
	finalAfterMs: number,
	now: number,
): Missing {
	if (endTime === null) return { webinar, ...NOT_ENDED };
	return Date.parse(endTime) + finalAfterMs > now
		? { webinar, ...NOT_YET }
		: { webinar, ...NOT_RECORDED };
}

/** Why there is no recording of a webinar that has no run either. */
export function missingOfPlan(
	webinar: AdobeWebinar,
	{ runs }: Room,
	finalAfterMs: number,
	now: number,
): Missing {
	const end = Date.parse(webinar.scheduledEndTime ?? webinar.scheduledStartTime ?? '');
	if (end > now) return { webinar, ...NOT_ENDED, notBefore: end };
	if (end + finalAfterMs > now) return { webinar, ...NOT_YET };
	return runs === null ? { webinar, ...NOT_RECORDED } : { webinar, reason: 'neverStarted' };
}

/** Whether recordings of a run were returned before; they are gone, then, and told as deleted. */
export function wasReturned(
	place: Place | undefined,
	{ webinarId }: AdobeWebinar,
	run: Run,
): boolean {
	return Object.values(place?.sessions ?? {}).some(({ files, gone, startedAt, ...session }) => {
		if (session.webinarId !== webinarId || files.length + gone.length === 0) return false;
		return runOfRecording([run], { startTime: startedAt, endTime: startedAt }) !== undefined;
	});
}
