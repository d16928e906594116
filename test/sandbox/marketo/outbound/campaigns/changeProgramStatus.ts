import { changeStatus } from '../../state/statusChange';
import { causeOf, type CampaignRun, type Outbound, type StepResult } from '../context';

/** Change Program Status, by the same rule as everybody's: an equal or higher step, never back. */
export function changeProgramStatus(
	{ state }: Outbound,
	run: CampaignRun,
	leadId: number,
	step: { programId: number; newStatus: string },
): StepResult {
	const program = state.programs.get(step.programId);
	if (!program) return { ok: false, message: `There is no program ${step.programId}` };
	const change = changeStatus(state, program, leadId, step.newStatus, causeOf(run));
	switch (change.outcome) {
		case 'refused':
			return { ok: false, message: `${change.code}: ${change.message}` };
		case 'removed':
			return { ok: true, message: `Removed from ${program.name}` };
		case 'unchanged':
			return { ok: true, message: `Status in ${program.name} was ${step.newStatus} already` };
		default:
			return { ok: true, message: `Status in ${program.name} is now ${step.newStatus}` };
	}
}
