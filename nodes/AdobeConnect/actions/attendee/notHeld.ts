import { finalMoment, hasCome } from '../../../shared/attendees/session';
import { spanOf } from '../../../shared/attendees/stays';
import { isOnDemandCategory } from '../../mapping/onDemand';
import { withRun, type AdobeWebinar } from '../../mapping/webinar';
import { childOf } from '../../xml/element';
import { reportedStays } from './heldSession';
import type { AdobeSession, Search } from './session';

/**
 * The session of a webinar of which there is no run, or none that may be seen. The event's own report may
 * know of people all the same; an event for viewing on demand has no run at all.
 */
export async function notHeld(search: Search, webinar: AdobeWebinar): Promise<AdobeSession> {
	const { found, readings, options, now } = search;
	const finalAt = finalMoment(webinar, options.finalAfterMs);
	const base = { webinar, rows: [], surveyed: new Set<string>(), isOnly: true, finalAt };
	if (isForViewing(search)) return { ...base, onDemandOnly: true, viewedAfter: -Infinity };
	// A room without a date that nobody ever entered: there is nothing to wait for.
	if (finalAt !== null && !hasCome(finalAt, now)) {
		return { ...base, reason: 'reportNotReady', viewedAfter: null };
	}
	const planned = Date.parse(webinar.scheduledEndTime ?? '');
	const viewedAfter = Number.isNaN(planned) ? null : planned;
	if (found.event !== null) {
		const rows = await reportedStays(search, [], { from: -Infinity, to: viewedAfter ?? Infinity });
		if (rows.length > 0) {
			const { start, end } = spanOf(rows);
			const spanned = withRun(webinar, { sessionId: '', startTime: start, endTime: end });
			return { ...base, webinar: spanned, rows, viewedAfter };
		}
	}
	const unseen = (await readings.runs()) === undefined;
	return { ...base, reason: unseen ? 'nobodyAttended' : 'neverStarted', viewedAfter: null };
}

function isForViewing({ found: { event } }: Search): boolean {
	if (event === null) return false;
	return isOnDemandCategory(childOf(event, 'event-info', 'event-category').text);
}
