import type { IExecuteFunctions } from 'n8n-workflow';

import { ParameterError } from '../../../shared/node/errors';
import { checkedDuration, momentIn } from '../../../shared/node/startTime';
import { asNumber, asObject, asText } from '../../../shared/transport/json';
import { toPermission } from '../../mapping/roomAccess';

/** When something takes place: ISO 8601 with the offset of the zone that was meant. */
export interface Times {
	start: string;
	end: string;
}

/** What is to be made, checked as far as that is possible here. */
export interface NewWebinar {
	kind: 'seminar' | 'meeting';
	name: string;
	description: string;
	/** null = a meeting room without a fixed time. */
	times: Times | null;
	/** sco-id of the licence's folder or of the folder; empty = the usual one. */
	placeId: string;
	/** sco-id; empty = the account's own template. */
	templateId: string;
	/** Permission of the public. */
	permission: string;
	/** Empty = Adobe Connect makes one up. */
	urlPath: string;
	/** e.g. `en`; empty = as the account has it. */
	language: string;
	/** Empty = none. */
	passcode: string;
	/** Seminars: people; undefined = not told. */
	expected?: number;
}

type Read = (name: string) => unknown;

/**
 * What the fields of *Create* say for an item.
 * @param now epoch milliseconds: a webinar cannot start before it
 * @throws ParameterError naming the field that is to be mended
 */
export function readNewWebinar(
	context: IExecuteFunctions,
	itemIndex: number,
	now: number,
): NewWebinar {
	const read: Read = (name) => context.getNodeParameter(name, itemIndex, null);
	const locator: Read = (name) =>
		context.getNodeParameter(name, itemIndex, '', { extractValue: true });
	const kind = readKind(read('kind'));
	const settings = asObject(read('settings'));
	const isOpen = kind === 'meeting' && read('schedule') === 'recurringNoFixedTime';
	const zone = asText(read('timezone')).trim() || context.getTimezone();
	return {
		kind,
		name: checkedTopic(read('topic')),
		description: asText(read('agenda')).trim(),
		times: isOpen ? null : readTimes(read, settings, zone, now),
		placeId: checkedId(
			locator(kind === 'seminar' ? 'licence' : 'folder'),
			kind === 'seminar' ? 'Seminar Licence' : 'Folder',
		),
		templateId: checkedId(locator('template'), 'Room Template'),
		permission: checkedAccess(read('access')),
		urlPath: checkedUrl(settings.customUrl),
		language: asText(settings.language).trim(),
		passcode: asText(settings.passcode).trim(),
		...(kind === 'seminar' && readExpected(settings.expectedAttendees)),
	};
}

function readKind(kind: unknown): NewWebinar['kind'] {
	if (kind === 'seminar' || kind === 'meeting') return kind;
	throw kind === 'event'
		? new ParameterError(
				"Adobe Connect's API does not create events",
				'Create the event in Adobe Connect Central under Event Management, then use it here; or choose Seminar or Meeting in Kind',
			)
		: new ParameterError(`The kind "${asText(kind)}" does not exist`, 'Choose a kind');
}

function readTimes(
	read: Read,
	settings: Record<string, unknown>,
	zone: string,
	now: number,
): Times {
	const start = momentIn(read('startTime'), zone);
	if (start.toMillis() <= now) throw past(start.toISO() ?? '');
	const end = isGiven(settings.endTime)
		? momentIn(settings.endTime, zone, 'The end')
		: start.plus({ minutes: checkedDuration(read('duration')) });
	return checkedTimes({ start: start.toISO() ?? '', end: end.toISO() ?? '' });
}

/** @throws ParameterError when it ends before it starts */
export function checkedTimes(times: Times): Times {
	if (Date.parse(times.end) > Date.parse(times.start)) return times;
	throw new ParameterError(
		`The end ${times.end} is not after the start ${times.start}`,
		'Choose a later end, or an earlier start',
	);
}

/** Said of a start that has passed. */
export function past(start: string): ParameterError {
	return new ParameterError(
		`The start ${start} is in the past`,
		'Choose a start in the future, and check Time Zone',
	);
}

/** @throws ParameterError for an empty topic */
export function checkedTopic(typed: unknown): string {
	const topic = asText(typed).trim();
	if (topic !== '') return topic;
	throw new ParameterError('Topic is empty', 'Enter a topic');
}

/** @throws ParameterError for what is no choice */
export function checkedAccess(access: unknown): string {
	const permission = toPermission(access);
	if (permission !== undefined) return permission;
	throw new ParameterError(`The access "${asText(access)}" does not exist`, 'Choose one in Access');
}

/** The part behind the host; empty when none is given. @throws ParameterError */
export function checkedUrl(typed: unknown): string {
	const path = asText(typed)
		.trim()
		.replace(/^\/|\/$/g, '');
	if (path === '' || /^[a-z0-9][a-z0-9_-]{0,59}$/i.test(path)) return path;
	throw new ParameterError(
		'Custom URL has other characters than letters, digits, hyphens and underscores',
		'Enter only the last part of the address, e.g. product-launch',
	);
}

/** Whole people of 1 or more; nothing when nothing is given. @throws ParameterError */
export function readExpected(typed: unknown): { expected?: number } {
	if (!isGiven(typed)) return {};
	const expected = asNumber(typed);
	if (expected !== undefined && Number.isInteger(expected) && expected >= 1) return { expected };
	throw new ParameterError(
		'Expected Attendees is not a whole number of 1 or more',
		'Enter a number in Expected Attendees',
	);
}

export function isGiven(value: unknown): boolean {
	return value !== undefined && value !== null && value !== '';
}

function checkedId(typed: unknown, label: string): string {
	const id = asText(typed).trim();
	if (id === '' || /^\d{1,18}$/.test(id)) return id;
	throw new ParameterError(
		`${label} is not an ID of Adobe Connect`,
		`Choose it from the list, or enter its ID, which has digits only`,
	);
}
