import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Written } from '../../../../shared/node/people';
import { callBack } from './callBack';
import { openOnes, type Caller } from './caller';
import { readCallers } from './read';

/**
 * Tells HubSpot what became of each contact at the workflow action, in the way in which HubSpot
 * waits: by a callback, or on the open connection.
 */
export async function completeWorkflowAction(
	this: IExecuteFunctions,
	items: INodeExecutionData[],
): Promise<Written[]> {
	if (items.length === 0) return [];
	const callers = readCallers(this, items);
	sift(callers);
	await answerConnection(
		this,
		openOnes(callers).find(({ wish }) => wish.answer === 'whenComplete'),
	);
	const waiting = openOnes(callers);
	if (waiting.length > 0) await callBack(this, waiting);
	return callers.map((caller) => caller.written());
}

/** HubSpot takes one answer per contact: that of the first item. */
function sift(callers: readonly Caller[]): void {
	const seen = new Set<string>();
	for (const caller of callers) {
		const { callbackId, answer } = caller.wish;
		// One execution holds one connection, whatever its items say.
		const key = answer === 'whenComplete' ? answer : `callback ${callbackId}`;
		if (answer === 'atOnce') caller.unchanged(AT_ONCE);
		else if (answer === 'callBack' && callbackId === '') caller.fail(NO_CALLBACK);
		else if (seen.has(key)) caller.skip(ANOTHER_ITEM);
		else seen.add(key);
	}
}

/**
 * HubSpot's request is still open: the trigger has left the answer to this node.
 * https://developers.hubspot.com/docs/api-reference/automation-actions-v4-v4/guide
 */
async function answerConnection(
	context: IExecuteFunctions,
	caller: Caller | undefined,
): Promise<void> {
	if (caller === undefined) return;
	await context.sendResponse({
		statusCode: 200,
		headers: { 'content-type': 'application/json' },
		body: { outputFields: caller.outputFields },
	});
	caller.told('HubSpot was told on the open connection');
}

const AT_ONCE = 'HubSpot had its answer at once, and is not told the outcome';

const NO_CALLBACK = {
	reason: 'vendorRejected',
	message: 'The item has no Callback ID, so HubSpot cannot be told',
	repair: 'Set Callback ID to callbackId of the HubSpot Workflow Action Trigger',
} as const;

const ANOTHER_ITEM = {
	reason: 'duplicate',
	message: 'HubSpot takes one answer per contact, and got that of another item',
} as const;
