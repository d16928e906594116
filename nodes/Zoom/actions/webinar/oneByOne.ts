import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { isCancelled } from '../../../shared/node/errors';
import type { Written } from '../../../shared/node/people';
import { VendorError } from '../../../shared/transport/vendorError';
import { isScopeMissing } from '../../transport/told';
import { refused } from './outcome';

/**
 * Writes item by item, one after the other; what is thrown for an item becomes its outcome. What
 * concerns every item (sign-in, scope) is thrown as long as nothing was written; afterwards it is the
 * outcome of all that are left, and nothing more is sent.
 */
export async function oneByOne(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	write: (itemIndex: number) => Promise<Written>,
): Promise<Written[]> {
	const written: Written[] = [];
	let everybodys: unknown;
	for (const index of items.keys()) {
		if (everybodys !== undefined) {
			written.push({ outcome: refused(everybodys, '') });
			continue;
		}
		const one = await write(index).catch(async (error: unknown) => {
			if (concernsEverybody(error)) everybodys = error;
			const nothingYet = written.every(({ outcome }) => outcome.result !== 'synced');
			if (isCancelled(context, error) || (everybodys !== undefined && nothingYet)) throw error;
			return { outcome: refused(error, '') };
		});
		written.push(one);
	}
	return written;
}

/** Whether it would be the same for every other item: what Zoom says of the sign-in or the app. */
export function concernsEverybody(error: unknown): boolean {
	return (
		error instanceof VendorError &&
		(error.details.failure?.cause === 'credential-invalid' || isScopeMissing(error))
	);
}
