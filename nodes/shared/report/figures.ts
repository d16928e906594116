import type { Said } from '../attendees/said';
import type { AttendeeItem } from '../model/attendance';
import type { Webinar } from '../model/webinar';
import {
	countsOf,
	isAttended,
	isAttendee,
	levelsOf,
	meanOf,
	timesOf,
	type CountFigures,
	type LevelFigures,
	type TimeFigures,
} from './counts';
import { repliesOf, type ReplyFigures } from './polls';
import { questionsOf, type QuestionsFigures } from './questions';
import { sourcesOf, type SourceFigures } from './sources';
import { timelineOf, type TimelinePoint } from './timeline';

/** What a run of a webinar came to. What the platform does not tell is null, never 0. */
export type Figures = CountFigures &
	TimeFigures & {
		/** The most who were in at once; null when nobody was. */
		peakAttendees: number | null;
		peakTime: string | null;
		attendanceOverTime: TimelinePoint[];
		engagement: LevelFigures;
		polls: ReplyFigures[];
		questions: QuestionsFigures | null;
		surveys: ReplyFigures[] | null;
		/** Files that attendees downloaded. */
		filesDownloaded: number | null;
		onDemand: OnDemandFigures | null;
		/** Where registrants came from, the most frequent first. */
		sources: SourceFigures[];
	};

export type OnDemandFigures = {
	/** Who viewed the recording. */
	viewers: number;
	/** Of them those who were not there live. */
	insteadOfLive: number;
	averageViewedSeconds: number | null;
};

export interface Told {
	webinar: Webinar;
	people: readonly AttendeeItem[];
	said: readonly Said[];
	/** Whether the platform tells who viewed the recording. */
	viewsTold: boolean;
}

export interface FigureOptions {
	/** Whether it may be said who asked a question. */
	named: boolean;
	/** Points of the attendance over time. */
	maxPoints: number;
}

/** The figures of one run of a webinar, from everybody of it. */
export function figuresOf(
	{ webinar, people, said, viewsTold }: Told,
	{ named, maxPoints }: FigureOptions,
): Figures {
	const attendees = people.filter(isAttendee);
	const attended = attendees.filter(isAttended);
	const { points, peak } = timelineOf(attended, webinar, maxPoints);
	const signals = new Set(people.flatMap(({ engagement }) => engagement.basis));
	const questions = questionsOf(said, named);
	const surveys = repliesOf(said, (one) => one.surveys);
	return {
		...countsOf(people, webinar),
		...timesOf(attended),
		peakAttendees: peak?.attendees ?? null,
		peakTime: peak?.time ?? null,
		attendanceOverTime: points,
		engagement: levelsOf(attended),
		polls: repliesOf(said, (one) => one.polls),
		questions: signals.has('questions') || questions.asked > 0 ? questions : null,
		surveys: surveys.length > 0 ? surveys : null,
		filesDownloaded: signals.has('files')
			? attendees.reduce((sum, { engagement }) => sum + (engagement.filesDownloaded ?? 0), 0)
			: null,
		onDemand: viewsTold ? onDemandOf(attendees) : null,
		sources: sourcesOf(attendees),
	};
}

function onDemandOf(attendees: readonly AttendeeItem[]): OnDemandFigures {
	const viewers = attendees.filter(({ attendance }) => attendance.onDemand !== undefined);
	const mean = meanOf(viewers.map(({ attendance }) => attendance.onDemand?.viewedSeconds ?? 0));
	return {
		viewers: viewers.length,
		insteadOfLive: viewers.filter((item) => !isAttended(item)).length,
		averageViewedSeconds: mean === null ? null : Math.round(mean),
	};
}
