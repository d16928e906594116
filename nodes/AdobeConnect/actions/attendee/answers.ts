import { unless } from '../../../shared/transport/unless';
import { AnswerBook } from '../../mapping/answers';
import { allRows } from '../../transport/rows';
import { pollAnswersOf } from '../../transport/endpoints/reports';
import { isHidden } from '../../transport/told';
import type { XmlElement } from '../../xml/element';
import type { AdobeSession, Search } from './session';

/**
 * Polls, questions and files of a session. The event's report has all three of those who registered,
 * where it is about this session alone; the room's has the polls of everybody.
 */
export async function readAnswers(search: Search, session: AdobeSession): Promise<AnswerBook> {
	const { readings, options } = search;
	const { rows, surveyed, isOnly } = session;
	if (!options.includeEngagement || rows.length === 0) {
		return new AnswerBook({ surveyed: new Set() });
	}
	const report = isOnly ? await readings.report() : undefined;
	const told = new Set(report?.people.map(({ principalId }) => principalId));
	const isWhole = report !== undefined && rows.every(({ registrantId }) => told.has(registrantId));
	const polls = isWhole ? undefined : await readPolls(search, session);
	return new AnswerBook({ report, polls, surveyed });
}

/** Polls that the user may not see are a signal less, not the end of the run. */
async function readPolls(
	{ client, found, readings }: Search,
	{ webinar: { startTime, endTime } }: AdobeSession,
): Promise<XmlElement[]> {
	if (found.roomId === '' || startTime === null || endTime === null) return [];
	const within = { from: Date.parse(startTime), to: Date.parse(endTime) };
	const read = await unless(isHidden, allRows(pollAnswersOf(client, found.roomId, within)));
	if (read === undefined)
		readings.notes.add('Adobe Connect does not give the answers to the polls');
	return read ?? [];
}
