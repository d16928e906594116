import type { AttendanceRole } from '../../../shared/model/attendance';
import { normaliseEmail } from '../../../shared/model/email';
import type { Registrant } from '../../../shared/model/registrant';
import type { JsonObject } from '../../../shared/transport/json';
import { unless } from '../../../shared/transport/unless';
import { AnswerBook, type SessionAnswers } from '../../mapping/engagement';
import { toRegistrant } from '../../mapping/registrant';
import { hostEmails, questionsAllowed, registersPerOccurrence } from '../../mapping/webinar';
import { getPanelists } from '../../transport/endpoints/panelists';
import { getApprovedRegistrants } from '../../transport/endpoints/registrants';
import { getSessionAnswers, type SessionReportName } from '../../transport/endpoints/sessions';
import type { ZoomContext } from '../../transport/request';
import { isNotFound, isRegistrationOff, isScopeMissing } from '../../transport/told';
import type { Session } from './findSession';
import type { AttendeeOptions } from './options';

/** Role by address; everybody else is an attendee. */
export type Roles = ReadonlyMap<string, AttendanceRole>;

export async function readRegistrants(
	context: ZoomContext,
	{ webinar, details }: Session,
	{ includeTexts }: AttendeeOptions,
	notes: string[],
): Promise<Registrant[]> {
	if (webinar.registrationRequired === false) return [];
	const occurrence = registersPerOccurrence(details) ? webinar.occurrenceId : '';
	const rows = await unless(
		(error) => isRegistrationOff(error) || isNotFound(error),
		getApprovedRegistrants(context, webinar.webinarId, occurrence),
	);
	if (rows === undefined) notes.push('Zoom does not tell who registered, so no-shows are unknown');
	return (rows ?? []).map((row) => toRegistrant(row, includeTexts));
}

export async function readRoles(
	context: ZoomContext,
	{ webinar, details, report }: Session,
	notes: string[],
): Promise<Roles> {
	const roles = new Map<string, AttendanceRole>();
	const panelists = await unless(isNotFound, getPanelists(context, webinar.webinarId));
	if (panelists === undefined) {
		notes.push('Zoom no longer tells who the panelists were; they count as attendees');
	}
	for (const { email } of panelists ?? []) roles.set(normaliseEmail(email), 'panelist');
	for (const email of hostEmails(details, report)) roles.set(email, 'host');
	roles.delete('');
	return roles;
}

export async function readAnswers(
	context: ZoomContext,
	{ webinar, details, rows }: Session,
	options: AttendeeOptions,
	notes: string[],
): Promise<AnswerBook> {
	const answers: SessionAnswers = {};
	if (options.includeEngagement && rows.length > 0) {
		const reports: SessionReportName[] = ['polls', 'survey'];
		if (questionsAllowed(details)) reports.push('qa');
		for (const name of reports) {
			answers[name] = await readReport(context, webinar.sessionId, name, notes);
		}
	}
	return new AnswerBook(answers);
}

/** A report that Zoom does not give is a signal less, not the end of the run. */
async function readReport(
	context: ZoomContext,
	sessionId: string,
	name: SessionReportName,
	notes: string[],
): Promise<JsonObject[] | undefined> {
	return await unless(
		(error) => {
			if (isScopeMissing(error)) notes.push(`The ${name} report was left out: ${error.message}`);
			return isScopeMissing(error) || isNotFound(error);
		},
		getSessionAnswers(context, sessionId, name),
	);
}
