import { alive } from '../../../shared/node/ended';
import { attempt } from '../../../shared/transport/attempt';
import { memberField, STANDARD_FIELDS, type MemberField } from '../../mapping/memberFields';
import { describeMembers } from '../../transport/endpoints/members';
import type { Person } from './person';
import type { Run } from './run';

/**
 * Looks up the custom member fields that the items use, in one call and only when they use some.
 * Whoever names a field that does not exist, or cannot be written, fails alone, before anything is
 * written.
 */
export async function checkMemberFields(run: Run): Promise<void> {
	const known = new Map(STANDARD_FIELDS.map((field) => [field.name, field]));
	run.memberFields = known;
	const using = alive(run.people).filter((person) => customNames(person, known).length > 0);
	if (using.length === 0) return;
	const described = await attempt(describeMembers(run.client));
	if (!described.ok) {
		for (const person of using) person.refuse(described.error, 'memberData');
		return;
	}
	const fields = new Map(
		described.value.flatMap((row) => {
			const field = memberField(row);
			return field === undefined ? [] : [[field.name, field] as const];
		}),
	);
	for (const person of using) {
		for (const name of customNames(person, known)) {
			const field = fields.get(name);
			if (field?.updateable === true) known.set(name, field);
			else refuse(person, name, field !== undefined);
		}
	}
}

function customNames({ wish }: Person, known: ReadonlyMap<string, MemberField>): string[] {
	const names = [...Object.keys(wish.fields), ...Object.keys(wish.fieldsWithStatus)];
	return names.filter((name) => !known.has(name));
}

function refuse(person: Person, name: string, exists: boolean): void {
	person.fail(
		exists
			? `The program member field ${name} cannot be written`
			: `Marketo has no program member field ${name}`,
		'Choose another field, or create it under Admin → Field Management → Program Member Custom Fields',
		'memberData',
	);
}
