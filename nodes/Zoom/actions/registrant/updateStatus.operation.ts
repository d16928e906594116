import {
	updateDisplayOptions,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import { onlyWhenPeopleFail, type Written } from '../../../shared/node/people';
import { occurrenceLocator } from '../../descriptions/occurrenceLocator';
import { webinarLocator } from '../../descriptions/webinarLocator';
import type { StatusAction } from '../../transport/endpoints/registrantWrites';
import { Run } from './door';
import { registrantField } from './fields';
import { applyStatus } from './known/applyStatus';
import { readSubjects, type Subject } from './known/subject';
import { forEachTarget } from './known/target';

const fields: INodeProperties[] = [
	webinarLocator,
	occurrenceLocator,
	registrantField,
	{
		displayName: 'New Status',
		name: 'newStatus',
		type: 'options',
		default: 'approve',
		options: [
			{
				name: 'Approve',
				value: 'approve',
				description: 'Let the person in, also after a refusal or a cancellation',
			},
			{
				name: 'Cancel',
				value: 'cancel',
				description: 'Zoom then shows the person among the denied ones',
			},
			{ name: 'Deny', value: 'deny', description: 'Refuse a registration that waits' },
		],
	},
	onlyWhenPeopleFail,
];

/** The fields of *Update status*. */
export const description = updateDisplayOptions(
	{ show: { resource: ['registrant'], operation: ['updateStatus'] } },
	fields,
);

const ACTIONS: readonly StatusAction[] = ['approve', 'deny', 'cancel'];

/** Approves, denies or cancels registrants, over all items at once, 30 in a call. */
export async function operation(
	this: IExecuteFunctions,
	items: INodeExecutionData[],
): Promise<Written[]> {
	const people = readSubjects(this, items, 'status');
	const wanted = new Map<Subject, StatusAction>();
	people.forEach((person, index) => {
		const typed = person.open ? this.getNodeParameter('newStatus', index, '') : '';
		const action = ACTIONS.find((one) => one === typed);
		if (action !== undefined) wanted.set(person, action);
		else if (person.open) person.fail('vendorRejected', UNKNOWN_STATUS);
	});
	const run = new Run(this);
	await forEachTarget(
		run,
		people,
		(person) => wanted.get(person) ?? '',
		async (target) => await applyStatus(target, wanted.get(target.people[0]!)!),
	);
	return people.map((person) => person.written(false));
}

const UNKNOWN_STATUS = {
	message: 'New Status is none of approve, deny and cancel',
	repair: 'Choose a status from the list',
};
