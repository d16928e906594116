import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { ALL_REASONS, explain } from '../../../shared/model/reasons';
import { unresolvedField } from '../../../shared/node/errors';
import { asObject, asText, type JsonObject } from '../../../shared/transport/json';
import { readRegistrant } from '../../../shared/items/registrant';
import { itemFromRegistrationFields } from '../../../shared/items/registrationFields';
import { isOneOf } from '../../../shared/items/text';
import { Person } from '../people/person';

/** A person, and the values of *Contact Fields* for them, by the name of the property. */
export interface Registering {
	person: Person;
	fields: JsonObject;
}

/** One person per item. A field that n8n cannot resolve is that person's problem alone. */
export function readRegistering(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
): Registering[] {
	const manual = context.getNodeParameter('mapData', 0, 'automatic') === 'manual';
	return items.map(({ json }, index) => {
		try {
			const person = manual ? readMapped(context, index) : readItem(context, json, index);
			const value = context.getNodeParameter('contactFields.value', index, {});
			return { person, fields: asObject(value) };
		} catch (error) {
			const person = new Person(readRegistrant({}, undefined));
			person.fail(unresolvedField(error), FIELD_REPAIR);
			return { person, fields: {} };
		}
	});
}

const FIELD_REPAIR = 'Correct the value of the named field, for this item';

function readMapped(context: IExecuteFunctions, index: number): Person {
	const values = asObject(context.getNodeParameter('fields.value', index, {}));
	return new Person(readRegistrant(itemFromRegistrationFields(values), undefined));
}

function readItem(context: IExecuteFunctions, json: JsonObject, index: number): Person {
	const person = new Person(readRegistrant(json, context.getNodeParameter('webinar', index, null)));
	leaveOutRefused(person, asObject(json.outcome));
	return person;
}

/** Whom the webinar platform has not registered, HubSpot must not show as registered. */
function leaveOutRefused(person: Person, outcome: JsonObject): void {
	const destination = asText(outcome.destination);
	if (destination === '' || destination === 'hubspot') return;
	if (!isOneOf(['failed', 'skipped', 'deferred'], asText(outcome.result))) return;
	const told = asText(outcome.reason);
	const reason = isOneOf(ALL_REASONS, told) ? told : 'vendorRejected';
	const { message, repair } = explain(reason);
	person.skip(reason, {
		message: `Not registered on the webinar platform: ${asText(outcome.message) || message}`,
		repair: asText(outcome.repair) || repair,
	});
}
