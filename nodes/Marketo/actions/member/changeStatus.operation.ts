import {
	updateDisplayOptions,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import { asText } from '../../../shared/transport/json';
import { optionsField, previewField } from '../../../shared/node/mapData';
import { whenPeopleFailOption, type Written } from '../../../shared/node/people';
import { leadFieldsMapper } from '../../descriptions/fieldMappers';
import { findPersonBy } from '../../descriptions/findPersonBy';
import { programLocator } from '../../descriptions/programLocator';
import { changeStatuses } from '../people/changeStatuses';
import { findLeads } from '../people/findLeads';
import { finish } from '../people/finish';
import { loadPrograms } from '../people/loadPrograms';
import { createMissingOption, readPeopleOptions, withPeopleOptions } from '../people/options';
import type { Person, Wish } from '../people/person';
import { readMembers } from '../people/readMembers';
import { newRun } from '../people/run';
import { dropDuplicates, siftPeople, whoseItem } from '../people/sift';
import { checkMemberFields } from '../people/checkMemberFields';
import { readMembersToWrite } from './input';

const fields: INodeProperties[] = [
	programLocator,
	{
		displayName: 'New Status Name or ID',
		name: 'newStatus',
		type: 'options',
		typeOptions: {
			loadOptionsMethod: 'getProgramStatuses',
			loadOptionsDependsOn: ['program.value', 'program.mode'],
		},
		default: '',
		required: true,
		description:
			'The status to give. Marketo moves people to an equal or a higher step and never back. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	...findPersonBy,
	{
		...leadFieldsMapper,
		description: 'Fields of the person to write as well',
	},
	previewField('Marketo'),
	optionsField([...withPeopleOptions([createMissingOption]), whenPeopleFailOption]),
];

/** The fields of *Change Program Status*. */
export const description = updateDisplayOptions(
	{ show: { resource: ['member'], operation: ['changeStatus'] } },
	fields,
);

/** Gives people a program status, over all items at once; who is no member becomes one. */
export async function operation(
	this: IExecuteFunctions,
	items: INodeExecutionData[],
): Promise<Written[]> {
	if (items.length === 0) return [];
	const options = readPeopleOptions(this);
	const people = readMembersToWrite(this, items, (index) => wishOf(this, index));
	refuseEmpty(people);
	const run = await newRun(this, options, people);
	siftPeople(people, options);
	await loadPrograms(this, run);
	dropDuplicates(people, whoseItem);
	await checkMemberFields(run);
	await findLeads(run);
	await readMembers(run);
	await changeStatuses(run);
	return finish(this, run).written;
}

function wishOf(context: IExecuteFunctions, index: number): Wish {
	const name = asText(context.getNodeParameter('newStatus', index, '')).trim();
	return { status: { name }, fields: {}, fieldsWithStatus: {} };
}

function refuseEmpty(people: readonly Person[]): void {
	for (const person of people) {
		const { status } = person.wish;
		if (status === null || !('name' in status) || status.name !== '') continue;
		person.fail('New Status is empty', 'Choose a status of the program', 'status', 'unknownStatus');
	}
}
