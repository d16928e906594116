import {
	updateDisplayOptions,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import { excludedDomainsOption } from '../../../shared/node/attendanceOptions';
import { optionsField, previewField } from '../../../shared/node/mapData';
import { whenPeopleFailOption, type Written } from '../../../shared/node/people';
import { asObject } from '../../../shared/transport/json';
import { allMemberFieldsMapper } from '../../descriptions/fieldMappers';
import { findPersonBy } from '../../descriptions/findPersonBy';
import { programLocator } from '../../descriptions/programLocator';
import { filled } from '../../mapping/leadFields';
import { fieldValue, type FieldValues } from '../../mapping/memberFields';
import { checkMemberFields } from '../people/checkMemberFields';
import { findLeads } from '../people/findLeads';
import { finish } from '../people/finish';
import { loadPrograms } from '../people/loadPrograms';
import { duplicatePeopleOption, readPeopleOptions } from '../people/options';
import { readMembers } from '../people/readMembers';
import { newRun } from '../people/run';
import { dropDuplicates, siftPeople, whoseItem } from '../people/sift';
import { writeMemberData } from '../people/writeMemberData';
import { readMembersToWrite } from './input';

const clearOption: INodeProperties = {
	displayName: 'Empty Fields',
	name: 'emptyFields',
	type: 'options',
	default: 'leave',
	description: 'What an empty value under Member Fields does',
	options: [
		{ name: 'Empty the Field', value: 'clear' },
		{ name: 'Leave the Field as It Is', value: 'leave' },
	],
};

const fields: INodeProperties[] = [
	programLocator,
	...findPersonBy,
	allMemberFieldsMapper,
	previewField('Marketo'),
	optionsField([duplicatePeopleOption, clearOption, excludedDomainsOption, whenPeopleFailOption]),
];

/** The fields of *Update Member*. */
export const description = updateDisplayOptions(
	{ show: { resource: ['member'], operation: ['update'] } },
	fields,
);

/** Writes fields of members, over all items at once; people who are no members fail. */
export async function operation(
	this: IExecuteFunctions,
	items: INodeExecutionData[],
): Promise<Written[]> {
	if (items.length === 0) return [];
	const options = {
		...readPeopleOptions(this),
		createMissing: false,
		knownPeople: 'leave',
	} as const;
	const clears = this.getNodeParameter('options.emptyFields', 0, 'leave') === 'clear';
	const people = readMembersToWrite(this, items, (index) => {
		const values = asObject(this.getNodeParameter('memberFields.value', index, {}));
		return {
			status: null,
			fields: clears ? withEmpty(values) : filled(values),
			fieldsWithStatus: {},
		};
	});
	const run = await newRun(this, options, people);
	siftPeople(people, options);
	await loadPrograms(this, run);
	dropDuplicates(people, whoseItem);
	await checkMemberFields(run);
	await findLeads(run);
	await readMembers(run);
	await writeMemberData(run);
	return finish(this, run).written;
}

function withEmpty(values: Readonly<Record<string, unknown>>): FieldValues {
	return Object.fromEntries(
		Object.entries(values).map(([name, value]) => [name, fieldValue(value)]),
	);
}
