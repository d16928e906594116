import { finalMoment, hasCome } from '../../../shared/attendees/session';
import type { JoinRow } from '../../../shared/attendees/stays';
import { unless } from '../../../shared/transport/unless';
import { eventStay, toStays, toUserStays, type RoomStays, type Span } from '../../mapping/stays';
import type { Run } from '../../mapping/run';
import { withRun, type AdobeWebinar } from '../../mapping/webinar';
import { allRows } from '../../transport/rows';
import { sessionUsersOf, staysOf } from '../../transport/endpoints/reports';
import { isHidden } from '../../transport/told';
import type { AdobeSession, Search } from './session';

/**
 * One run with its stays, or the reason why they are not to be read yet. A run that has no end is going on:
 * somebody is in the room, and whatever was read now would be a part only.
 * @param isOnly whether the event had no other run
 */
export async function heldSession(
	search: Search,
	planned: AdobeWebinar,
	run: Run,
	isOnly: boolean,
): Promise<AdobeSession> {
	const { told, options, now } = search;
	const endTime = run.endTime ?? told?.endTime ?? null;
	const webinar = withRun(planned, { ...run, endTime });
	const base = { webinar, rows: [], surveyed: new Set<string>(), isOnly, viewedAfter: null };
	if (endTime === null) return { ...base, reason: 'reportNotReady', finalAt: null };
	const finalAt = finalMoment(webinar, options.finalAfterMs);
	const span = { from: Date.parse(run.startTime), to: Date.parse(endTime) };
	const { rows, unfinished, surveyed } = await readStays(search, span);
	const missed = isOnly ? await reportedStays(search, rows, span) : [];
	const present = [...rows, ...missed];
	if (!hasCome(finalAt, now) && (present.length === 0 || unfinished)) {
		return { ...base, reason: 'reportNotReady', finalAt };
	}
	const hosts = await hostStays(search, run.sessionId, span);
	return {
		...base,
		rows: [...present, ...hosts],
		surveyed,
		finalAt,
		viewedAfter: isOnly ? span.to : null,
	};
}

/** The room's own report. Of an event it may be closed to the user, whose report then stands for it. */
async function readStays({ client, found, readings }: Search, span: Span): Promise<RoomStays> {
	const rows = allRows(staysOf(client, found.roomId, span));
	const read = found.event === null ? await rows : await unless(isHidden, rows);
	if (read === undefined) {
		readings.notes.add(
			"The user of the credential may not see the attendance of the event's room; it is that of the event's own report",
		);
	}
	return toStays(read ?? [], span);
}

/** Whom the event's report tells to have come and the room's does not. */
export async function reportedStays(
	{ readings }: Search,
	known: readonly JoinRow[],
	span: Span,
): Promise<JoinRow[]> {
	const report = await readings.report();
	const seen = new Set(known.map(({ registrantId }) => registrantId));
	return (report?.people ?? []).flatMap((person) => {
		const stay = seen.has(person.principalId) ? undefined : eventStay(person, span);
		return stay === undefined ? [] : [stay];
	});
}

/** The attendance leaves hosts out; they are asked for only where they are wanted. */
async function hostStays(
	{ client, found, readings, options }: Search,
	sessionId: string,
	span: Span,
): Promise<JoinRow[]> {
	if (!options.people.has('host')) return [];
	const { roles } = await readings.people();
	const users = await unless(isHidden, allRows(sessionUsersOf(client, found.roomId, sessionId)));
	if (users === undefined) readings.notes.add('Adobe Connect does not say which hosts were there');
	return toUserStays(users ?? [], (id) => roles.get(id) === 'host', span);
}
