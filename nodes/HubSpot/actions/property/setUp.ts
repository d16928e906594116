import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Written } from '../../../shared/node/people';
import type { Outcome, OutcomeResult } from '../../../shared/model/outcome';
import { explain } from '../../../shared/model/reasons';
import { PROPERTY_GROUP, PROPERTY_NAMES } from '../../mapping/definitions';
import { attempt } from '../../transport/attempt';
import { isTemporary } from '../../transport/errors';
import { createClient } from '../../transport/request';
import type { VendorError } from '../../../shared/transport/vendorError';
import { createMissing, inspectProperties } from './ensure';

type Told = Pick<Outcome, 'result' | 'action' | 'reason' | 'message' | 'repair' | 'steps'> & {
	retryAt?: string | null;
};

/**
 * Makes the contact properties that *Sync attendance* writes. They belong to the account, not to an
 * item, so it is done once and every item is told the same.
 */
export async function setUpProperties(
	this: IExecuteFunctions,
	items: INodeExecutionData[],
): Promise<Written[]> {
	if (items.length === 0) return [];
	const told = await setUp(this);
	const outcome: Outcome = {
		destination: 'hubspot',
		recordId: '',
		retryAt: null,
		preview: false,
		...told,
	};
	return items.map(() => ({ outcome }));
}

async function setUp(context: IExecuteFunctions): Promise<Told> {
	const client = await createClient(context);
	const { missing, unusable } = await inspectProperties(client);
	const steps: Outcome['steps'] = {};
	for (const name of PROPERTY_NAMES) steps[name] = { result: 'unchanged' };
	for (const text of unusable)
		steps[text.split(' ')[0] ?? text] = { result: 'failed', message: text };
	if (missing.length === 0) return summary(steps, 0, unusable);

	const attempted = await attempt(createMissing(client, missing));
	if (!attempted.ok) return refused(steps, attempted.error, missing);
	const { groupCreated, errors } = attempted.value;
	steps[PROPERTY_GROUP.name] = { result: groupCreated ? 'synced' : 'unchanged' };
	const named = new Set(errors.flatMap(({ ids }) => ids));
	for (const { name } of missing) {
		// Where HubSpot does not say which property it refused, none is taken for created.
		const error = errors.find(({ ids }) => ids.includes(name));
		const failed = error ?? (named.size === 0 ? errors[0] : undefined);
		steps[name] = failed ? { result: 'failed', message: failed.message } : { result: 'synced' };
	}
	const words = [...unusable, ...errors.map(({ message }) => message)];
	const created = missing.filter(({ name }) => steps[name]?.result === 'synced').length;
	return summary(steps, created, words);
}

function summary(steps: Outcome['steps'], created: number, refusals: readonly string[]): Told {
	const action = created > 0 ? 'created' : 'none';
	if (refusals.length > 0) {
		return {
			result: 'failed',
			action,
			reason: 'vendorRejected',
			message: `Contact properties cannot be used: ${refusals.join('; ')}`,
			repair: 'Delete or rename these properties in HubSpot, then run again',
			steps,
		};
	}
	const result: OutcomeResult = created > 0 ? 'synced' : 'unchanged';
	const message =
		created > 0
			? `Created ${created} contact ${created === 1 ? 'property' : 'properties'} in the group ${PROPERTY_GROUP.label}`
			: 'All contact properties were there already';
	return { result, action, reason: null, message, repair: '', steps };
}

function refused(
	steps: Outcome['steps'],
	error: VendorError,
	missing: ReadonlyArray<{ name: string }>,
): Told {
	const { message, repair, reason, retryAt } = error.details;
	const result = isTemporary(error) ? 'deferred' : 'failed';
	for (const { name } of missing) steps[name] = { result, message };
	return {
		result,
		action: 'none',
		reason,
		message,
		repair: repair || explain(reason).repair,
		steps,
		retryAt: retryAt ?? null,
	};
}
