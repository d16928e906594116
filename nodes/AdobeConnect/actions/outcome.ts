import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { oneByOne as writeOneByOne } from '../../shared/node/oneByOne';
import { outcomesOf } from '../../shared/node/outcomes';
import type { Written } from '../../shared/node/people';
import { isRunWide, VendorError } from '../../shared/transport/vendorError';

export const { done, alreadySo, skipped, refused } = outcomesOf('adobeConnect');

/** Item by item; what Adobe Connect says of the sign-in or the account concerns all of them. */
export async function oneByOne(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	write: (itemIndex: number) => Promise<Written>,
): Promise<Written[]> {
	return await writeOneByOne(context, items, { refused, concernsEverybody }, write);
}

/** Whether it would be the same for every other item: a refused sign-in, an account that has expired. */
export function concernsEverybody(error: unknown): boolean {
	return (
		error instanceof VendorError &&
		(error.details.failure?.cause === 'credential-invalid' || isRunWide(error))
	);
}
