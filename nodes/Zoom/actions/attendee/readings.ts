import { Notes } from '../../../shared/attendees/notes';
import type { AttendanceRole } from '../../../shared/model/attendance';
import { normaliseEmail } from '../../../shared/model/email';
import type { Registrant } from '../../../shared/model/registrant';
import type { JsonObject } from '../../../shared/transport/json';
import { unless } from '../../../shared/transport/unless';
import { toRegistrant } from '../../mapping/registrant';
import { hostEmails, registersPerOccurrence } from '../../mapping/webinar';
import { getPanelists } from '../../transport/endpoints/panelists';
import { getApprovedRegistrants } from '../../transport/endpoints/registrants';
import type { ZoomContext } from '../../transport/request';
import { isNotFound, isRegistrationOff } from '../../transport/told';
import type { Session } from './findSession';

/** Role by address; everybody else is an attendee. */
export type Roles = ReadonlyMap<string, AttendanceRole>;

/** What belongs to the webinar rather than to one session, read once for all its sessions. */
export class Readings {
	readonly notes = new Notes();
	private readonly byOccurrence = new Map<string, Promise<Registrant[]>>();
	private begun?: Promise<unknown>;
	private panelists?: Promise<JsonObject[]>;

	constructor(
		private readonly context: ZoomContext,
		private readonly webinarId: string,
		/** Whether to keep the answers to custom questions. */
		private readonly texts: boolean,
	) {}

	/** Says something that a person should know, e.g. a scope without which engagement stays unknown. */
	note(message: string): void {
		this.notes.add(message);
	}

	/** Approved registrants of the session's date, or of the webinar where registration is for all. */
	async registrants({
		webinar,
		details,
	}: Pick<Session, 'webinar' | 'details'>): Promise<Registrant[]> {
		if (webinar.registrationRequired === false) return [];
		const occurrenceId = registersPerOccurrence(details) ? webinar.occurrenceId : '';
		const asked = this.byOccurrence.get(occurrenceId) ?? this.readRegistrants(occurrenceId);
		this.byOccurrence.set(occurrenceId, asked);
		return await asked;
	}

	/** Begins to read the registrants, who will be asked for. */
	begin(session: Pick<Session, 'webinar' | 'details'>): void {
		// What goes wrong is told to whoever asks for them.
		this.begun = this.registrants(session).catch(() => undefined);
	}

	/** Ends with the work, and not before what has begun meanwhile: nothing is sent when a node has ended. */
	async settledAfter<T>(work: Promise<T>): Promise<T> {
		try {
			return await work;
		} finally {
			await this.begun;
		}
	}

	async roles({ details, report }: Session): Promise<Roles> {
		const roles = new Map<string, AttendanceRole>();
		this.panelists ??= this.readPanelists();
		for (const { email } of await this.panelists) roles.set(normaliseEmail(email), 'panelist');
		for (const email of hostEmails(details, report)) roles.set(email, 'host');
		roles.delete('');
		return roles;
	}

	private async readRegistrants(occurrenceId: string): Promise<Registrant[]> {
		const rows = await unless(
			(error) => isRegistrationOff(error) || isNotFound(error),
			getApprovedRegistrants(this.context, this.webinarId, occurrenceId),
		);
		if (rows === undefined) {
			this.note('Zoom does not say who registered, so no-shows are unknown');
		}
		return (rows ?? []).map((row) => toRegistrant(row, this.texts));
	}

	private async readPanelists(): Promise<JsonObject[]> {
		const rows = await unless(isNotFound, getPanelists(this.context, this.webinarId));
		if (rows === undefined) {
			this.note('Zoom no longer says who the panelists were; they count as attendees');
		}
		return rows ?? [];
	}
}
