import { alive } from '../../../shared/node/ended';
import { ParameterError } from '../../../shared/node/errors';
import { attempt } from '../../../shared/transport/attempt';
import { isTemporary } from '../../../shared/transport/vendorError';
import { readAccountUsers } from '../../transport/users';
import { createMissing, inspectProperties } from '../property/ensure';
import type { StepName } from './person';
import type { Run } from './run';

/** Addresses of the account's users; empty when they are not to be left out. */
export async function accountUsers(run: Run): Promise<ReadonlySet<string>> {
	if (!run.options.excludeAccountUsers || alive(run.people).length === 0) return new Set();
	return (await forEverybody(run, 'contact', readAccountUsers(run.client))) ?? new Set();
}

/**
 * Makes sure that our contact properties exist, before anything else is written.
 * @throws ParameterError when they do not and are not to be created, or cannot be written
 */
export async function prepareProperties(run: Run): Promise<void> {
	if (alive(run.people).length === 0) return;
	const inspected = await forEverybody(run, 'properties', inspectProperties(run.client));
	if (inspected === undefined) return;
	const { held, missing, unusable } = inspected;
	if (unusable.length > 0) {
		throw new ParameterError(
			`Contact properties cannot be used: ${unusable.join('; ')}`,
			'Delete or rename these properties in HubSpot, then run Set Up Properties',
		);
	}
	if (missing.length > 0 && !run.options.createMissingProperties) {
		throw new ParameterError(
			`Contact properties are missing: ${missing.map(({ name }) => name).join(', ')}`,
			'Run the operation Set Up Properties once, or turn on the option Create Missing Properties',
		);
	}
	run.properties = held;
	if (missing.length === 0 || run.options.preview) return;
	const created = await forEverybody(run, 'properties', createMissing(run.client, missing));
	const refused = created?.errors[0];
	if (refused !== undefined) {
		throw new ParameterError(
			`HubSpot did not create the contact properties: ${refused.message}`,
			'Correct what HubSpot names, then run Set Up Properties',
		);
	}
	run.properties = [...held, ...missing.map(({ name }) => name)];
}

/**
 * A call that concerns everybody, before anything is written: when HubSpot is overloaded or its
 * daily limit used up, everybody is deferred; any other cause ends the run.
 */
export async function forEverybody<T>(
	run: Run,
	step: StepName,
	work: Promise<T>,
): Promise<T | undefined> {
	const attempted = await attempt(work);
	if (attempted.ok) return attempted.value;
	const { error } = attempted;
	if (!isTemporary(error) || error.details.status === 0) throw error;
	for (const person of alive(run.people)) person.refuse(error, step);
	return undefined;
}
