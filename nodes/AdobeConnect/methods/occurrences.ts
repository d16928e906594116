import type {
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';
import { DateTime } from 'luxon';

import { ParameterError } from '../../shared/node/errors';
import { chosenIn } from '../../shared/node/listSearch';
import { findWebinar } from '../actions/webinars/find';
import { webinarKeyOf } from '../mapping/webinarLink';
import { toShownOccurrences, type ShownOccurrence } from '../mapping/webinarShown';
import { createClient } from '../transport/request';
import { pageOf } from './entries';

/**
 * The sessions of the seminar that is chosen in the node, in the time zone of the account: those to come
 * first, then the past ones, newest first, then those without dates.
 */
export async function occurrences(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const chosen = chosenIn(this, 'webinar');
	if (chosen === '') {
		throw new ParameterError('No webinar is chosen yet', 'Choose the webinar first');
	}
	if (chosen.startsWith('=')) {
		throw new ParameterError(
			'The webinar is given by an expression, so its sessions cannot be listed here',
			'Enter the occurrence by ID, or choose the webinar from the list',
		);
	}
	const client = await createClient(this);
	const { sessions } = await findWebinar(client, webinarKeyOf(chosen, client.account.baseUrl));
	const { timeZone } = await client.session();
	const entries = occurrenceEntries(toShownOccurrences(sessions), timeZone, Date.now());
	return pageOf(entries, filter, paginationToken);
}

function occurrenceEntries(
	dates: readonly ShownOccurrence[],
	zone: string,
	now: number,
): INodeListSearchItems[] {
	const moment = ({ startTime }: ShownOccurrence): number => Date.parse(startTime ?? '');
	return [
		...dates.filter((date) => moment(date) >= now),
		...dates.filter((date) => moment(date) < now).reverse(),
		...dates.filter(({ startTime }) => startTime === null),
	].map(({ occurrenceId, topic, startTime }) => ({
		name: `${startTime === null ? 'No dates yet' : dateIn(zone, startTime)} · ${topic}`,
		value: occurrenceId,
	}));
}

/** A date as people of the account read it; in UTC where nobody knows their zone. */
function dateIn(zone: string, start: string): string {
	const there = DateTime.fromISO(start, { zone: zone || 'UTC' });
	const date = there.isValid ? there : DateTime.fromISO(start, { zone: 'UTC' });
	return `${date.setLocale('en').toFormat('ccc d LLL yyyy HH:mm')} (${date.zoneName})`;
}
