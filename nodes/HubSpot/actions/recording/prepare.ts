import { ParameterError } from '../../../shared/node/errors';
import { VendorError } from '../../../shared/transport/vendorError';
import type { HubSpotClient } from '../../transport/request';
import { createMissing, inspectProperties } from '../property/ensure';
import type { RecordingOptions } from './options';

/**
 * Makes sure that marketing events have our properties: HubSpot silently drops the values of others.
 * @returns names of those that can be written; none when nothing is to be kept there
 * @throws ParameterError when they are missing and not to be created, or cannot be written
 * @throws VendorError naming the scope that is missing
 */
export async function prepareEventProperties(
	client: HubSpotClient,
	{ eventProperty, createMissingProperties, preview }: RecordingOptions,
): Promise<Set<string>> {
	if (!eventProperty) return new Set();
	const { held, missing, unusable } = await withWayOut(inspectProperties(client, 'marketingEvent'));
	if (unusable.length > 0) {
		throw new ParameterError(
			`Properties of marketing events cannot be used: ${unusable.join('; ')}`,
			`Delete or rename these properties in HubSpot, then run Set Up Properties, or ${WAY_OUT}`,
		);
	}
	const names = new Set([...held, ...missing.map(({ name }) => name)]);
	if (missing.length === 0) return names;
	if (!createMissingProperties) {
		throw new ParameterError(
			`Properties of marketing events are missing: ${missing.map(({ name }) => name).join(', ')}`,
			`Run the operation Set Up Properties once, turn on the option Create Missing Properties, or ${WAY_OUT}`,
		);
	}
	if (preview) return names;
	const { errors } = await withWayOut(createMissing(client, missing, 'marketingEvent'));
	const refused = errors[0];
	if (refused === undefined) return names;
	throw new ParameterError(
		`HubSpot did not create the properties of marketing events: ${refused.message}`,
		`Correct what HubSpot names, then run Set Up Properties, or ${WAY_OUT}`,
	);
}

const WAY_OUT = 'turn off the option Write to Marketing Event';

async function withWayOut<T>(work: Promise<T>): Promise<T> {
	return await work.catch((error: unknown) => {
		if (!(error instanceof VendorError) || error.details.reason !== 'permissionMissing')
			throw error;
		throw new VendorError({ ...error.details, repair: `${error.details.repair}, or ${WAY_OUT}` });
	});
}
