import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { ParameterError } from '../../../shared/node/errors';
import { checkedDuration } from '../../../shared/node/startTime';
import { asObject, asText } from '../../../shared/transport/json';
import { toRecurrence } from '../../mapping/recurrence';
import {
	toApprovalType,
	toRegistrationType,
	toWireSettings,
	united,
} from '../../mapping/webinarSettings';
import { toStart, type Start } from '../../mapping/webinarTime';
import { recurrenceFields } from './recurrenceFields';

const TYPES = { once: 5, recurringNoFixedTime: 6, recurring: 9 } as const;

/** Zoom's maximum. */
const LONGEST_TOPIC = 200;

/**
 * The body of `POST /users/{userId}/webinars` for an item.
 * @param now epoch milliseconds: a webinar cannot start before it
 * @throws ParameterError naming the field that is to be mended
 */
export function readNewWebinar(
	context: IExecuteFunctions,
	itemIndex: number,
	now: number,
): IDataObject {
	const read = (name: string): unknown => context.getNodeParameter(name, itemIndex, null);
	const schedule = asText(read('schedule'));
	const type = Object.entries(TYPES).find(([name]) => name === schedule)?.[1];
	if (type === undefined) {
		throw new ParameterError(`The schedule "${schedule}" does not exist`, 'Choose a schedule');
	}
	const agenda = asText(read('agenda'));
	const zone = asText(read('timezone')).trim() || context.getTimezone();
	const start = type === TYPES.recurringNoFixedTime ? undefined : readStart(read, zone, now);
	const body: IDataObject = {
		topic: checkedTopic(read('topic')),
		type,
		...(start !== undefined && {
			start_time: start.start_time,
			timezone: start.timezone,
			duration: checkedDuration(read('duration')),
		}),
		...(start !== undefined && type === TYPES.recurring && { recurrence: readRule(read, start) }),
		...(agenda !== '' && { agenda }),
		settings: readRegistration(read, type),
	};
	return united(body, toWireSettings(asObject(read('settings'))));
}

/** @throws ParameterError for an empty topic and for one that Zoom would refuse */
export function checkedTopic(typed: unknown): string {
	const topic = asText(typed).trim();
	if (topic === '' || topic.length > LONGEST_TOPIC) {
		throw new ParameterError(
			topic === '' ? 'Topic is empty' : `Topic is longer than ${LONGEST_TOPIC} characters`,
			'Enter a topic of 1 to 200 characters',
		);
	}
	return topic;
}

/** @throws ParameterError for a start that has passed */
export function inFuture(start: Start, now: number): Start {
	if (start.at <= now) {
		throw new ParameterError(
			`The start ${start.start_time} (${start.timezone}) is in the past`,
			'Choose a start in the future, and check Time Zone',
		);
	}
	return start;
}

type Read = (name: string) => unknown;

function readStart(read: Read, zone: string, now: number): Start {
	return inFuture(toStart(read('startTime'), zone), now);
}

function readRegistration(read: Read, type: number): IDataObject {
	const approval = toApprovalType(read('registration')) ?? 2;
	const covers = toRegistrationType(read('registrationCovers'));
	const isAsked = type === TYPES.recurring && approval !== 2;
	return {
		approval_type: approval,
		...(isAsked && covers !== undefined && { registration_type: covers }),
	};
}

function readRule(read: Read, { at, timezone }: Start): IDataObject {
	const rule = Object.fromEntries(recurrenceFields.map(({ name }) => [name, read(name)]));
	return { ...toRecurrence(rule, at, timezone) };
}
