import type { AttendeeOptions } from '../../../shared/attendees/options';
import type { JsonObject } from '../../../shared/transport/json';
import { unless } from '../../../shared/transport/unless';
import { AnswerBook } from '../../mapping/engagement';
import type { SessionAnswers } from '../../mapping/said';
import { questionsAllowed } from '../../mapping/webinar';
import type { SessionReportName } from '../../transport/endpoints/sessions';
import { isNotFound, isScopeMissing } from '../../transport/told';
import type { Session } from './findSession';
import type { Readings } from './readings';
import type { SessionSource } from './source/source';

/** Polls, Q&A and survey of a session, as far as the source gives them. */
export async function readAnswers(
	source: SessionSource,
	{ webinar, details, rows }: Session,
	options: AttendeeOptions,
	readings: Readings,
): Promise<AnswerBook> {
	const answers: SessionAnswers = {};
	if (options.includeEngagement && rows.length > 0) {
		const reports: SessionReportName[] = ['polls', 'survey'];
		if (questionsAllowed(details)) reports.push('qa');
		for (const name of reports) {
			answers[name] = await readReport(source, webinar.sessionId, name, readings);
		}
	}
	return new AnswerBook(answers);
}

/** A report that Zoom does not give is a signal less, not the end of the run. */
async function readReport(
	source: SessionSource,
	sessionId: string,
	name: SessionReportName,
	readings: Readings,
): Promise<JsonObject[] | undefined> {
	return await unless(
		(error) => {
			if (isScopeMissing(error)) readings.note(`The ${name} report was left out: ${error.message}`);
			return isScopeMissing(error) || isNotFound(error);
		},
		source.answers(sessionId, name),
	);
}
