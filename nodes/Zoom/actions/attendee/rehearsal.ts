import { isFollowed } from '../../../shared/attendees/rehearsal';
import type { Session } from './findSession';
import type { Readings } from './readings';
import type { Run } from './source/source';

/** Whether a run was a practice session: another run followed, and only host and panelists were there. */
export async function isRehearsal(
	session: Session,
	next: Run | undefined,
	readings: Readings,
): Promise<boolean> {
	if (session.rows.length === 0 || !isFollowed(session.webinar.startTime, next?.start_time)) {
		return false;
	}
	const roles = await readings.roles(session);
	return session.rows.every(({ registrantId, email }) => registrantId === '' && roles.has(email));
}
