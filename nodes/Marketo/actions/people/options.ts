import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { parseDomains } from '../../../shared/items/domains';
import { excludedDomainsOption } from '../../../shared/node/attendanceOptions';
import { asObject, asText } from '../../../shared/transport/json';
import type { PeopleOptions } from './run';

export const duplicatePeopleOption: INodeProperties = {
	displayName: 'Duplicate People',
	name: 'duplicatePeople',
	type: 'options',
	default: 'refuse',
	description: 'What to do where several people in Marketo have the same email address',
	options: [
		{
			name: 'Refuse',
			value: 'refuse',
			description: 'The item fails and names the address. Items with a lead ID are not affected.',
		},
		{ name: 'Use the One Updated Last', value: 'newest' },
	],
};

export const knownPeopleOption: INodeProperties = {
	displayName: 'Known People',
	name: 'knownPeople',
	type: 'options',
	default: 'update',
	description: 'What happens to the fields of people whom Marketo already has',
	options: [
		{
			name: 'Leave as They Are',
			value: 'leave',
			description: 'Only people who are created get the fields',
		},
		{
			name: 'Update Person Fields',
			value: 'update',
			description: 'Fields that the item fills are written; empty ones leave Marketo as it is',
		},
	],
};

export const leadPartitionOption: INodeProperties = {
	displayName: 'Person Partition',
	name: 'leadPartition',
	type: 'string',
	default: '',
	placeholder: 'e.g. Default',
	description:
		'The partition in which people are created. Needed where the API user of Marketo works in several.',
};

export const createMissingOption: INodeProperties = {
	displayName: 'Create Missing People',
	name: 'createMissing',
	type: 'boolean',
	default: true,
	description: 'Whether to create people whom Marketo does not have. If off, they fail.',
};

/** Options of every operation that writes people, in the order of their names. */
export const peopleOptionFields: INodeProperties[] = [
	duplicatePeopleOption,
	excludedDomainsOption,
	knownPeopleOption,
	leadPartitionOption,
];

/** Options of an operation beside the common ones, all of them in the order of their names. */
export function withPeopleOptions(own: readonly INodeProperties[]): INodeProperties[] {
	return [...peopleOptionFields, ...own].sort((one, other) =>
		one.displayName < other.displayName ? -1 : 1,
	);
}

/** What an operation that writes people is set to; what it does not offer has its default. */
export function readPeopleOptions(context: IExecuteFunctions): PeopleOptions {
	const options = asObject(context.getNodeParameter('options', 0, {}));
	return {
		preview: context.getNodeParameter('preview', 0, false) === true,
		createMissing: options.createMissing !== false,
		knownPeople: options.knownPeople === 'leave' ? 'leave' : 'update',
		duplicates: options.duplicatePeople === 'newest' ? 'newest' : 'refuse',
		partition: asText(options.leadPartition).trim(),
		excludedDomains: parseDomains(asText(options.excludedDomains)),
	};
}
