import type { Readings } from './readings';
import type { Session } from './findSession';
import type { Run } from './source/source';

/** A practice session is followed by the webinar itself on the same day. */
const FOLLOWS_WITHIN_MS = 12 * 60 * 60 * 1000;

/**
 * Whether a run was a practice session. Zoom lists them among the runs and does not mark them, so it
 * is told by what they are: only host and panelists were there, and another run followed. A run
 * without anybody else and without another one after it is the webinar that nobody came to.
 */
export async function isRehearsal(
	session: Session,
	next: Run | undefined,
	readings: Readings,
): Promise<boolean> {
	const { startTime } = session.webinar;
	if (next === undefined || startTime === null || session.rows.length === 0) return false;
	const gap = Date.parse(next.start_time) - Date.parse(startTime);
	if (!(gap <= FOLLOWS_WITHIN_MS)) return false;
	const roles = await readings.roles(session);
	return session.rows.every(({ registrantId, email }) => registrantId === '' && roles.has(email));
}
