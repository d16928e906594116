import type { IDataObject } from 'n8n-workflow';

import { asNumber, asObject, asText, type JsonObject } from '../../../shared/transport/json';
import { PAGE_SIZE, pagesOf, zoomPages, zoomRows } from '../pages';
import { segment } from '../paths';
import { zoomRequest, type ZoomContext, type ZoomRequest } from '../request';

/** Thin readers of https://developers.zoom.us/docs/api/meetings/#tag/webinars (registrants). */

/** Zoom lists each by itself; who was cancelled by the host is among the denied. */
export const LISTED_STATUSES = ['approved', 'pending', 'denied'] as const;
export type ListedStatus = (typeof LISTED_STATUSES)[number];

function listRequest(webinarId: string, status: ListedStatus, occurrenceId: string): ZoomRequest {
	return {
		path: `/webinars/${segment(webinarId)}/registrants`,
		qs: { status, ...(occurrenceId && { occurrence_id: occurrenceId }) },
		label: 'medium',
	};
}

/** Approved registrants; `occurrenceId` for webinars with a registration per occurrence. */
export async function getApprovedRegistrants(
	context: ZoomContext,
	webinarId: string,
	occurrenceId: string,
): Promise<JsonObject[]> {
	return await zoomRows(context, listRequest(webinarId, 'approved', occurrenceId), 'registrants');
}

/** One of the lists, page by page. */
export function registrantPages(
	context: ZoomContext,
	webinarId: string,
	status: ListedStatus,
	occurrenceId: string,
): AsyncGenerator<JsonObject[], void, undefined> {
	return zoomPages(context, listRequest(webinarId, status, occurrenceId), 'registrants');
}

/** A list of which the first page has been read. */
export interface OpenedList {
	rows: JsonObject[];
	/** How many pages there are; Infinity where Zoom does not tell and there are more. */
	pages: number;
	/** The pages after the first one. */
	rest: AsyncGenerator<JsonObject[], void, undefined>;
}

/** Reads the first page of a list, which tells how long it is. */
export async function openRegistrants(
	context: ZoomContext,
	webinarId: string,
	status: ListedStatus,
	occurrenceId: string,
): Promise<OpenedList> {
	const request = listRequest(webinarId, status, occurrenceId);
	let pages = 1;
	const rest = pagesOf(async (page) => {
		const qs = { ...request.qs, page_size: PAGE_SIZE, ...page };
		const body = asObject(await zoomRequest(context, { ...request, qs }));
		pages = pageCount(body);
		return body;
	}, 'registrants');
	const first = await rest.next();
	return { rows: first.done === true ? [] : first.value, pages, rest };
}

function pageCount(body: JsonObject): number {
	const total = asNumber(body.total_records);
	if (total !== undefined) return Math.ceil(total / PAGE_SIZE);
	return asNumber(body.page_count) ?? (asText(body.next_page_token) === '' ? 1 : Infinity);
}

/** One registrant; 400/3079 when there is none. */
export async function getRegistrant(
	context: ZoomContext,
	webinarId: string,
	registrantId: string,
	occurrenceId: string,
): Promise<JsonObject> {
	return asObject(
		await zoomRequest(context, {
			path: `/webinars/${segment(webinarId)}/registrants/${segment(registrantId)}`,
			qs: occurrence(occurrenceId),
			label: 'light',
		}),
	);
}

/** The query of calls about one registrant. */
export function occurrence(occurrenceId: string): IDataObject | undefined {
	return occurrenceId === '' ? undefined : { occurrence_id: occurrenceId };
}
