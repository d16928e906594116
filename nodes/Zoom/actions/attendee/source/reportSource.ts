import { unless } from '../../../../shared/transport/unless';
import {
	getLatestReport,
	getParticipantRows,
	getSessionAnswers,
	getSessionReport,
} from '../../../transport/endpoints/sessions';
import type { ZoomContext } from '../../../transport/request';
import { isNotFound, isOutdated } from '../../../transport/told';
import { orTheOther, runsOf, type SessionSource } from './source';

const OTHER =
	"Or choose Past Webinars as Source: it needs no report scope and works for a user's own webinars";

/**
 * Zoom's reports: for the whole account, with `:admin` scopes only.
 * https://developers.zoom.us/docs/api/meetings/#tag/reports
 */
export function reportSource(context: ZoomContext, webinarId: string): SessionSource {
	return {
		listsRuns: false,
		runs: runsOf(context, webinarId),
		// After a year Zoom refuses the report; taking that for "not there" would make no-shows of all.
		find: async (sessionId) =>
			await unless(
				(error) => isNotFound(error) && !isOutdated(error),
				orTheOther(
					OTHER,
					sessionId === ''
						? getLatestReport(context, webinarId)
						: getSessionReport(context, sessionId),
				),
			),
		rows: async (sessionId, begun) =>
			await unless(
				(error) => isNotFound(error) && !isOutdated(error),
				orTheOther(OTHER, getParticipantRows(context, sessionId, begun)),
			),
		answers: async (sessionId, name) => await getSessionAnswers(context, sessionId, name),
	};
}
