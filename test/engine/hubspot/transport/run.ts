import type { IDataObject } from 'n8n-workflow';

import { runNode, type NodeRunResult } from '../../support/runNode';
import type { Stage } from '../../support/world';
import type { CredentialValues } from '../../support/credentials';

const SERVICE_KEY = 'hubSpotWebinarServiceKeyApi';

/** The service key at another address. */
export function at(here: Stage, baseUrl: string): CredentialValues {
	return { [SERVICE_KEY]: { ...here.hubspot[SERVICE_KEY], baseUrl } };
}

/** Reads, and creates what is missing: two objects, reads by POST, writes. */
export async function setUpWith(
	credentials: CredentialValues,
	parameters: IDataObject = {},
): Promise<NodeRunResult> {
	return await runNode({
		type: 'hubSpotWebinar',
		parameters: {
			resource: 'property',
			operation: 'setUp',
			authentication: SERVICE_KEY in credentials ? 'serviceKey' : 'oAuth2',
			...parameters,
		} as never,
		items: [{ email: 'somebody@example.com' }],
		credentials,
	});
}

/** Reads by GET: all participations of a contact. */
export async function participationWith(credentials: CredentialValues): Promise<NodeRunResult> {
	return await runNode({
		type: 'hubSpotWebinar',
		parameters: {
			resource: 'attendance',
			operation: 'getAll',
			authentication: SERVICE_KEY in credentials ? 'serviceKey' : 'oAuth2',
			participationOf: 'event',
			eventRecordId: '12345',
		} as never,
		credentials,
	});
}
