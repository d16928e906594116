import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { ParameterError } from '../../../shared/node/errors';
import type { Written } from '../../../shared/node/people';
import { asArray } from '../../../shared/transport/json';
import { isRunWide } from '../../../shared/transport/vendorError';
import type { PropertyObject } from '../../transport/properties';
import { createClient } from '../../transport/request';
import { makeProperties, type Made } from './make';
import { outcomeOf } from './outcome';

const OBJECTS: readonly PropertyObject[] = ['contact', 'marketingEvent'];

/**
 * Makes the properties that this package writes, or says how they stand. They belong to the
 * account, not to an item, so it is done once and every item is told the same.
 */
export async function setUpProperties(
	this: IExecuteFunctions,
	items: INodeExecutionData[],
): Promise<Written[]> {
	if (items.length === 0) return [];
	const preview = this.getNodeParameter('preview', 0, false) === true;
	const objects = chosenObjects(this);
	const client = await createClient(this);
	const made: Made[] = [];
	for (const object of objects) {
		const one = await makeProperties(client, object, preview);
		// A bad key ends the run, unless something has been made that the items are to tell of.
		if (one.error !== null && isRunWide(one.error) && made.length === 0) throw one.error;
		made.push(one);
	}
	const outcome = outcomeOf(made, preview);
	const properties = made.flatMap(({ rows }) => rows);
	const nativeProperties = made.flatMap(({ native }) => native);
	return items.map(() => ({ outcome, adds: { properties, nativeProperties } }));
}

/** @throws ParameterError when none is chosen */
function chosenObjects(context: IExecuteFunctions): PropertyObject[] {
	const chosen = asArray(context.getNodeParameter('options.propertiesOf', 0, OBJECTS));
	const objects = OBJECTS.filter((object) => chosen.includes(object));
	if (objects.length > 0) return objects;
	throw new ParameterError(
		'Properties Of is empty',
		'Choose Contacts, Marketing Events or both, or remove the option',
	);
}
