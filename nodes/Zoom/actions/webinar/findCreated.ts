import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { asNumber, asText, type JsonObject } from '../../../shared/transport/json';
import { VendorError } from '../../../shared/transport/vendorError';
import { momentOf } from '../../mapping/webinarTime';
import { getHostWebinars, getWebinar } from '../../transport/endpoints/webinars';
import { unless } from '../../../shared/transport/unless';

/** The clocks of Zoom and of this machine may differ by so much. */
const CLOCKS_DIFFER_MS = 60_000;
const MINUTE_MS = 60_000;
const ONCE = 5;

/**
 * The webinar that a creation without an answer has made, if it has: of this host, with this topic
 * and start, created after the request was sent, and not one that this run has created before.
 * @returns undefined when it is not there, or when that cannot be found out
 */
export async function findCreated(
	context: IExecuteFunctions,
	host: string,
	body: IDataObject,
	{ sentAt, created }: { sentAt: number; created: ReadonlySet<string> },
): Promise<JsonObject | undefined> {
	const listed = await unless(isVendors, getHostWebinars(context, host, 'scheduled', false));
	const [found] = (listed ?? [])
		.filter((row) => !created.has(asText(row.id)))
		.filter((row) => Date.parse(asText(row.created_at)) >= sentAt - CLOCKS_DIFFER_MS)
		.filter((row) => asText(row.topic) === asText(body.topic) && startsAlike(row, body))
		.sort((a, b) => asText(b.created_at).localeCompare(asText(a.created_at)));
	if (found === undefined) return undefined;
	return (await unless(isVendors, getWebinar(context, asText(found.id)))) ?? found;
}

/** Zoom lists a series with the start of its next date, which the rule decides. */
function startsAlike(row: JsonObject, body: IDataObject): boolean {
	if (asNumber(row.type) !== body.type) return false;
	if (body.type !== ONCE) return true;
	const wanted = momentOf(asText(body.start_time), asText(body.timezone));
	return Math.abs(Date.parse(asText(row.start_time)) - wanted) < MINUTE_MS;
}

function isVendors(error: unknown): boolean {
	return error instanceof VendorError;
}
