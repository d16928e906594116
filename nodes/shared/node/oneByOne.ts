import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Outcome } from '../model/outcome';
import { isCancelled } from './errors';
import type { Written } from './people';

/** What a vendor knows about what is thrown for an item. */
export interface Refusals {
	/** The outcome of the item it was thrown for. */
	refused(error: unknown, recordId: string): Outcome;
	/** Whether it would be the same for every other item, e.g. the sign-in. */
	concernsEverybody(error: unknown): boolean;
}

/**
 * Writes item by item, one after the other; what is thrown for an item becomes its outcome. What
 * concerns every item is thrown as long as nothing was written; afterwards it is the outcome of all
 * that are left, and nothing more is sent.
 */
export async function oneByOne(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	{ refused, concernsEverybody }: Refusals,
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
			const nothingYet = !written.some(({ outcome }) => hasWritten(outcome));
			if (isCancelled(context, error) || (everybodys !== undefined && nothingYet)) throw error;
			return { outcome: refused(error, '') };
		});
		written.push(one);
	}
	return written;
}

/** Also of a record that was left half done. */
function hasWritten({ result, steps }: Outcome): boolean {
	return result === 'synced' || Object.values(steps).some((step) => step.result === 'synced');
}
