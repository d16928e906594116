import { attributeOf, timeOf, type XmlElement } from '../xml/element';

/**
 * The session of a seminar room that is meant: the chosen one, else the one that ended last, else the
 * next one. A room may hold one a month.
 * @param sessions `<sco type="seminarsession">` of the room
 * @param now epoch milliseconds
 */
export function meantSession(
	sessions: readonly XmlElement[],
	occurrenceId: string,
	now: number,
): XmlElement | undefined {
	if (occurrenceId !== '') {
		return sessions.find((session) => attributeOf(session, 'sco-id') === occurrenceId);
	}
	const dated = sessions
		.map((session) => ({
			session,
			start: Date.parse(timeOf(session, 'date-begin') ?? ''),
			end: Date.parse(timeOf(session, 'date-end') ?? ''),
		}))
		.filter(({ start }) => Number.isFinite(start))
		.sort((a, b) => a.start - b.start);
	const past = dated.filter(({ start, end }) => (Number.isFinite(end) ? end : start) <= now);
	return (past[past.length - 1] ?? dated[0])?.session ?? sessions[0];
}
