import type { IExecuteFunctions } from 'n8n-workflow';

import { explain } from '../../../../shared/model/reasons';
import { guardExecution } from '../../../flowStep/guard';
import type { Delivery } from '../../../flowStep/send';
import { withoutResult, type FlowStepState } from '../../../flowStep/state';
import { tellChunk } from '../../../flowStep/tell';
import { webhookResponse } from '../../../flowStep/webhookBody';
import { retryLater } from '../../../transport/limits';
import type { Answered } from './answered';

/**
 * Tells Marketo what became of everybody: a chunk by one callback, once there is a result for each of
 * its people, however many runs of the node that takes; Call Webhook on its open connection.
 */
export async function answerMarketo(
	context: IExecuteFunctions,
	state: FlowStepState,
	answered: readonly Answered[],
): Promise<void> {
	const used = answered.filter(({ waiting }) => waiting !== null);
	for (const { waiting, result } of used) {
		if (waiting !== null) state.results[waiting.leadId] = result;
	}
	if (state.calledBy === 'webhook') await answerConnection(context, state, used);
	else if (withoutResult(state).length > 0) {
		for (const one of used) one.answer = 'noted';
		guardExecution(context, state);
	} else settle(used, await tellChunk(context, state, context.getExecutionCancelSignal()));
}

async function answerConnection(
	context: IExecuteFunctions,
	state: FlowStepState,
	[one]: readonly Answered[],
): Promise<void> {
	if (one === undefined) return;
	one.answer = state.isConnectionOpen ? 'told' : 'atOnce';
	if (!state.isConnectionOpen) return;
	state.isConnectionOpen = false;
	await context.sendResponse(webhookResponse(one.result));
}

function settle(used: readonly Answered[], delivery: Delivery | undefined): void {
	for (const one of used) {
		switch (delivery?.kind) {
			case 'told':
				one.answer = 'told';
				break;
			case 'refused':
				one.person.fail(`Marketo did not take the results (${delivery.status}): ${delivery.words}`);
				break;
			case 'unreachable':
				one.person.defer('temporarilyUnavailable', UNREACHABLE, retryLater());
				break;
			default:
				one.answer = 'toldBefore';
		}
	}
}

const UNREACHABLE = `${explain('temporarilyUnavailable').message}; the results are sent once more when the workflow ends`;
