import path from 'node:path';

import type { AdobeClient } from '../../../../nodes/AdobeConnect/transport/request';
import type { CredentialValues } from '../../support/credentials';
import { executionOf } from '../../support/loneNode';

type Transport = typeof import('../../../../nodes/AdobeConnect/transport/request');

const BUILT = path.join(__dirname, '../../../../dist/nodes/AdobeConnect/transport/request.js');

/** The transport of the built package in an execution of n8n-core. */
export async function clientOf(
	credentials: CredentialValues,
	signal?: AbortSignal,
): Promise<AdobeClient> {
	const context = await executionOf({ type: 'adobeConnect', credentials }, signal);
	const { createClient } = (await import(BUILT)) as Transport;
	return await createClient(context);
}
