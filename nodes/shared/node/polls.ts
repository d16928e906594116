import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import { toNodeError } from './errors';

/** No poll takes as long: one that has is given up, so that it cannot silence its trigger for ever. */
const LONGEST_MS = 30 * 60_000;

/** When the poll began that a trigger is at. By workflow and node; a process polls a workflow alone. */
const begun = new Map<string, number>();

/**
 * One poll of a trigger, in the terms of n8n. n8n polls by the clock, also while an earlier poll still
 * reads; both would start from the same state and hand over the same. The later one hands over nothing
 * and leaves the state alone: what it would have found is found by the next.
 * @param read what there is to hand over; it changes the trigger's state last
 * @returns null for nothing
 * @throws NodeApiError or NodeOperationError; n8n shows it and polls again
 */
export async function pollAlone(
	context: IPollFunctions,
	read: () => Promise<INodeExecutionData[]>,
): Promise<INodeExecutionData[][] | null> {
	// The test in the editor neither reads nor moves the state.
	if (context.getMode() === 'manual') return await told(context, read);
	const key = `${context.getWorkflow().id}/${context.getNode().id}`;
	const now = Date.now();
	if (now - (begun.get(key) ?? -Infinity) < LONGEST_MS) return null;
	begun.set(key, now);
	try {
		return await told(context, read);
	} finally {
		if (begun.get(key) === now) begun.delete(key);
	}
}

async function told(
	context: IPollFunctions,
	read: () => Promise<INodeExecutionData[]>,
): Promise<INodeExecutionData[][] | null> {
	try {
		const items = await read();
		return items.length === 0 ? null : [items];
	} catch (error) {
		throw toNodeError(context.getNode(), error);
	}
}
