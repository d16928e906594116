import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { unresolvedField } from '../../../shared/node/errors';
import { asObject } from '../../../shared/transport/json';
import { filled } from '../../mapping/leadFields';
import { unreadable, type Person, type Wish } from '../people/person';
import { readWho } from '../people/who';

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
