import {
	updateDisplayOptions,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import { onlyWhenPeopleFail, type Written } from '../../../shared/node/people';
import { Run } from '../../../shared/registrants/door';
import { registrantField } from '../../../shared/registrants/fields';
import { newStatusField, readNewStatuses } from '../../../shared/registrants/statusChange';
import { occurrenceLocator } from '../../descriptions/occurrenceLocator';
import { webinarLocator } from '../../descriptions/webinarLocator';
import { applyStatus } from './known/applyStatus';
import { readSubjects } from './known/subject';
import { forEachTarget } from './known/target';

const fields: INodeProperties[] = [
	webinarLocator,
	occurrenceLocator,
	registrantField,
	newStatusField('Zoom then lists the person among the denied'),
	onlyWhenPeopleFail,
];

/** The fields of *Update status*. */
export const description = updateDisplayOptions(
	{ show: { resource: ['registrant'], operation: ['updateStatus'] } },
	fields,
);

/** Approves, denies or cancels registrants, over all items at once, 30 in a call. */
export async function operation(
	this: IExecuteFunctions,
	items: INodeExecutionData[],
): Promise<Written[]> {
	const people = readSubjects(this, items, 'status');
	const wanted = readNewStatuses(this, people);
	const run = new Run(this);
	await forEachTarget(
		run,
		people,
		(person) => wanted.get(person) ?? '',
		async (target) => await applyStatus(target, wanted.get(target.people[0]!)!),
	);
	return people.map((person) => person.written(false));
}
