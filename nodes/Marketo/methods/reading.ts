import type { ILoadOptionsFunctions } from 'n8n-workflow';

import { toNodeError } from '../../shared/node/errors';
import { createClient, type MarketoClient } from '../transport/request';

/**
 * Reads from Marketo for a field of the panel. The editor shows what to do next only of n8n's own
 * errors.
 */
export async function reading<T>(
	context: ILoadOptionsFunctions,
	read: (client: MarketoClient) => Promise<T>,
): Promise<T> {
	return await createClient(context)
		.then(read)
		.catch(async (error: unknown) => await Promise.reject(toNodeError(context.getNode(), error)));
}
