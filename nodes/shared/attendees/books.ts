import type {
	Attendance,
	AttendanceRole,
	AttendanceStatus,
	MatchedBy,
	OnDemand,
} from '../model/attendance';
import type { Engagement } from '../model/engagement';
import type { Registrant } from '../model/registrant';
import type { Said } from './said';
import type { JoinRow } from './stays';

/** Somebody of a session, by everything that they can be looked up with. */
export interface Who {
	registrant: Registrant | null;
	/** Empty of people who were not there. */
	rows: readonly JoinRow[];
	/** Empty when nobody tells. */
	email: string;
	/** Of all their rows. */
	emails: ReadonlySet<string>;
	/** Comparable, and only where it is this person's alone; empty otherwise. */
	name: string;
}

/** Somebody who viewed the recording, as far as the platform tells who it was. */
export interface Viewer {
	/** Empty where only a name is told. */
	email: string;
	name: string;
	onDemand: OnDemand;
	matchedBy: Extract<MatchedBy, 'email' | 'name'>;
}

/** What a platform tells of the people of one session besides their stays. */
export interface SessionBooks {
	roleOf(who: Who): AttendanceRole;
	engagementOf(who: Who, attendance: Attendance): Engagement;
	/**
	 * What somebody viewed of the recording, taken out of the book.
	 * @param own their addresses, without those that are somebody else's own
	 */
	viewsOf(
		who: Who,
		own: readonly string[],
	): { onDemand: OnDemand; matchedBy: MatchedBy } | undefined;
	/** Who is left in the book: viewers who were neither in the session nor registered. */
	viewers(): Viewer[];
	/** What it means that a registrant was not there. */
	absenceOf(registrant: Registrant): AttendanceStatus;
	/** Everything that was said, also by people who cannot be told. */
	said(): Said[];
	/** Whether the platform tells who viewed the recording; false where that was not asked. */
	viewsTold: boolean;
}
