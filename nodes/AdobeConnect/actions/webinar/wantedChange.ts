import type { IExecuteFunctions } from 'n8n-workflow';

import { ParameterError } from '../../../shared/node/errors';
import { checkedDuration, momentIn } from '../../../shared/node/startTime';
import { asObject, asText } from '../../../shared/transport/json';
import {
	checkedAccess,
	checkedTimes,
	checkedTopic,
	checkedUrl,
	isGiven,
	past,
	readExpected,
	type Times,
} from './newWebinar';

/** What the fields of *Update* say for an item; what is absent stays as it is. */
export interface WantedChange {
	topic?: string;
	description?: string;
	start?: string;
	end?: string;
	minutes?: number;
	urlPath?: string;
	language?: string;
	/** Permission of the public. */
	permission?: string;
	/** Empty = none any more. */
	passcode?: string;
	expected?: number;
}

/** @throws ParameterError naming the field that is to be mended, also when nothing is given */
export function readWantedChange(context: IExecuteFunctions, itemIndex: number): WantedChange {
	const fields = asObject(context.getNodeParameter('updateFields', itemIndex, {}));
	const settings = asObject(context.getNodeParameter('settings', itemIndex, {}));
	const zone = asText(fields.timezone).trim() || context.getTimezone();
	const moment = (typed: unknown, field: string): string =>
		momentIn(typed, zone, field).toISO() ?? '';
	const urlPath = checkedUrl(settings.customUrl);
	const language = asText(settings.language).trim();
	const wanted: WantedChange = {
		...(fields.topic !== undefined && { topic: checkedTopic(fields.topic) }),
		...(fields.agenda !== undefined && { description: asText(fields.agenda).trim() }),
		...(isGiven(fields.startTime) && { start: moment(fields.startTime, 'The start') }),
		...(isGiven(settings.endTime) && { end: moment(settings.endTime, 'The end') }),
		...(fields.duration !== undefined && { minutes: checkedDuration(fields.duration) }),
		...(urlPath !== '' && { urlPath }),
		...(language !== '' && { language }),
		...(settings.access !== undefined && { permission: checkedAccess(settings.access) }),
		...(settings.passcode !== undefined && { passcode: asText(settings.passcode).trim() }),
		...readExpected(settings.expectedAttendees),
	};
	if (Object.keys(wanted).length > 0) return wanted;
	throw new ParameterError(
		'There is nothing to change',
		'Add a field under Update Fields, or a setting under Settings',
	);
}

const HOUR_MS = 60 * 60_000;
const MINUTE_MS = 60_000;

/**
 * The times that something shall have; null = they stay.
 * @param present as Adobe Connect has them, ISO 8601 UTC
 * @param now epoch milliseconds: a start cannot be moved into the past
 * @throws ParameterError
 */
export function wantedTimes(
	{ start, end, minutes }: WantedChange,
	present: { start: string | null; end: string | null },
	now: number,
): Times | null {
	if (start === undefined && end === undefined && minutes === undefined) return null;
	const begin = start ?? present.start;
	if (begin === null) {
		throw new ParameterError('The webinar has no start yet', 'Add Start under Update Fields');
	}
	const isMoved = Date.parse(begin) !== Date.parse(present.start ?? '');
	if (isMoved && Date.parse(begin) <= now) throw past(begin);
	const length = Date.parse(present.end ?? '') - Date.parse(present.start ?? '');
	const lasting = minutes === undefined ? length || HOUR_MS : minutes * MINUTE_MS;
	return checkedTimes({
		start: begin,
		end: end ?? new Date(Date.parse(begin) + lasting).toISOString(),
	});
}
