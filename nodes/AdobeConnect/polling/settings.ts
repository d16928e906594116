import type { IPollFunctions } from 'n8n-workflow';

import { ParameterError } from '../../shared/node/errors';
import type { RegistrantStatus } from '../../shared/model/registrant';
import { asNumber, asObject, asText } from '../../shared/transport/json';
import { joinLinksOf, type JoinLinks } from '../actions/people/joinLinks';
import type { WebinarKind } from '../mapping/webinar';
import { webinarKeyOf, type WebinarKey } from '../mapping/webinarLink';

/** The same words as Zoom's, so that a workflow that tells events apart takes either platform. */
export const EVENTS = [
	'webinar.registration_created',
	'webinar.ended',
	'recording.completed',
] as const;

export type TriggerEvent = (typeof EVENTS)[number];

const KINDS = ['event', 'seminar', 'meeting'] as const satisfies readonly WebinarKind[];
/** Meetings are mostly no webinars. */
export const DEFAULT_KINDS: WebinarKind[] = ['event', 'seminar'];

export const STATUSES = [
	'approved',
	'pending',
	'denied',
] as const satisfies readonly RegistrantStatus[];

export type AddedStatus = (typeof STATUSES)[number];

export const DEFAULT_MOST_CALLS = 60;
const FEWEST_CALLS = 10;
const MOST_CALLS = 1000;
const MOST_MINUTES = 24 * 60;
const MOST_HOURS = 30 * 24;

/** What the fields of the trigger say. */
export interface Settings {
	event: TriggerEvent;
	/** Empty = all of the kinds. */
	webinars: WebinarKey[];
	kinds: WebinarKind[];
	/** Of registrants; empty = any. */
	statuses: AddedStatus[];
	/** Of registrants. */
	joinLinks: JoinLinks;
	/** How long after the end of a run it counts. */
	afterEndMs: number;
	/** Runs that do not lie in the scheduled time, too. */
	anyTime: boolean;
	/** How far back the first poll looks. */
	beforeActivationMs: number;
	mostCalls: number;
}

/**
 * @param baseUrl of the credential: links of other servers are refused
 * @throws ParameterError that names the field
 */
export async function readSettings(context: IPollFunctions, baseUrl: string): Promise<Settings> {
	const parameter = (name: string, standard: unknown): unknown =>
		context.getNodeParameter(name, standard);
	const options = asObject(parameter('options', {}));
	const event = EVENTS.find((one) => one === parameter('event', ''));
	if (event === undefined) throw new ParameterError('Trigger On is empty', 'Choose an event');
	return {
		event,
		webinars: listOf(parameter('webinars', [])).map((typed) => webinarKeyOf(typed, baseUrl)),
		kinds: chosenKinds(parameter('kinds', DEFAULT_KINDS)),
		statuses: chosen(STATUSES, options.statuses),
		joinLinks: await joinLinksOf(context, options),
		afterEndMs: within(options.minutesAfterEnd, 0, 0, MOST_MINUTES) * 60_000,
		anyTime: options.anyTime === true,
		beforeActivationMs: within(options.hoursBefore, 0, 0, MOST_HOURS) * 3_600_000,
		mostCalls: within(options.mostCalls, DEFAULT_MOST_CALLS, FEWEST_CALLS, MOST_CALLS),
	};
}

/** None chosen = all of them. */
export function chosenKinds(value: unknown): WebinarKind[] {
	const kinds = chosen(KINDS, value);
	return kinds.length === 0 ? [...KINDS] : kinds;
}

/** What a list of choices holds, or an expression in its place: an array, or text with commas. */
function listOf(value: unknown): string[] {
	const entries = Array.isArray(value) ? value.map(asText) : asText(value).split(',');
	return [...new Set(entries.map((entry) => entry.trim()).filter(Boolean))];
}

function chosen<T extends string>(all: readonly T[], value: unknown): T[] {
	const list = listOf(value);
	return all.filter((one) => list.includes(one));
}

function within(value: unknown, standard: number, least: number, most: number): number {
	return Math.min(most, Math.max(least, asNumber(value) ?? standard));
}
