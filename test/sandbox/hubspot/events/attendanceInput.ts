import type { HubSpotAttendanceRecord } from '../../contract';
import { validationError } from '../http/errors';
import type { JsonRecord } from '../http/input';
import { optionalText, record, requireFields } from '../http/input';

export type Verb = HubSpotAttendanceRecord['verb'];

export type AttendanceInput = Pick<
	HubSpotAttendanceRecord,
	'interactionDateTime' | 'joinedAt' | 'leftAt'
>;

export function verbOf(word: string): Verb {
	if (word === 'register' || word === 'attend' || word === 'cancel') return word;
	throw validationError(
		`Unknown state for '${word}'. Correct are 'register', 'attend' or 'cancel'.`,
	);
}

/**
 * `interactionDateTime` is epoch milliseconds, a whole number. `properties` may hold `joinedAt` and
 * `leftAt` (ISO 8601), for `attend` only.
 * @throws 400
 */
export function attendanceInput(input: JsonRecord, verb: Verb): AttendanceInput {
	requireFields(input, ['interactionDateTime', 'properties']);
	const { interactionDateTime } = input;
	if (!Number.isSafeInteger(interactionDateTime) || Number(interactionDateTime) < 0) {
		throw validationError('interactionDateTime must be a whole number of milliseconds');
	}
	const properties = record(input.properties);
	const allowed = verb === 'attend' ? ['joinedAt', 'leftAt'] : [];
	const wrong = Object.keys(properties).find((name) => !allowed.includes(name));
	if (wrong !== undefined) throw validationError(`Property ${wrong} is not allowed for ${verb}`);
	return {
		interactionDateTime: Number(interactionDateTime),
		joinedAt: dateOf(properties, 'joinedAt'),
		leftAt: dateOf(properties, 'leftAt'),
	};
}

function dateOf(properties: JsonRecord, name: string): string | null {
	const value = optionalText(properties, name);
	if (value === undefined) return null;
	if (/^\d{4}-\d{2}-\d{2}T/.test(value) && !Number.isNaN(Date.parse(value))) return value;
	throw validationError(`${name} must be an ISO 8601 date-time`);
}
