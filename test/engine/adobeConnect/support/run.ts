import path from 'node:path';

import type { IDataObject } from 'n8n-workflow';

import type { CredentialValues } from '../../support/credentials';
import { runNode, type NodeRun, type NodeRunResult } from '../../support/runNode';
import type { Stage } from '../../support/world';

type Limits = typeof import('../../../../nodes/AdobeConnect/transport/limits');

export const ADOBE = 'adobeConnectApi';

/** The webinar that is asked for unless a test says otherwise. */
export const SCO = '30001';

/** *Get webinar*, for every item. */
export async function getWebinar(
	credentials: CredentialValues,
	changes: Partial<NodeRun> = {},
): Promise<NodeRunResult> {
	return await runNode({
		type: 'adobeConnect',
		credentials,
		parameters: {
			resource: 'webinar',
			operation: 'get',
			webinar: { __rl: true, mode: 'id', value: SCO },
			simplify: true,
		},
		...changes,
	});
}

/** So many empty items. */
export function items(count: number): IDataObject[] {
	return Array.from({ length: count }, () => ({}));
}

/** The credential at a server of the test's. */
export function credentialAt(host: string, changes: IDataObject = {}): CredentialValues {
	const fields = {
		host,
		authentication: 'password',
		login: 'api@example.com',
		password: SECRETS.password,
	};
	return { [ADOBE]: { ...fields, ...changes } } as CredentialValues;
}

/** The stage's credential with other fields. */
export function changed({ adobeConnect }: Stage, changes: IDataObject): CredentialValues {
	return { [ADOBE]: { ...adobeConnect[ADOBE], ...changes } } as CredentialValues;
}

/** What nobody may find anywhere. */
export const SECRETS = {
	password: 'FAKE-password-of-nobody',
	session: 'FAKEna1breezsession0001',
	joinLinkSecret: 'FAKE-join-link-secret-of-nobody',
} as const;

/** The transport's limits in the built package, for tests that cannot wait for them. */
export async function builtLimits(): Promise<Limits> {
	const file = path.join(__dirname, '../../../../dist/nodes/AdobeConnect/transport/limits.js');
	return (await import(file)) as Limits;
}

/** The waits between tries become some milliseconds; their number stays. */
export async function inAHurry(): Promise<void> {
	(await builtLimits()).RETRY.baseMs = 2;
}
