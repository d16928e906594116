import { assemblePeople, type Collected } from '../../../shared/attendees/assemble';
import type { SessionBooks, Who } from '../../../shared/attendees/books';
import { clippingNote } from '../../../shared/attendees/clipping';
import type { JoinRow } from '../../../shared/attendees/stays';
import type { OnDemand } from '../../../shared/model/attendance';
import { normaliseEmail } from '../../../shared/model/email';
import type { Registrant } from '../../../shared/model/registrant';
import type { EventPerson } from '../../mapping/eventReport';
import { viewingOf } from '../../mapping/onDemand';
import { readAnswers } from './answers';
import type { AdobeSession, Search } from './session';

/** Everybody of a session, as the options choose. */
export async function collectPeople(search: Search, session: AdobeSession): Promise<Collected> {
	const { readings, options } = search;
	const unclipped = clippingNote(session, options, 'Adobe Connect');
	if (unclipped !== undefined) readings.notes.add(unclipped);
	const { registrants, roles } = await readings.people();
	const answers = await readAnswers(search, session);
	const report = await readings.report();
	const people = new Map(report?.people.map((person) => [person.principalId, person]));
	const views = await viewsOf(search, session, people);
	const books: SessionBooks = {
		roleOf: (who) =>
			idsOf(who)
				.map((id) => roles.get(id))
				.find((role) => role !== undefined) ?? 'attendee',
		engagementOf: (who, attendance) => answers.of(who, attendance, options.includeTexts),
		viewsOf: (who) => {
			const onDemand = idsOf(who)
				.map((id) => views.get(id))
				.find((view) => view !== undefined);
			return onDemand && { onDemand, matchedBy: 'registrantId' };
		},
		viewers: () => [],
		absenceOf: ({ registrantId }) => {
			const person = people.get(registrantId);
			if (session.onDemandOnly === true) return 'unknown';
			// The report says that somebody came, and neither it nor the room's says when.
			return person?.attended === true && person.firstInTime === null ? 'unknown' : 'noShow';
		},
		said: () => answers.said(session.rows),
		viewsTold:
			options.people.has('onDemand') && report !== undefined && session.viewedAfter !== null,
	};
	const { rows, known } = await withAddresses(search, session.rows, registrants);
	return assemblePeople({ ...session, rows }, known, books, options);
}

function idsOf({ registrant, rows }: Who): string[] {
	const ids = rows.map(({ registrantId }) => registrantId);
	return registrant === null ? ids : [registrant.registrantId, ...ids];
}

/** Who came to the event only after the run, by principal-id. */
async function viewsOf(
	{ readings, options }: Search,
	{ viewedAfter }: AdobeSession,
	people: ReadonlyMap<string, EventPerson>,
): Promise<Map<string, OnDemand>> {
	const views = new Map<string, OnDemand>();
	if (!options.people.has('onDemand') || viewedAfter === null) return views;
	const runs = ((await readings.runs()) ?? []).map(({ startTime, endTime }) => ({
		from: Date.parse(startTime),
		to: endTime === null ? Infinity : Date.parse(endTime),
	}));
	for (const [id, person] of people) {
		const view = viewingOf(person, viewedAfter, runs);
		if (view !== undefined) views.set(id, view);
	}
	return views;
}

/** Fills in addresses of people with an account whose login is none. */
async function withAddresses(
	{ readings }: Search,
	rows: readonly JoinRow[],
	registrants: readonly Registrant[],
): Promise<{ rows: JoinRow[]; known: Registrant[] }> {
	const lacking = [...rows, ...registrants]
		.filter(({ email, registrantId }) => email === '' && registrantId !== '')
		.map(({ registrantId }) => registrantId);
	const addresses = await readings.addressesOf(lacking);
	const fill = <T extends { email: string; registrantId: string }>(one: T): T =>
		one.email === '' ? { ...one, email: normaliseEmail(addresses.get(one.registrantId)) } : one;
	return { rows: rows.map(fill), known: registrants.map(fill) };
}
