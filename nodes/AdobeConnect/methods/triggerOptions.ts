import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { toNodeError } from '../../shared/node/errors';
import { listWebinars } from '../actions/webinars/list';
import { byNewest } from '../mapping/webinarScope';
import { chosenKinds } from '../polling/settings';
import { createClient } from '../transport/request';
import { webinarEntries } from './entries';

/** Events that ended longer ago are entered by ID. */
const LOOKED_BACK_MS = 183 * 24 * 3_600_000;

/** Webinars of the chosen kinds, newest first. */
export async function getTriggerWebinars(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	const kinds = chosenKinds(this.getCurrentNodeParameter('kinds'));
	const endsAfter = Date.now() - LOOKED_BACK_MS;
	const scopes = kinds.map((kind) => [kind, kind === 'event' ? { endsAfter } : {}] as const);
	const listed = await createClient(this)
		.then(async (client) => await listWebinars(client, Object.fromEntries(scopes)))
		.catch(async (error: unknown) => await Promise.reject(toNodeError(this.getNode(), error)));
	return webinarEntries(listed.sort(byNewest)).map(({ name, value }) => ({
		name,
		value,
		description: `ID ${value}`,
	}));
}
