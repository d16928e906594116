import { causeOf } from '../node/errors';

/** n8n's own words about a field that it cannot resolve name the expression, not a remedy. */
export function repairOf(error: unknown): string {
	const isOurs = error instanceof Error && error.name === 'ParameterError';
	return isOurs ? causeOf(error).repair : 'Correct the value of the named field, for this item';
}
