import type { FoundWebinar } from '../actions/webinars/find';
import { planOfRun } from '../mapping/heldRuns';
import type { Run } from '../mapping/run';
import { onSeminarDate, toSeminarDate } from '../mapping/seminarDate';
import type { AdobeWebinar } from '../mapping/webinar';
import { valueOf } from '../xml/element';

/**
 * What a run of the room was: the event, a session of the seminar, or the meeting.
 * @param occurrenceId the only session of the seminar that counts; empty = any
 * @param anyTime also what was held at another time than planned
 * @returns undefined for what belongs to nothing that was planned, e.g. a rehearsal
 */
export function webinarAt(
	{ webinar, sco, sessions }: FoundWebinar,
	run: Run,
	occurrenceId: string,
	anyTime: boolean,
): AdobeWebinar | undefined {
	if (webinar.kind === 'meeting') return webinar;
	if (webinar.kind === 'event') {
		const isPlanned = webinar.scheduledStartTime !== null;
		return anyTime || !isPlanned || planOfRun([webinar], run) ? webinar : undefined;
	}
	const dates = sessions.map(toSeminarDate);
	const date = planOfRun(dates, run);
	if (date !== undefined) {
		const counts = occurrenceId === '' || occurrenceId === date.occurrenceId;
		return counts ? onSeminarDate(webinar, date) : undefined;
	}
	const counts = occurrenceId === '' && (anyTime || sessions.length === 0);
	// The webinar came with the session that ended last; the room itself has a name of its own.
	return counts
		? {
				...webinar,
				occurrenceId: '',
				topic: valueOf(sco, 'name') || webinar.topic,
				scheduledStartTime: null,
				scheduledEndTime: null,
			}
		: undefined;
}
