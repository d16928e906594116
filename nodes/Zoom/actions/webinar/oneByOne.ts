import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { oneByOne as writeOneByOne } from '../../../shared/node/oneByOne';
import type { Written } from '../../../shared/node/people';
import { VendorError } from '../../../shared/transport/vendorError';
import { isScopeMissing } from '../../transport/told';
import { refused } from './outcome';

/** Item by item; what Zoom says of the sign-in or the app concerns all of them. */
export async function oneByOne(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	write: (itemIndex: number) => Promise<Written>,
): Promise<Written[]> {
	return await writeOneByOne(context, items, { refused, concernsEverybody }, write);
}

/** Whether it would be the same for every other item: what Zoom says of the sign-in or the app. */
export function concernsEverybody(error: unknown): boolean {
	return (
		error instanceof VendorError &&
		(error.details.failure?.cause === 'credential-invalid' || isScopeMissing(error))
	);
}
