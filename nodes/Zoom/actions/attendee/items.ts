import type { Attendance, AttendeeItem } from '../../../shared/model/attendance';
import type { Registrant } from '../../../shared/model/registrant';
import {
	absence,
	actualTime,
	attendanceOf,
	scheduledTime,
	withThreshold,
	withViews,
	type CountedTime,
} from '../../mapping/attendance';
import type { AnswerBook } from '../../mapping/engagement';
import type { Person } from '../../mapping/identify';
import type { ViewBook, Viewer } from '../../mapping/views';
import type { Session } from './findSession';
import { fullName, nameOf, splitName, type NameBook } from './names';
import type { AttendeeOptions } from './options';
import type { Roles } from './readings';

/** Makes the items of one session's people: of those who came, who did not, and who viewed later. */
export class ItemMaker {
	private readonly counted: CountedTime;

	constructor(
		private readonly session: Session,
		private readonly roles: Roles,
		private readonly answers: AnswerBook,
		private readonly views: ViewBook,
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
		const { webinar } = this.session;
		const emails = new Set([email, ...rows.map((row) => row.email)]);
		const counted = attendanceOf(rows, webinar, this.roleOf(email), matchedBy, this.counted);
		const attendance = withThreshold(counted, this.options.threshold);
		const typed = splitName(name);
		return this.item(
			{
				email,
				firstName: registrant?.firstName ?? typed.firstName,
				lastName: registrant?.lastName ?? typed.lastName,
				registrant,
			},
			attendance,
			emails,
			this.names.unique(nameOf(person)),
		);
	}

	/** Somebody who registered and was not there. */
	absent(registrant: Registrant): AttendeeItem {
		const { email, firstName, lastName } = registrant;
		const status = this.session.reason === 'neverStarted' ? 'unknown' : 'noShow';
		return this.item(
			{ email, firstName, lastName, registrant },
			absence(this.roleOf(email), status),
			new Set([email]),
			this.names.unique(fullName(registrant)),
		);
	}

	/** Somebody who viewed the recording and was neither there nor registered. */
	viewer({ email, name, onDemand, matchedBy }: Viewer): AttendeeItem {
		const attendance = withViews(absence(this.roleOf(email), 'unknown'), onDemand, matchedBy);
		const who = { email, ...splitName(name), registrant: null };
		return this.itemOf(who, attendance, new Set([email]), '');
	}

	private item(
		who: Pick<AttendeeItem, 'email' | 'firstName' | 'lastName' | 'registrant'>,
		attendance: Attendance,
		emails: ReadonlySet<string>,
		name: string,
	): AttendeeItem {
		const own = [...emails].filter((email) => email === who.email || !this.owned.has(email));
		const viewed = this.views.take(own, name);
		const all = viewed ? withViews(attendance, viewed.onDemand, viewed.matchedBy) : attendance;
		return this.itemOf(who, all, emails, name);
	}

	private itemOf(
		who: Pick<AttendeeItem, 'email' | 'firstName' | 'lastName' | 'registrant'>,
		attendance: Attendance,
		emails: ReadonlySet<string>,
		name: string,
	): AttendeeItem {
		return {
			email: who.email,
			firstName: who.firstName,
			lastName: who.lastName,
			attendanceStatus: attendance.status,
			webinar: this.session.webinar,
			registrant: who.registrant,
			attendance,
			engagement: this.answers.of(emails, name, attendance, this.options.includeTexts),
		};
	}

	private roleOf(email: string): Attendance['role'] {
		return this.roles.get(email) ?? 'attendee';
	}
}
