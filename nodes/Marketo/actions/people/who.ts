import type { IExecuteFunctions } from 'n8n-workflow';

import { normaliseEmail } from '../../../shared/model/email';
import { asText } from '../../../shared/transport/json';
import type { FieldValues } from '../../mapping/memberFields';
import { leadIdOf } from '../../mapping/registration';
import { Person } from './person';

/**
 * Whom an item is about, by the fields *Find Person By*; a lead ID that is none is the person's end.
 * @param mappedLeadFields fields that are written to the person
 */
export function readWho(
	context: IExecuteFunctions,
	index: number,
	mappedLeadFields: FieldValues = {},
): Person {
	const byId = context.getNodeParameter('findBy', index, 'email') === 'leadId';
	const typed = asText(context.getNodeParameter(byId ? 'leadId' : 'email', index, '')).trim();
	const leadId = byId ? leadIdOf(typed) : null;
	const email = byId ? '' : normaliseEmail(typed);
	const person = new Person({ email, leadId, leadFields: {}, mappedLeadFields });
	if (byId && leadId === null) {
		person.fail(
			typed === '' ? 'Lead ID is empty' : `Lead ID must be a number, not "${typed.slice(0, 40)}"`,
			'Enter the ID that Marketo gives the person, e.g. 318581',
		);
	}
	return person;
}
