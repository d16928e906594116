import path from 'node:path';

import type { MarketoClient, MarketoRequest } from '../../../../nodes/Marketo/transport/request';
import type { CredentialValues } from '../../support/credentials';
import { executionOf } from '../../support/loneNode';
import type { Stage } from '../../support/world';

type Transport = typeof import('../../../../nodes/Marketo/transport/request');
type Limits = typeof import('../../../../nodes/Marketo/transport/limits');

const BUILT = path.join(__dirname, '../../../../dist/nodes/Marketo/transport');

export const MARKETO = 'marketoRestOAuth2Api';

/** The transport of the built package in an execution of n8n-core. */
export async function clientOf(
	credentials: CredentialValues,
	signal?: AbortSignal,
): Promise<MarketoClient> {
	const context = await executionOf({ type: 'marketoProgram', credentials }, signal);
	const { createClient } = (await import(path.join(BUILT, 'request.js'))) as Transport;
	return await createClient(context);
}

/** The credential at another address, or with other fields. */
export function changed({ marketo }: Stage, changes: object): CredentialValues {
	return { [MARKETO]: { ...marketo[MARKETO], ...changes } };
}

/** Reads the fields of members: one small answer. */
export const READ: MarketoRequest = {
	path: '/rest/v1/programs/members/describe.json',
	what: 'the fields of program members',
	permission: 'Read-Only Person',
};

/** A write that nothing makes repeatable. */
export const UNKEYED: MarketoRequest = {
	path: '/rest/v1/campaigns/5001/trigger.json',
	json: { input: { leads: [{ id: 318_001 }] } },
	write: 'requestCampaign',
	what: 'the campaign',
	permission: 'Execute Campaign',
};

/** A write that may be sent again. */
export const KEYED: MarketoRequest = {
	path: '/rest/v1/leads.json',
	json: { action: 'createOrUpdate', lookupField: 'email', input: [{ email: 'new@example.com' }] },
	write: 'syncLeads',
	what: 'people',
	permission: 'Read-Write Person',
};

/** The wait after 606 becomes some milliseconds. */
export async function shortThrottle(ms: number): Promise<void> {
	const { THROTTLE_MS } = (await import(path.join(BUILT, 'limits.js'))) as Limits;
	Object.assign(THROTTLE_MS, { rate: ms, jobs: ms });
}
