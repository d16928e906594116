import type { MarketoMemberState } from '../world';
import { ACTIVITY } from './activityLog';
import { reasonOf, type Cause } from './events';
import { campaignOf, type FieldValues } from './leads';
import { memberKey, type MarketoState } from './marketoState';

/** The two standard fields of a member that can be written; all others are custom ones. */
const WRITEABLE = ['webinarUrl', 'registrationCode'] as const;

/** Writes a member's fields; every one that differs leaves "Change Program Member Data" (123). */
export function changeMemberData(
	state: MarketoState,
	member: MarketoMemberState,
	fields: FieldValues,
	cause: Cause,
): void {
	const program = state.programs.get(member.programId);
	for (const [field, given] of Object.entries(fields)) {
		const newValue = given === '' ? null : given;
		const oldValue = memberValue(member, field);
		if (oldValue === newValue) continue;
		setValue(member, field, newValue);
		member.updatedAt = state.nowIso();
		state.activities.add({
			leadId: member.leadId,
			activityTypeId: ACTIVITY.changeProgramMemberData,
			primaryAttributeValueId: member.programId,
			primaryAttributeValue: program?.name ?? '',
			attributes: [
				{ name: 'Attribute Name', value: field },
				{ name: 'New Value', value: newValue },
				{ name: 'Old Value', value: oldValue },
				{ name: 'Reason', value: reasonOf(cause, 'Change Program Member Data') },
				{ name: 'Source', value: reasonOf(cause, 'Change Program Member Data') },
			],
			...campaignOf(cause),
		});
		state.tell({
			kind: 'memberDataChanged',
			programId: member.programId,
			leadId: member.leadId,
			field,
			oldValue,
			newValue,
			cause,
		});
	}
}

/** A field that can be written, by its REST name; null when empty. */
export function memberValue(member: MarketoMemberState, field: string): FieldValues[string] {
	const standard = WRITEABLE.find((name) => name === field);
	return standard === undefined ? (member.fields[field] ?? null) : member[standard];
}

function setValue(member: MarketoMemberState, field: string, value: FieldValues[string]): void {
	const standard = WRITEABLE.find((name) => name === field);
	if (standard !== undefined) member[standard] = value === null ? null : String(value);
	else if (value === null) delete member.fields[field];
	else member.fields[field] = value;
}

/** @returns false when the person is no member */
export function removeMember(state: MarketoState, programId: number, leadId: number): boolean {
	return state.members.delete(memberKey(programId, leadId));
}
