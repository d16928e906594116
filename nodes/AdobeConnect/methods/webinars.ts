import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { listWebinars } from '../actions/webinars/list';
import type { AdobeWebinar } from '../mapping/webinar';
import { byNewest, bySoonest } from '../mapping/webinarScope';
import { createClient } from '../transport/request';
import { pageOf, webinarEntries } from './entries';

const HALF_A_YEAR_MS = 183 * 24 * 60 * 60 * 1000;

/**
 * Webinars that are coming or live, soonest first, then the other meeting rooms: a room can be used again
 * at any time, whatever date it was made for.
 */
export async function comingWebinars(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const now = Date.now();
	const listed = await listWebinars(await createClient(this), {
		event: { endsAfter: now },
		seminar: { endsAfter: now },
		meeting: {},
	});
	const isComing = (webinar: AdobeWebinar): boolean => moment(webinar.scheduledEndTime) >= now;
	const webinars = [
		...listed.filter(isComing).sort(bySoonest),
		...listed.filter((webinar) => !isComing(webinar)).sort(byNewest),
	];
	return pageOf(webinarEntries(webinars), filter, paginationToken);
}

/** Events and seminars that ended within half a year, and meeting rooms, newest first. */
export async function pastWebinars(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const now = Date.now();
	const ended = { endedBefore: now, endsAfter: now - HALF_A_YEAR_MS };
	const listed = await listWebinars(await createClient(this), {
		event: ended,
		seminar: ended,
		meeting: {},
	});
	const webinars = listed.filter((one) => !(moment(one.scheduledStartTime) > now)).sort(byNewest);
	return pageOf(webinarEntries(webinars), filter, paginationToken);
}

/** NaN = no fixed time. */
function moment(time: string | null): number {
	return Date.parse(time ?? '');
}
