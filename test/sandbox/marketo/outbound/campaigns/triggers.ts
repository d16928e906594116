import type { StateEvent } from '../../state/events';
import type { MarketoState } from '../../state/marketoState';
import type { MarketoTriggerRule } from '../../world';
import type { CampaignRun } from '../context';

export interface TriggerHit {
	leadId: number;
	trigger: CampaignRun['trigger'];
}

/** @returns whom an event takes into a campaign with this trigger, and how the trigger is named */
export function hitOf(
	state: MarketoState,
	rule: MarketoTriggerRule,
	event: StateEvent,
): TriggerHit | undefined {
	const programName = (id: number): string => state.programs.get(id)?.name ?? '';
	switch (event.kind) {
		case 'formFilledOut': {
			if (rule.kind !== 'fillsOutForm' || rule.form !== event.form) return undefined;
			const trigger = { name: event.form, triggerName: 'Fills Out Form' };
			return { leadId: event.leadId, trigger };
		}
		case 'statusChanged': {
			if (rule.kind !== 'programStatusIsChanged') return undefined;
			const { programId, newStatus, leadId } = event;
			if (rule.programId !== programId || rule.newStatus !== newStatus) return undefined;
			const triggerName = 'Program Status is Changed';
			return { leadId, trigger: { name: programName(programId), triggerName } };
		}
		case 'memberDataChanged': {
			if (rule.kind !== 'programMemberDataIsChanged') return undefined;
			const { programId, field, leadId } = event;
			if (rule.programId !== programId || rule.field !== field) return undefined;
			const triggerName = 'Program Member Data is Changed';
			return { leadId, trigger: { name: programName(programId), triggerName } };
		}
		default:
			return undefined;
	}
}
