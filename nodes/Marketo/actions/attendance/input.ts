import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { itemFromFields } from '../../../shared/items/personFields';
import { readPerson, type PersonInput as ItemInput } from '../../../shared/items/person';
import { unresolvedField } from '../../../shared/node/errors';
import { asObject, type JsonObject } from '../../../shared/transport/json';
import { filled, leadFieldsOf } from '../../mapping/leadFields';
import type { FieldValues } from '../../mapping/memberFields';
import { Attendee } from './attendee';

/** One person per item. A field that n8n cannot resolve is that person's problem alone. */
export function readAttendees(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
): Attendee[] {
	const manual = context.getNodeParameter('mapData', 0, 'automatic') === 'manual';
	return items.map(({ json }, index) => {
		const values = (name: string) => asObject(context.getNodeParameter(`${name}.value`, index, {}));
		try {
			const item = readPerson(manual ? mappedItem(values('fields')) : json);
			const attendee = attendeeOf(item, filled(values('leadFields')));
			attendee.wish = { ...attendee.wish, fields: filled(values('memberFields')) };
			return attendee;
		} catch (error) {
			const attendee = attendeeOf(readPerson({}), {});
			attendee.fail(unresolvedField(error), FIELD_REPAIR);
			return attendee;
		}
	});
}

const FIELD_REPAIR = 'Correct the value of the named field, for this item';

/** Beside what every system takes: by what the member is known on the platform. */
function mappedItem(values: JsonObject): JsonObject {
	const item = itemFromFields(values);
	const { registrantId, joinLink } = values;
	const registrant = { ...asObject(item.registrant), registrantId, joinUrl: joinLink };
	return { ...item, registrant };
}

function attendeeOf(item: ItemInput, mappedLeadFields: FieldValues): Attendee {
	const { email } = item;
	return new Attendee(
		{ email, leadId: null, leadFields: leadFieldsOf(item), mappedLeadFields },
		item,
	);
}
