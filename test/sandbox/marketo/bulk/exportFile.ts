import { memberFields, memberFieldValue } from '../members/fields';
import type { MarketoState } from '../state/marketoState';
import type { MarketoMemberState } from '../world';
import { separatorOf, writeRows } from './csv';
import type { ExportOrder } from './exportOrder';

/** The file of a job. What is empty is the word null. */
export function exportFile(state: MarketoState, order: ExportOrder): string {
	const isMemberField = memberFields(state);
	const value = (member: MarketoMemberState, name: string): unknown =>
		isMemberField.has(name)
			? memberFieldValue(state, member, name)
			: state.leads.get(member.leadId)?.fields[name];
	const rows = order.programIds
		.flatMap((id) => state.membersOf(id))
		.filter((member) => isWanted(member, order))
		.map((member) => order.fields.map((name) => String(value(member, name) ?? 'null')));
	const head = order.fields.map((name) => order.titles[name] ?? name);
	return writeRows([head, ...rows], separatorOf(order.format) ?? ',');
}

function isWanted(member: MarketoMemberState, order: ExportOrder): boolean {
	const time = Date.parse(member.updatedAt);
	return (
		(order.statusNames === null || order.statusNames.includes(member.statusName)) &&
		(order.updatedAt === null || (time >= order.updatedAt.from && time <= order.updatedAt.to)) &&
		order.isExhausted !== true
	);
}
