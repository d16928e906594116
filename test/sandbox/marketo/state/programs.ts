import type { MarketoProgramState } from '../world';
import { memberKey, type MarketoState } from './marketoState';

export type NewProgram = Pick<
	MarketoProgramState,
	'name' | 'description' | 'type' | 'channel' | 'folder'
>;

export function createProgram(state: MarketoState, program: NewProgram): MarketoProgramState {
	const now = state.nowIso();
	const made: MarketoProgramState = {
		...program,
		id: state.ids.program.next((id) => state.programs.has(id)),
		workspace: 'Default',
		status: '',
		createdAt: now,
		updatedAt: now,
		tokens: {},
	};
	state.programs.set(made.id, made);
	return made;
}

/** A clone has the original's My Tokens and campaigns (switched off), and no members. */
export function cloneProgram(
	state: MarketoState,
	original: MarketoProgramState,
	changes: Pick<MarketoProgramState, 'name'> & Partial<NewProgram>,
): MarketoProgramState {
	const made = createProgram(state, { ...original, ...changes });
	made.tokens = structuredClone(original.tokens);
	made.workspace = original.workspace;
	for (const campaign of [...state.campaigns.values()]) {
		if (campaign.programId !== original.id) continue;
		const id = state.ids.campaign.next((id) => state.campaigns.has(id));
		state.campaigns.set(id, {
			...structuredClone(campaign),
			id,
			programId: made.id,
			isActive: false,
		});
	}
	return made;
}

/** Its members and campaigns go with it. */
export function deleteProgram(state: MarketoState, programId: number): void {
	state.programs.delete(programId);
	for (const { leadId } of state.membersOf(programId)) {
		state.members.delete(memberKey(programId, leadId));
	}
	for (const campaign of [...state.campaigns.values()]) {
		if (campaign.programId === programId) state.campaigns.delete(campaign.id);
	}
}
