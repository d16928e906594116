import type {
	ILoadOptionsFunctions,
	INodePropertyOptions,
	ResourceMapperField,
	ResourceMapperFields,
} from 'n8n-workflow';

import { REGISTRATION_FIELDS } from '../../shared/items/registrationFields';
import { mapper } from '../../shared/node/mapperFields';
import { leadField } from '../mapping/leadFields';
import { memberField, STANDARD_FIELDS, type MemberField } from '../mapping/memberFields';
import { describeLeads } from '../transport/endpoints/leads';
import { describeMembers } from '../transport/endpoints/members';
import { reading } from './reading';

const SHARED = [
	'email',
	'firstName',
	'lastName',
	'phone',
	'company',
	'jobTitle',
	'status',
	'cancelledAt',
	'joinLink',
	'webinarId',
	'occurrenceId',
];

function withWaitListed(options: ReadonlyArray<{ name: string; value: string }>) {
	return [...options, { name: 'Wait Listed', value: 'waitListed' }];
}

/** Fields of *Map Each Field*: Marketo needs no topic, and knows lead IDs. */
export const getRegistrationFields = mapper([
	...REGISTRATION_FIELDS.filter(({ id }) => SHARED.includes(id)).map((field) =>
		field.id === 'status'
			? { ...field, options: withWaitListed(field.options ?? []) }
			: { ...field, required: field.id === 'email' },
	),
	{ id: 'registrantId', displayName: 'Registrant ID' },
	{ id: 'leadId', displayName: 'Lead ID' },
]);

const STANDARD = new Set(STANDARD_FIELDS.map(({ name }) => name));

/** Fields of people that can be written, by their labels; the address is what they are looked up by. */
export async function getLeadFields(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const rows = await reading(this, describeLeads);
	const fields = rows
		.flatMap((row) => leadField(row) ?? [])
		.filter(({ name, updateable }) => updateable && name !== 'email')
		.sort((one, other) => one.label.localeCompare(other.label))
		.map(mapperField);
	return { fields };
}

/** Custom program member fields that can be written, by their labels. */
export async function getMemberFields(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const fields = await customFields(this);
	return {
		fields: fields.map(mapperField),
		...(fields.length === 0 && {
			emptyFieldsNotice:
				'Marketo has no custom program member field yet. Create one under Admin → Field Management.',
		}),
	};
}

/** The same and the two standard ones, which are shown from the beginning. */
export async function getAllMemberFields(
	this: ILoadOptionsFunctions,
): Promise<ResourceMapperFields> {
	const standard = STANDARD_FIELDS.map((field) => ({ ...mapperField(field), removed: false }));
	return { fields: [...standard, ...(await customFields(this)).map(mapperField)] };
}

/** Custom program member fields by name, to be read. */
export async function getCustomMemberFieldNames(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	return (await customFields(this)).map(({ name, label }) => ({ name: label, value: name }));
}

/** Fields of people by name, to be read; those that cannot be written, too. */
export async function getLeadFieldNames(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	const rows = await reading(this, describeLeads);
	return rows
		.flatMap((row) => leadField(row) ?? [])
		.sort((one, other) => one.label.localeCompare(other.label))
		.map(({ name, label }) => ({ name: label, value: name }));
}

/** Those of them that take a text. */
export async function getTextMemberFields(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	const fields = await customFields(this);
	return fields
		.filter(({ dataType }) => dataType === 'string' || dataType === 'text')
		.map(({ name, label }) => ({ name: label, value: name }));
}

async function customFields(context: ILoadOptionsFunctions): Promise<MemberField[]> {
	const rows = await reading(context, describeMembers);
	return rows
		.flatMap((row) => memberField(row) ?? [])
		.filter(({ name, updateable }) => updateable && !STANDARD.has(name))
		.sort((one, other) => one.label.localeCompare(other.label));
}

/**
 * All are text, whatever Marketo calls them: n8n would make a 0 of an empty number, and fail an item for
 * an empty date.
 */
function mapperField({ name, label }: Pick<MemberField, 'name' | 'label'>): ResourceMapperField {
	return {
		id: name,
		displayName: label,
		required: false,
		defaultMatch: false,
		display: true,
		canBeUsedToMatch: false,
		// Instances have hundreds: each is added by hand.
		removed: true,
		type: 'string',
	};
}
