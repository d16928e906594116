import {
	fieldText,
	isMappable,
	type ContactProperty,
	type FieldWish,
} from '../../mapping/contactFields';
import { newContactFields } from '../../mapping/report';
import { readContactProperties } from '../../transport/contactProperties';
import { forEverybody } from '../people/prepare';
import type { Run } from '../people/run';
import type { Registering } from './input';
import type { ContactOptions } from './options';

const STAGE = 'lifecyclestage';

/**
 * Works out what is to be written to each contact besides the webinar properties. The mapped
 * properties are looked up first, in one call: who maps one that does not exist or cannot be
 * written fails before anything is written, and nobody else does.
 */
export async function prepareContactFields(
	run: Run,
	registering: readonly Registering[],
	options: ContactOptions,
): Promise<void> {
	const open = registering.filter(
		({ person }) => person.ended === null && person.report?.registration?.cancelled === false,
	);
	const properties = await lookUp(run, open, options);
	if (properties === undefined) return;
	const stage = stageWish(options, properties.get(STAGE));
	for (const { person, fields } of open) {
		const mapped = mappedWishes(fields, properties);
		if (typeof mapped === 'string') person.fail(mapped, MAP_REPAIR);
		else person.wishes = [...mapped, ...stage, ...standardWishes(person.input, options)];
	}
	const names = open.flatMap(({ person }) => person.wishes.map(({ name }) => name));
	run.properties = [...new Set([...run.properties, ...names])];
}

const MAP_REPAIR = 'Choose another property under Contact Fields, or create it in HubSpot';

/** @returns undefined when HubSpot cannot be asked now, and everybody is deferred */
async function lookUp(
	run: Run,
	open: readonly Registering[],
	{ lifecycleStage, lifecycleForward }: ContactOptions,
): Promise<Map<string, ContactProperty> | undefined> {
	const names = new Set(open.flatMap(({ fields }) => Object.keys(filled(fields))));
	if (open.length > 0 && lifecycleStage !== '' && lifecycleForward) names.add(STAGE);
	if (names.size === 0) return new Map();
	const read = readContactProperties(run.client, [...names]);
	const properties = await forEverybody(run, 'contact', read);
	return properties && new Map(properties.map((property) => [property.name, property]));
}

/** What the item maps, or why it cannot be written. */
function mappedWishes(
	fields: Registering['fields'],
	properties: ReadonlyMap<string, ContactProperty>,
): FieldWish[] | string {
	const wishes: FieldWish[] = [];
	for (const [name, value] of Object.entries(filled(fields))) {
		const property = properties.get(name);
		if (property === undefined) return `HubSpot has no contact property ${name}`;
		if (!isMappable(property))
			return `The contact property ${name} cannot be written by a workflow`;
		const { type } = property;
		wishes.push({ name, type, value: fieldText(value, type), when: 'always' });
	}
	return wishes;
}

/** Empty values leave the property as it is. */
function filled(fields: Registering['fields']): Registering['fields'] {
	return Object.fromEntries(
		Object.entries(fields).filter(([, value]) => fieldText(value, 'string') !== ''),
	);
}

function stageWish(
	{ lifecycleStage: value, lifecycleForward }: ContactOptions,
	property: ContactProperty | undefined,
): FieldWish[] {
	if (value === '') return [];
	const wish = { name: STAGE, type: 'enumeration', value };
	if (!lifecycleForward) return [{ ...wish, when: 'new' }];
	const order = (property?.options ?? []).map((option) => option.value);
	return [{ ...wish, when: 'forward', order }];
}

function standardWishes(
	input: Registering['person']['input'],
	{ overwrite }: ContactOptions,
): FieldWish[] {
	return Object.entries(newContactFields(input))
		.filter(([name]) => name !== 'email')
		.map(([name, value]) => ({
			name,
			value,
			type: 'string',
			when: overwrite ? 'always' : 'empty',
		}));
}
