import { assemblePeople, type Collected } from '../../../shared/attendees/assemble';
import type { SessionBooks } from '../../../shared/attendees/books';
import { clippingNote } from '../../../shared/attendees/clipping';
import type { AttendeeOptions } from '../../../shared/attendees/options';
import type { ZoomContext } from '../../transport/request';
import { readAnswers } from './answers';
import type { Session } from './findSession';
import type { Readings } from './readings';
import type { SessionSource } from './source/source';
import { readViews } from './views';

/** Everybody of a session, as the options choose. */
export async function collectPeople(
	context: ZoomContext,
	source: SessionSource,
	session: Session,
	options: AttendeeOptions,
	readings: Readings,
	now: number,
): Promise<Collected> {
	const registrants = await readings.registrants(session);
	const roles = await readings.roles(session);
	const answers = await readAnswers(source, session, options, readings);
	const views = await readViews(context, session, options, readings, now);
	const unclipped = clippingNote(session, options, 'Zoom');
	if (unclipped !== undefined) readings.note(unclipped);
	const books: SessionBooks = {
		roleOf: ({ email }) => roles.get(email) ?? 'attendee',
		engagementOf: ({ emails, name }, attendance) =>
			answers.of(emails, name, attendance, options.includeTexts),
		viewsOf: ({ name }, own) => views.take(own, name),
		viewers: () => views.viewers(),
		absenceOf: () => 'noShow',
		said: () => answers.said(),
		viewsTold: views.told,
	};
	return assemblePeople(session, registrants, books, options);
}
