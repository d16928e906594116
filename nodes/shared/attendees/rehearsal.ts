/** A practice session is followed by the webinar itself on the same day. */
const FOLLOWS_WITHIN_MS = 12 * 60 * 60 * 1000;

/**
 * Whether a run may have been a practice session. Platforms list them among the runs and do not mark
 * them, so it is told by what they are: another run followed, and only host and panelists were there,
 * which the caller finds out. A run without anybody else and without another one after it is the
 * webinar that nobody came to.
 * @param next start of the run after it
 */
export function isFollowed(startTime: string | null, next: string | null | undefined): boolean {
	if (startTime === null || !next) return false;
	return Date.parse(next) - Date.parse(startTime) <= FOLLOWS_WITHIN_MS;
}
