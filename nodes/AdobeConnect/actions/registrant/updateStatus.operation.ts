import {
	updateDisplayOptions,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import { whenPeopleFailOption, type Written } from '../../../shared/node/people';
import { optionsField, registrantField } from '../../../shared/registrants/fields';
import { newStatusField, readNewStatuses } from '../../../shared/registrants/statusChange';
import { occurrenceLocator } from '../../descriptions/occurrenceLocator';
import { webinarLocator } from '../../descriptions/webinarLocator';
import { createClient } from '../../transport/request';
import { startRun } from '../people/door';
import { joinLinkOption, readJoinLinks } from '../people/joinLinks';
import { readWebinarChoice } from '../people/webinarOf';
import { applyStatus } from './known/applyStatus';
import { readSubjects } from './known/subject';
import { forEachTarget } from './known/target';

const fields: INodeProperties[] = [
	webinarLocator,
	{
		...occurrenceLocator,
		description: 'The session of a seminar that a personal join link is for',
	},
	registrantField,
	newStatusField('Adobe Connect then does not show the person any more'),
	optionsField([joinLinkOption, whenPeopleFailOption]),
];

/** The fields of *Update status*. */
export const description = updateDisplayOptions(
	{ show: { resource: ['registrant'], operation: ['updateStatus'] } },
	fields,
);

/** Approves, denies or cancels registrants, over all items at once, 200 in a call. */
export async function operation(
	this: IExecuteFunctions,
	items: INodeExecutionData[],
): Promise<Written[]> {
	if (items.length === 0) return [];
	const client = await createClient(this);
	const links = await readJoinLinks(this);
	const people = readSubjects(this, items, 'status', (index) =>
		readWebinarChoice(this, index, client),
	);
	const wanted = readNewStatuses(this, people);
	await forEachTarget(
		startRun(this),
		client,
		people,
		(person) => wanted.get(person) ?? '',
		async (target) => await applyStatus(target, wanted.get(target.people[0]!)!, links),
	);
	return people.map((person) => person.written(false));
}
