import {
	updateDisplayOptions,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import { onlyWhenPeopleFail, type Written } from '../../../shared/node/people';
import { registrantField } from '../../../shared/registrants/fields';
import { readWebinarKey, webinarLocator } from '../../descriptions/webinarLocator';
import { createClient } from '../../transport/request';
import { startRun } from '../people/door';
import { remove } from './known/applyStatus';
import { readSubjects } from './known/subject';
import { forEachTarget } from './known/target';

const fields: INodeProperties[] = [webinarLocator, registrantField, onlyWhenPeopleFail];

/** The fields of *Delete*. */
export const description = updateDisplayOptions(
	{ show: { resource: ['registrant'], operation: ['delete'] } },
	fields,
);

/** Takes registrants off their events and rooms, over all items at once; the people stay in the account. */
export async function operation(
	this: IExecuteFunctions,
	items: INodeExecutionData[],
): Promise<Written[]> {
	if (items.length === 0) return [];
	const client = await createClient(this);
	const { baseUrl } = client.account;
	const people = readSubjects(this, items, 'deletion', (index) => ({
		key: readWebinarKey(this, index, baseUrl),
		occurrenceId: '',
	}));
	await forEachTarget(startRun(this), client, people, () => '', remove);
	return people.map((person) => person.written(false));
}
