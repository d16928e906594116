import type { Attendance, AttendeeItem } from '../model/attendance';
import type { Registrant } from '../model/registrant';
import {
	absence,
	actualTime,
	attendanceOf,
	scheduledTime,
	withThreshold,
	withViews,
	type CountedTime,
} from './attendance';
import type { SessionBooks, Viewer, Who } from './books';
import { fullName, nameOf, splitName, type NameBook } from './names';
import type { AttendeeOptions } from './options';
import type { HeldSession } from './session';
import type { Person } from './stays';

type Named = Pick<AttendeeItem, 'firstName' | 'lastName'>;

/** Makes the items of one session's people: of those who came, who did not, and who viewed later. */
export class ItemMaker {
	private readonly counted: CountedTime;

	constructor(
		private readonly session: HeldSession,
		private readonly books: SessionBooks,
		private readonly names: NameBook,
		/** Addresses that are somebody's own: views under them are nobody else's. */
		private readonly owned: ReadonlySet<string>,
		private readonly options: AttendeeOptions,
	) {
		const { webinar } = session;
		const scheduled = options.clipToScheduled ? scheduledTime(webinar) : null;
		this.counted = scheduled ?? actualTime(webinar);
	}

	/** Somebody who was in the session, or at least tried to be. */
	present(person: Person): AttendeeItem {
		const { email, registrant, rows, matchedBy, name } = person;
		const emails = new Set([email, ...rows.map((row) => row.email)]);
		const unique = this.names.unique(nameOf(person));
		const who: Who = { registrant, rows, email, emails, name: unique };
		const role = this.books.roleOf(who);
		const counted = attendanceOf(rows, this.session.webinar, role, matchedBy, this.counted);
		const attendance = withThreshold(counted, this.options.threshold);
		return this.item(who, registrant ?? splitName(name), attendance);
	}

	/** Somebody who registered and was not there. */
	absent(registrant: Registrant): AttendeeItem {
		const { email } = registrant;
		const name = this.names.unique(fullName(registrant));
		const who: Who = { registrant, rows: [], email, emails: new Set([email]), name };
		const neverStarted = this.session.reason === 'neverStarted';
		const status = neverStarted ? 'unknown' : this.books.absenceOf(registrant);
		return this.item(who, registrant, absence(this.books.roleOf(who), status));
	}

	/** Somebody who viewed the recording and was neither there nor registered. */
	viewer({ email, name, onDemand, matchedBy }: Viewer): AttendeeItem {
		const who: Who = { registrant: null, rows: [], email, emails: new Set([email]), name: '' };
		const attendance = absence(this.books.roleOf(who), 'unknown');
		return this.itemOf(who, splitName(name), withViews(attendance, onDemand, matchedBy));
	}

	private item(who: Who, named: Named, attendance: Attendance): AttendeeItem {
		const own = [...who.emails].filter((email) => email === who.email || !this.owned.has(email));
		const viewed = this.books.viewsOf(who, own);
		const all = viewed ? withViews(attendance, viewed.onDemand, viewed.matchedBy) : attendance;
		return this.itemOf(who, named, all);
	}

	private itemOf(who: Who, { firstName, lastName }: Named, attendance: Attendance): AttendeeItem {
		return {
			email: who.email,
			firstName,
			lastName,
			attendanceStatus: attendance.status,
			webinar: this.session.webinar,
			registrant: who.registrant,
			attendance,
			engagement: this.books.engagementOf(who, attendance),
		};
	}
}
