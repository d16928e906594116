import { DateTime } from 'luxon';
import type { IExecuteFunctions } from 'n8n-workflow';

import { ParameterError } from './errors';
import { isObject, ownNumber, ownText } from '../transport/json';

/**
 * A moment that somebody picked or that an expression gave: text (without a zone it is meant in the
 * workflow's own), a date or n8n's `$now`.
 * @returns epoch milliseconds
 * @throws ParameterError when it cannot be read
 */
export function readMoment(
	context: IExecuteFunctions,
	name: string,
	itemIndex: number,
	label: string,
): number {
	const value: unknown = context.getNodeParameter(name, itemIndex, '');
	// A DateTime of n8n's expressions may come from another copy of luxon; its number is the same.
	const moment =
		isObject(value) || typeof value === 'number'
			? ownNumber(value)
			: DateTime.fromISO(ownText(value).trim().replace(' ', 'T'), {
					zone: context.getTimezone(),
				}).toMillis();
	if (!Number.isFinite(moment)) {
		throw new ParameterError(
			`${label} is not a date and time`,
			`Enter a date in ${label}, e.g. 2026-03-01T09:00:00Z`,
		);
	}
	return moment;
}

/** As `readMoment`, or the fallback where the field is empty. */
export function readMomentOr(
	context: IExecuteFunctions,
	name: string,
	itemIndex: number,
	label: string,
	fallback: number,
): number {
	const value: unknown = context.getNodeParameter(name, itemIndex, '');
	return value === '' || value === null || value === undefined
		? fallback
		: readMoment(context, name, itemIndex, label);
}
