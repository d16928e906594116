import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { asNumber, asObject, asText } from '../../../shared/transport/json';
import { parseDomains } from '../../mapping/domains';
import { readPerson } from '../../mapping/person';
import { itemFromFields } from '../../mapping/personFields';
import { Person } from './person';
import type { SyncOptions } from './run';

const DEFAULT_READ_BACK_SECONDS = 5;

export function readSyncOptions(context: IExecuteFunctions): SyncOptions {
	const options = asObject(context.getNodeParameter('options', 0, {}));
	const seconds = asNumber(options.readBackAfter) ?? DEFAULT_READ_BACK_SECONDS;
	return {
		preview: context.getNodeParameter('preview', 0, false) === true,
		createMissingProperties: options.createMissingProperties !== false,
		excludedDomains: parseDomains(asText(options.excludedDomains)),
		excludeAccountUsers: options.excludeAccountUsers !== false,
		includePanelistsAndHosts: options.includePanelistsAndHosts === true,
		readBackAfterSeconds: Math.max(0, seconds),
	};
}

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
		const message = error instanceof Error ? error.message : String(error);
		const detail = asText(asObject(error).description);
		const person = new Person(readPerson({}));
		person.fail(detail === '' ? message : `${message}: ${detail}`, MAP_REPAIR);
		return person;
	}
}

const MAP_REPAIR = 'Correct the value of the named field under Fields, for this item';
