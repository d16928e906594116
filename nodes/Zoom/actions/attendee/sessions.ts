import { ParameterError } from '../../../shared/node/errors';
import type { JsonObject } from '../../../shared/transport/json';
import { unless } from '../../../shared/transport/unless';
import { isOfDate, occurrenceById, occurrencesOf } from '../../mapping/occurrences';
import { getWebinar } from '../../transport/endpoints/webinars';
import type { ZoomContext } from '../../transport/request';
import { isNotFound } from '../../transport/told';
import { refuseZoomEvents, tellingMeetings } from '../../transport/whatIsIt';
import { findSession, notHeld, type Asked, type Search, type Session } from './findSession';
import { heldSessions } from './heldSessions';
import type { Readings } from './readings';
import type { Wanted } from './wanted';

/** How long a date is taken to have been planned for when Zoom no longer tells. */
const USUAL_MINUTES = 60;

/**
 * The sessions that were asked for, one after the other, oldest first: of a series each may be large.
 * @throws VendorError webinarNotFound or notAWebinar when Zoom knows nothing of the ID
 */
export async function* sessionsOf(
	search: Search<Readings> & { context: ZoomContext },
	wanted: Wanted,
): AsyncGenerator<Session, void, undefined> {
	const { context, source, options, now } = search;
	const { webinarId, accountId, choice, told } = wanted;
	const known = await unless(isNotFound, getWebinar(context, webinarId));
	refuseZoomEvents(known);
	const details = known ?? {};
	const asked: Asked = { webinarId, accountId, details, sessionId: '', told };
	if (choice.kind === 'latest' || choice.kind === 'one') {
		const sessionId = choice.kind === 'one' ? choice.sessionId : '';
		const session = await findSession(search, { ...asked, sessionId });
		// The report is the last hope for a webinar that has expired; without it Zoom's own 404 speaks.
		if (isNothing(session, known) && told === null) await sayWhatItIs(context, webinarId);
		yield session;
		return;
	}
	const runs = await source.runs();
	if (runs === undefined && known === undefined) await sayWhatItIs(context, webinarId);
	const dates = occurrencesOf(details);
	if (choice.kind === 'all') {
		const held = runs ?? [];
		if (held.length > 0) yield* heldSessions(search, asked, held);
		else yield await findSession(search, asked);
		return;
	}
	const date =
		known === undefined
			? occurrenceById([], choice.occurrenceId, USUAL_MINUTES)
			: dates.find(({ id }) => id === choice.occurrenceId);
	if (date === undefined) {
		throw new ParameterError(
			`The webinar ${webinarId} has no occurrence ${choice.occurrenceId}`,
			'Choose a date of this webinar from the list',
		);
	}
	const own = (runs ?? []).filter(({ start_time: start }) => isOfDate(dates, date, start));
	if (own.length > 0) yield* heldSessions(search, { ...asked, date }, own);
	else yield notHeld({ ...asked, date }, options, now);
}

function isNothing({ report }: Session, details: JsonObject | undefined): boolean {
	return details === undefined && Object.keys(report).length === 0;
}

/** Zoom's own words on an ID that it does not know as a webinar. */
async function sayWhatItIs(context: ZoomContext, webinarId: string): Promise<void> {
	await tellingMeetings(context, webinarId, getWebinar(context, webinarId));
}
