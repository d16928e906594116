import type { IExecuteFunctions } from 'n8n-workflow';

import { ParameterError } from '../node/errors';
import { asNumber, asObject, type JsonObject } from '../transport/json';
import type { Threshold } from './attendance';

export type PeopleToReturn = 'attended' | 'noShow' | 'onDemand' | 'panelist' | 'host';

export interface AttendeeOptions {
	people: ReadonlySet<PeopleToReturn>;
	/** Milliseconds after the end of the session. */
	finalAfterMs: number;
	retryAfterMs: number;
	whenNotReady: 'output' | 'fail';
	includeEngagement: boolean;
	includeTexts: boolean;
	/** Count only what lies between the scheduled start and end. */
	clipToScheduled: boolean;
	threshold: Threshold;
	/** Leave out people who joined or viewed without registering; panelists and hosts stay. */
	registeredOnly: boolean;
}

/** The fields of *Get attendees*, checked. */
export function readOptions(context: IExecuteFunctions, itemIndex: number): AttendeeOptions {
	const people = context.getNodeParameter('peopleToReturn', itemIndex) as PeopleToReturn[];
	if (!Array.isArray(people) || people.length === 0) {
		throw new ParameterError('People to Return is empty', 'Choose at least one group of people');
	}
	return toAttendeeOptions(asObject(context.getNodeParameter('options', itemIndex, {})), people);
}

/**
 * What the collection Options is set to, checked; what is not in it has its default.
 * @throws ParameterError naming the field
 */
export function toAttendeeOptions(
	options: JsonObject,
	people: readonly PeopleToReturn[],
): AttendeeOptions {
	return {
		people: new Set(people),
		finalAfterMs: positive(options.finalAfterHours, 2, 'Final After (Hours)') * 3_600_000,
		retryAfterMs: positive(options.retryAfterMinutes, 10, 'Retry After (Minutes)') * 60_000,
		whenNotReady: options.whenNotReady === 'fail' ? 'fail' : 'output',
		includeEngagement: options.includeEngagement !== false,
		includeTexts: options.includeTexts === true,
		clipToScheduled: options.clipToScheduled === true,
		threshold: {
			amount: positive(options.minimumAttendance, 0, 'Minimum Attendance'),
			unit: options.minimumAttendanceUnit === 'percent' ? 'percent' : 'seconds',
		},
		registeredOnly: options.registeredOnly === true,
	};
}

function positive(value: unknown, fallback: number, name: string): number {
	if (value === undefined) return fallback;
	const number = asNumber(value);
	if (number === undefined || number < 0) {
		throw new ParameterError(`${name} is not a number of 0 or more`, `Enter a number in ${name}`);
	}
	return number;
}
