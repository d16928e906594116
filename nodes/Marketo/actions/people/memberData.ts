import { fitted, holds, type FieldValue, type FieldValues } from '../../mapping/memberFields';
import type { Person } from './person';
import type { MemberFields } from './programPart';

/** What of a person's wishes is to be written, and what cannot be. */
export interface MemberData {
	/** REST names -> values; only what Marketo does not hold yet. */
	fields: FieldValues;
	/** Which values do not fit into their fields; empty when all do. */
	note: string;
}

/** Compares what is wished for with what the program holds of the person. */
export function memberDataOf(person: Person, known: MemberFields): MemberData {
	const { fields, fieldsWithStatus } = person.wish;
	const wished = { ...fields, ...(hasWishedStatus(person) ? fieldsWithStatus : {}) };
	const tooLong: string[] = [];
	const differing = Object.entries(wished).flatMap(([name, told]): Array<[string, FieldValue]> => {
		const field = known.get(name);
		if (field === undefined) return [];
		const value = fitted(told, field.dataType);
		if (isTooLong(value, field.length)) {
			tooLong.push(`${field.label} takes at most ${field.length} characters`);
			return [];
		}
		return holds(person.member?.fields[name], value, field.dataType) ? [] : [[name, value]];
	});
	return { fields: Object.fromEntries(differing), note: tooLong.join('; ') };
}

function isTooLong(value: FieldValue, length: number | null): boolean {
	return typeof value === 'string' && length !== null && value.length > length;
}

/** Whether the status was given, or was there already. */
function hasWishedStatus({ steps, wish }: Person): boolean {
	if (wish.status === null) return true;
	const result = steps.status?.result;
	return result === 'synced' || result === 'unchanged';
}
