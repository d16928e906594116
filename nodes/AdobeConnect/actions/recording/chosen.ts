import { unknownSession } from '../../../shared/attendees/choice';
import { ParameterError } from '../../../shared/node/errors';
import { lastEnded, type Plan } from '../../mapping/heldRuns';
import type { AdobeFile } from '../../mapping/recording';
import { planOfRecording, runOfRecording, type Recorded } from '../../mapping/recordedRuns';
import type { Run } from '../../mapping/run';
import { onSeminarDate, toSeminarDate, type SeminarDate } from '../../mapping/seminarDate';
import { withRun, type AdobeWebinar } from '../../mapping/webinar';
import { isFree, ofPlans, onItsDate, runsOfDate } from '../../mapping/webinarRuns';
import type { FoundWebinar } from '../webinars/find';

/** Which runs of a webinar are wanted. */
export interface AskedRuns {
	/** asset-id of one run; empty = the latest. */
	sessionId: string;
	allRuns: boolean;
}

/** What there is in the room of a webinar. */
export interface Room {
	/** Oldest first; null where the user may not see them. */
	runs: Run[] | null;
	/** Oldest first. */
	files: AdobeFile[];
}

/** The runs that are wanted, and how a recording finds its own. */
export class ChosenRuns {
	/** Oldest first. */
	readonly runs: readonly Run[];

	readonly webinar: AdobeWebinar;

	private readonly dates: readonly SeminarDate[];

	/** @throws ParameterError for a run that the room does not have */
	constructor(
		{ webinar, sessions }: FoundWebinar,
		private readonly room: Room,
		private readonly asked: AskedRuns,
	) {
		this.webinar = webinar;
		this.dates = sessions.map(toSeminarDate);
		this.runs = this.choose(room.runs ?? []);
	}

	/** Whether a recording is wanted: by its run, else by what the webinar was planned for. */
	includes(file: Recorded): boolean {
		const run = this.runOf(file);
		if (run !== undefined) return this.runs.includes(run);
		if (this.asked.sessionId !== '') return false;
		if (!isFree(this.webinar, this.dates)) return this.isOfPlan(file);
		return this.asked.allRuns || this.isLatest(file);
	}

	/** The webinar as it was when the recording was made. */
	webinarOf(file: Recorded): AdobeWebinar {
		const run = this.runOf(file);
		if (run !== undefined) return this.webinarOn(run);
		const date = planOfRecording(this.dates, file);
		return date === undefined ? this.webinar : onSeminarDate(this.webinar, date);
	}

	webinarOn(run: Run): AdobeWebinar {
		return withRun(onItsDate(this.webinar, this.dates, run), run);
	}

	private choose(runs: readonly Run[]): Run[] {
		const { sessionId, allRuns } = this.asked;
		if (sessionId === '') {
			const which = allRuns ? ofPlans : runsOfDate;
			return which(this.webinar, runs, this.dates);
		}
		const run = runs.find((one) => one.sessionId === sessionId);
		if (run === undefined) throw unknownRun(sessionId, this.webinar, this.room);
		return [run];
	}

	private runOf(file: Recorded): Run | undefined {
		return runOfRecording(this.room.runs ?? [], file);
	}

	private isOfPlan(file: Recorded): boolean {
		const plans: readonly Plan[] = this.webinar.kind === 'event' ? [this.webinar] : this.dates;
		const plan = planOfRecording(plans, file);
		if (plan === undefined || plan === this.webinar) return plan !== undefined;
		const { occurrenceId } = this.webinar;
		return (
			this.asked.allRuns ||
			this.dates.some((date) => date === plan && date.occurrenceId === occurrenceId)
		);
	}

	/** Of a room whose runs are not known, the newest recording; else what is newer than the last run. */
	private isLatest({ startTime }: Recorded): boolean {
		const last = lastEnded(this.room.runs ?? []);
		const since = last?.startTime ?? this.room.files.at(-1)?.startTime ?? '';
		return startTime !== null && Date.parse(startTime) >= Date.parse(since);
	}
}

function unknownRun(
	sessionId: string,
	{ webinarId }: AdobeWebinar,
	{ runs }: Room,
): ParameterError {
	return runs === null
		? new ParameterError(
				'The user of the credential may not see the sessions of the room, so a Session ID cannot be found',
				'Give this user the role Host in the room, or leave Session ID empty',
			)
		: unknownSession(sessionId, webinarId);
}
