import { ACTIVITY } from './activityLog';
import { nameOf } from './leads';
import { memberKey, type MarketoState } from './marketoState';
import type { MarketoLeadState } from '../world';

/**
 * Merge Leads: the winner keeps its values and takes what it lacks; memberships and activities come along, of
 * two in one program the one on the higher step stays.
 */
export function mergeLeads(
	state: MarketoState,
	winner: MarketoLeadState,
	others: readonly MarketoLeadState[],
): void {
	for (const other of others) {
		winner.fields = { ...other.fields, ...winner.fields, updatedAt: state.nowIso() };
		moveMemberships(state, other.id, winner.id);
		for (const row of state.activities.rows) if (row.leadId === other.id) row.leadId = winner.id;
		state.leads.delete(other.id);
		state.activities.add({
			leadId: winner.id,
			activityTypeId: ACTIVITY.mergeLeads,
			primaryAttributeValueId: winner.id,
			primaryAttributeValue: nameOf(winner),
			attributes: [
				{ name: 'Master Updated', value: true },
				{ name: 'Merge IDs', value: [other.id] },
				{ name: 'Merge Source', value: 'Web service API' },
			],
		});
	}
}

function moveMemberships(state: MarketoState, from: number, to: number): void {
	for (const member of [...state.members.values()].filter(({ leadId }) => leadId === from)) {
		const program = state.programs.get(member.programId);
		const statuses = program ? (state.channelOf(program)?.progressionStatuses ?? []) : [];
		const step = (name: string): number => statuses.find((one) => one.name === name)?.step ?? 0;
		const present = state.memberOf(member.programId, to);
		state.members.delete(memberKey(member.programId, from));
		if (present !== undefined && step(present.statusName) >= step(member.statusName)) continue;
		member.leadId = to;
		state.members.set(memberKey(member.programId, to), member);
	}
}
