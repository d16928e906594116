import { MARKETO_PROGRAMS } from '../../../story';
import type { PolledTrigger } from '../../support/polledTrigger';
import type { Stage } from '../../support/world';

export const PROGRAM = MARKETO_PROGRAMS.main;

/** People who are no members of the program yet. */
export function strangersOf({ sandbox: { marketo } }: Stage, count: number): number[] {
	const free = [...marketo.leads.keys()].filter(
		(id) => marketo.memberOf(PROGRAM, id) === undefined,
	);
	expect(free.length).toBeGreaterThanOrEqual(count);
	return free.slice(0, count);
}

export function leadIds(items: Awaited<ReturnType<PolledTrigger['poll']>>): unknown[] {
	return (items ?? []).map(({ leadId }) => leadId);
}
