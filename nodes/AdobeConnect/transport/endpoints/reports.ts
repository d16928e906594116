import { asIsoTime } from '../../../shared/transport/json';
import type { AdobeClient } from '../request';
import { rowsOf } from '../rows';
import type { XmlElement } from '../../xml/element';

/** Milliseconds; the start of a stay and of its run are written by two clocks. */
const MARGIN = 60_000;

/**
 * `<results>` of the report of an event: everybody who registered, with answers, attendance, polls, Q&A and
 * files, in one answer. It takes no filter, no sort and no page.
 * https://helpx.adobe.com/adobe-connect/webservices/report-event-participants-complete-information.html
 */
export async function getEventReport(client: AdobeClient, eventId: string): Promise<XmlElement> {
	return await client.call({
		action: 'report-event-participants-complete-information',
		parameters: [['sco-id', eventId]],
		what: 'the report of the event',
		mayBeEmpty: true,
	});
}

/** Milliseconds; nobody stays in a room for longer. */
const LONGEST_RUN = 30 * 24 * 60 * 60 * 1000;

/**
 * The runs of a room, each from the first person in to the last one out.
 * @param endsAfter epoch milliseconds: what ended earlier may be left out
 * https://helpx.adobe.com/adobe-connect/webservices/report-meeting-sessions.html
 */
export function runsOf(
	client: AdobeClient,
	roomId: string,
	endsAfter = -Infinity,
): AsyncGenerator<XmlElement, void, undefined> {
	const created = createdWithin({ from: endsAfter - LONGEST_RUN, to: Infinity });
	return rowsOf(client, {
		action: 'report-meeting-sessions',
		parameters: [['sco-id', roomId], ...created],
		path: ['report-meeting-sessions', 'row'],
		sortBy: 'asset-id',
		what: 'the list of the sessions of the room',
	});
}

/**
 * The stays that began within a run; without hosts.
 * @param within epoch milliseconds; an end of Infinity is none
 * @param principalId of the only person that is asked about; empty = everybody
 * https://helpx.adobe.com/adobe-connect/webservices/report-meeting-attendance.html
 */
export function staysOf(
	client: AdobeClient,
	roomId: string,
	within: { from: number; to: number },
	principalId = '',
): AsyncGenerator<XmlElement, void, undefined> {
	return rowsOf(client, {
		action: 'report-meeting-attendance',
		parameters: [
			['sco-id', roomId],
			...createdWithin(within),
			['filter-principal-id', principalId || undefined],
		],
		path: ['report-meeting-attendance', 'row'],
		sortBy: 'transcript-id',
		what: 'the attendance of the room',
	});
}

/**
 * Everybody of one run, hosts too, by name and principal alone.
 * @param assetId of the run
 * https://helpx.adobe.com/adobe-connect/webservices/report-meeting-session-users.html
 */
export function sessionUsersOf(
	client: AdobeClient,
	roomId: string,
	assetId: string,
): AsyncGenerator<XmlElement, void, undefined> {
	return rowsOf(client, {
		action: 'report-meeting-session-users',
		parameters: [
			['sco-id', roomId],
			['asset-id', assetId],
		],
		path: ['report-meeting-session-users', 'row'],
		sortBy: 'date-created',
		what: 'the list of who was in the session',
	});
}

/**
 * Answers to the polls of a room, given within a run.
 * @param within epoch milliseconds
 * https://helpx.adobe.com/adobe-connect/webservices/report-quiz-interactions.html
 */
export function pollAnswersOf(
	client: AdobeClient,
	roomId: string,
	within: { from: number; to: number },
): AsyncGenerator<XmlElement, void, undefined> {
	return rowsOf(client, {
		action: 'report-quiz-interactions',
		parameters: [['sco-id', roomId], ...createdWithin(within)],
		path: ['report-quiz-interactions', 'row'],
		sortBy: 'date-created',
		what: 'the polls of the room',
	});
}

function createdWithin({ from, to }: { from: number; to: number }): Array<[string, string]> {
	const filters: Array<[string, string]> = [];
	const since = asIsoTime(from - MARGIN);
	const until = asIsoTime(to + MARGIN);
	if (since !== null) filters.push(['filter-gte-date-created', since]);
	if (until !== null) filters.push(['filter-lte-date-created', until]);
	return filters;
}
