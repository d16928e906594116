import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { ParameterError } from '../../../shared/node/errors';
import { checkedDuration, checkedZone } from '../../../shared/node/startTime';
import {
	asObject,
	asObjects,
	asText,
	isObject,
	type JsonObject,
} from '../../../shared/transport/json';
import { toRecurrence } from '../../mapping/recurrence';
import { RECURRING_FIXED } from '../../mapping/webinar';
import {
	toApprovalType,
	toRegistrationType,
	toWireSettings,
	united,
} from '../../mapping/webinarSettings';
import { momentOf, toStart, type Start } from '../../mapping/webinarTime';
import { checkedTopic, inFuture } from './newWebinar';

/**
 * What Zoom changes of one date.
 * https://developers.zoom.us/docs/api/meetings/#tag/webinars/patch/webinars/{webinarId}
 */
const OF_A_DATE = ['agenda', 'start_time', 'timezone', 'duration', 'settings'];
const SETTINGS_OF_A_DATE = ['host_video', 'panelists_video', 'hd_video', 'auto_recording'];

/**
 * The body of `PATCH /webinars/{webinarId}` for an item: only what is given.
 * @param present the webinar as it is, on the date that is meant
 * @throws ParameterError naming the field that is to be mended, also when nothing is given
 */
export function readChange(
	context: IExecuteFunctions,
	itemIndex: number,
	present: JsonObject,
	now: number,
): IDataObject {
	const fields = asObject(context.getNodeParameter('updateFields', itemIndex, {}));
	const options = asObject(context.getNodeParameter('options', itemIndex, {}));
	const change = united(
		{
			...(fields.topic !== undefined && { topic: checkedTopic(fields.topic) }),
			...(fields.agenda !== undefined && { agenda: asText(fields.agenda) }),
			...(fields.duration !== undefined && { duration: checkedDuration(fields.duration) }),
			...readTimes(fields, present, context.getTimezone(), now),
			...readRegistration(fields),
		},
		toWireSettings(asObject(context.getNodeParameter('settings', itemIndex, {}))),
	);
	if (Object.keys(change).length === 0) {
		throw new ParameterError(
			'There is nothing to change',
			'Add a field under Update Fields, or a setting under Settings',
		);
	}
	if (present.occurrence_id !== undefined) refuseOthers(change);
	return options.notify === true
		? united(change, { settings: { notify_registrants: true } })
		: change;
}

/**
 * The webinar as it is on one date.
 * @param occurrenceId empty for the webinar itself
 */
export function asOnDate(details: JsonObject, occurrenceId: string): JsonObject {
	if (occurrenceId === '') return details;
	const date = asObjects(details.occurrences).find(
		({ occurrence_id }) => asText(occurrence_id) === occurrenceId,
	);
	return { ...details, ...date, occurrence_id: occurrenceId };
}

function readTimes(
	fields: JsonObject,
	present: JsonObject,
	workflowZone: string,
	now: number,
): IDataObject {
	const typedZone = asText(fields.timezone).trim();
	const zone = typedZone || asText(present.timezone) || workflowZone;
	const rule = asObject(fields.recurrence).rule;
	const start = isGiven(fields.startTime) ? readStart(fields.startTime, zone, present, now) : null;
	return {
		...(typedZone !== '' && { timezone: checkedZone(typedZone) }),
		...(start !== null && { start_time: start.start_time, timezone: start.timezone }),
		...(isObject(rule) && {
			type: RECURRING_FIXED,
			recurrence: { ...toRecurrence(rule, start?.at ?? presentStart(present), zone) },
		}),
	};
}

/** A start that is already so may have passed. */
function readStart(typed: unknown, zone: string, present: JsonObject, now: number): Start {
	const start = toStart(typed, zone);
	return start.at === presentStart(present) ? start : inFuture(start, now);
}

function presentStart({ start_time, occurrences, timezone }: JsonObject): number {
	const first = asText(start_time) || asText(asObjects(occurrences)[0]?.start_time);
	const moment = momentOf(first, asText(timezone));
	if (Number.isNaN(moment)) {
		throw new ParameterError('The webinar has no start yet', 'Add Start under Update Fields');
	}
	return moment;
}

function readRegistration(fields: JsonObject): IDataObject {
	const approval = toApprovalType(fields.registration);
	const covers = toRegistrationType(fields.registrationCovers);
	const settings = {
		...(approval !== undefined && { approval_type: approval }),
		...(covers !== undefined && { registration_type: covers }),
	};
	return Object.keys(settings).length === 0 ? {} : { settings };
}

function refuseOthers(change: IDataObject): void {
	const others = [
		...Object.keys(change).filter((name) => !OF_A_DATE.includes(name)),
		...Object.keys(asObject(change.settings)).filter((name) => !SETTINGS_OF_A_DATE.includes(name)),
	].map((name) => name.replace(/_/g, ' '));
	if (others.length === 0) return;
	throw new ParameterError(
		`Zoom does not change ${others.join(', ')} of one occurrence`,
		'Remove these fields, or choose Webinar or Whole Series in Applies To',
	);
}

function isGiven(value: unknown): boolean {
	return value !== undefined && value !== null && value !== '';
}
