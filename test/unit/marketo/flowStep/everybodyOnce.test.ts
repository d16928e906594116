import fc from 'fast-check';

import { whoWaits } from '../../../../nodes/Marketo/actions/flowStep/returnResult/whoWaits';
import { callbackBody, LOST } from '../../../../nodes/Marketo/flowStep/callbackBody';
import {
	withoutResult,
	type FlowStepState,
	type StepResult,
} from '../../../../nodes/Marketo/flowStep/state';
import { asObject, asObjects } from '../../../../nodes/shared/transport/json';
import { CALLBACK, NOW } from './samples';

const result = (registrantId: string): StepResult => ({ ...LOST, success: true, registrantId });

function stateOf(leadIds: number[]): FlowStepState {
	return {
		calledBy: 'flowStep',
		callback: CALLBACK,
		isConnectionOpen: false,
		people: leadIds.map((leadId) => ({
			leadId,
			email: `p${leadId}@example.com`,
			programId: 1,
			problem: '',
		})),
		results: {},
	};
}

/**
 * One run of Return Result: items name people by number or by address, or are about strangers.
 * @returns whose items were used
 */
function runNode(
	state: FlowStepState,
	items: ReadonlyArray<{ id: number; byEmail: boolean }>,
): number[] {
	const waiting = whoWaits(state);
	const used = items.flatMap(({ id, byEmail }) => {
		const whose = byEmail
			? { leadId: null, email: `p${id}@example.com` }
			: { leadId: id, email: '' };
		const found = waiting.find(whose);
		return found !== undefined && waiting.take(found) ? [found.leadId] : [];
	});
	for (const leadId of used) state.results[leadId] = result(`r${leadId}`);
	return used;
}

const ids = fc.uniqueArray(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 40 });
const runs = fc.array(
	fc.array(fc.record({ id: fc.integer({ min: 1, max: 500 }), byEmail: fc.boolean() })),
	{ maxLength: 5 },
);

it('every person of a chunk is in the callback once, with the first result, in whatever runs they come', () => {
	fc.assert(
		fc.property(ids, runs, fc.boolean(), (leadIds, others, isComplete) => {
			const state = stateOf(leadIds);
			const own = leadIds.map((id, index) => ({ id, byEmail: index % 2 === 0 }));
			const all = isComplete ? [...others, own] : others;
			const used = all.flatMap((items) => runNode(state, items));
			expect(used).toEqual([...new Set(used)]);
			const named = new Set(all.flat().map(({ id }) => id));
			expect(withoutResult(state).map(({ leadId }) => leadId)).toEqual(
				leadIds.filter((id) => !named.has(id)),
			);

			// n8n may have kept it as JSON meanwhile.
			const kept = JSON.parse(JSON.stringify(state)) as FlowStepState;
			const rows = asObjects(callbackBody(kept, CALLBACK, NOW).objectData);
			expect(rows.map(({ leadData }) => asObject(leadData).id)).toEqual(leadIds);
			for (const { leadData, activityData } of rows) {
				const id = asObject(leadData).id as number;
				expect(asObject(activityData).success).toBe(named.has(id));
			}
		}),
	);
});

it('an address that two people share names neither of them', () => {
	const state = stateOf([1, 2]);
	for (const waiting of state.people) waiting.email = 'both@example.com';
	const { find } = whoWaits(state);
	expect(find({ leadId: null, email: 'both@example.com' })).toBeUndefined();
	expect(find({ leadId: 2, email: 'both@example.com' })?.leadId).toBe(2);
});
