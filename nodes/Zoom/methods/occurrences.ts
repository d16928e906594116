import type {
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';
import { DateTime } from 'luxon';

import { ParameterError } from '../../shared/node/errors';
import { chosenIn, matches } from '../../shared/node/listSearch';
import { asObjects, asText, type JsonObject } from '../../shared/transport/json';
import { webinarNumberOf } from '../mapping/webinarLink';
import { getWebinar } from '../transport/endpoints/webinars';
import { normaliseWebinarId } from '../transport/paths';
import { tellingMeetings } from '../transport/whatIsIt';

/**
 * The dates of the webinar that is chosen in the node, in the webinar's own time zone: those to come
 * first, then the past ones, newest first. Deleted dates are left out.
 */
export async function occurrences(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const chosen = chosenIn(this, 'webinar');
	if (chosen === '') {
		throw new ParameterError('No webinar is chosen yet', 'Choose the webinar first');
	}
	if (chosen.startsWith('=')) {
		throw new ParameterError(
			'The webinar is given by an expression, so its dates cannot be listed here',
			'Enter the occurrence by ID, or choose the webinar from the list',
		);
	}
	const webinarId = normaliseWebinarId(webinarNumberOf(chosen));
	const details = await tellingMeetings(this, webinarId, getWebinar(this, webinarId));
	return { results: occurrenceEntries(details, Date.now()).filter((one) => matches(one, filter)) };
}

function occurrenceEntries(details: JsonObject, now: number): INodeListSearchItems[] {
	const zone = asText(details.timezone) || 'UTC';
	const dates = asObjects(details.occurrences)
		.filter(({ occurrence_id, status }) => asText(occurrence_id) !== '' && status !== 'deleted')
		.map((date) => ({ value: asText(date.occurrence_id), start: asText(date.start_time) }));
	const isPast = ({ start }: { start: string }): boolean => Date.parse(start) < now;
	const byStart = [...dates].sort((a, b) => a.start.localeCompare(b.start));
	return [
		...byStart.filter((date) => !isPast(date)),
		...byStart.filter((date) => isPast(date)).reverse(),
	].map(({ value, start }) => ({ name: dateIn(zone, start), value }));
}

/** A date as people in that time zone read it; in UTC where luxon does not know the zone. */
function dateIn(zone: string, start: string): string {
	const there = DateTime.fromISO(start, { zone });
	const date = there.isValid ? there : DateTime.fromISO(start, { zone: 'UTC' });
	if (!date.isValid) return start;
	return `${date.setLocale('en').toFormat('ccc d LLL yyyy HH:mm')} (${date.zoneName})`;
}
