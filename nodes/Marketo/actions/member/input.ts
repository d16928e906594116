import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { normaliseEmail } from '../../../shared/model/email';
import { unresolvedField } from '../../../shared/node/errors';
import { asObject, asText } from '../../../shared/transport/json';
import { filled } from '../../mapping/leadFields';
import type { FieldValues } from '../../mapping/memberFields';
import { leadIdOf } from '../../mapping/registration';
import { Person, unreadable, type Wish } from '../people/person';

/**
 * One person per item, as the fields of the node name them. A field that n8n cannot resolve is that
 * person's problem alone.
 */
export function readMembersToWrite(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	wishOf: (itemIndex: number) => Wish,
): Person[] {
	return items.map((_, index) => {
		try {
			const fields = asObject(context.getNodeParameter('leadFields.value', index, {}));
			const person = readWho(context, index, filled(fields));
			person.wish = wishOf(index);
			return person;
		} catch (error) {
			return unreadable(unresolvedField(error), FIELD_REPAIR);
		}
	});
}

const FIELD_REPAIR = 'Correct the value of the named field, for this item';

function readWho(context: IExecuteFunctions, index: number, fields: FieldValues): Person {
	const byId = context.getNodeParameter('findBy', index, 'email') === 'leadId';
	const typed = asText(context.getNodeParameter(byId ? 'leadId' : 'email', index, '')).trim();
	const leadId = byId ? leadIdOf(typed) : null;
	const person = new Person({
		email: byId ? '' : normaliseEmail(typed),
		leadId,
		leadFields: {},
		mappedLeadFields: fields,
	});
	if (byId && leadId === null) {
		person.fail(
			typed === '' ? 'Lead ID is empty' : `Lead ID must be a number, not "${typed.slice(0, 40)}"`,
			'Enter the ID that Marketo gives the person, e.g. 318581',
		);
	}
	return person;
}
