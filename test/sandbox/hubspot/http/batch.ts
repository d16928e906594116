import { isoNow, type Portal } from '../context';
import type { ErrorEntry } from './errors';
import type { Answer } from './input';

/**
 * The envelope of every batch endpoint of the CRM: 207 as soon as one record has an error.
 * Results come in an order of their own: HubSpot's is not the order of the inputs.
 */
export function batchAnswer(
	portal: Portal,
	startedAt: string,
	results: readonly unknown[],
	errors: readonly ErrorEntry[],
	success: number,
): Answer {
	const body = {
		completedAt: isoNow(portal.kernel),
		status: 'COMPLETE',
		startedAt,
		results: portal.random.shuffle(results),
	};
	if (errors.length === 0) return { status: success, body };
	return { status: 207, body: { ...body, errors, numErrors: errors.length } };
}
