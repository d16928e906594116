import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { unresolvedField } from '../../../shared/node/errors';
import { asObject } from '../../../shared/transport/json';
import { readPerson } from '../../../shared/items/person';
import { itemFromFields } from '../../../shared/items/personFields';
import { Person } from './person';

/** One person per item. A field that n8n cannot resolve is that person's problem alone. */
export function readPeople(context: IExecuteFunctions, items: INodeExecutionData[]): Person[] {
	const manual = context.getNodeParameter('mapData', 0, 'automatic') === 'manual';
	if (!manual) return items.map(({ json }) => new Person(readPerson(json)));
	return items.map((_, index) => readMapped(context, index));
}

function readMapped(context: IExecuteFunctions, index: number): Person {
	try {
		const values = asObject(context.getNodeParameter('fields.value', index, {}));
		return new Person(readPerson(itemFromFields(values)));
	} catch (error) {
		const person = new Person(readPerson({}));
		person.fail(unresolvedField(error), MAP_REPAIR);
		return person;
	}
}

const MAP_REPAIR = 'Correct the value of the named field under Fields, for this item';
