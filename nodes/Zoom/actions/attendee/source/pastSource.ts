import { unless } from '../../../../shared/transport/unless';
import { getPastAnswers, getPastParticipantRows } from '../../../transport/endpoints/sessions';
import type { ZoomContext } from '../../../transport/request';
import { isNotFound, isOutdated } from '../../../transport/told';
import { orTheOther, runsOf, type SessionSource } from './source';

const OTHER =
	'Or choose Reports as Source, with a server-to-server or admin-managed app that has the report scopes';

/**
 * The past-webinar endpoints: they work for the own webinars of one user as well, and tell no end,
 * no host and no survey.
 * https://developers.zoom.us/docs/api/meetings/#tag/webinars/GET/past_webinars/{webinarId}/participants
 */
export function pastSource(context: ZoomContext, webinarId: string): SessionSource {
	const readRuns = runsOf(context, webinarId);
	const runs = async () => await orTheOther(OTHER, readRuns());
	return {
		listsRuns: true,
		runs,
		find: async (sessionId) => {
			const known = await runs();
			// Zoom no longer lists the runs of this webinar; the session may be there all the same.
			if (known === undefined) return sessionId === '' ? undefined : { uuid: sessionId };
			const run =
				sessionId === '' ? known[known.length - 1] : known.find(({ uuid }) => uuid === sessionId);
			return run && { ...run };
		},
		rows: async (sessionId, begun) =>
			await unless(
				(error) => isNotFound(error) && !isOutdated(error),
				orTheOther(OTHER, getPastParticipantRows(context, sessionId, begun)),
			),
		answers: async (sessionId, name) =>
			name === 'survey' ? undefined : await getPastAnswers(context, sessionId, name),
	};
}
