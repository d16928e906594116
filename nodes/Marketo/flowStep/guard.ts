import type { IExecuteFunctions } from 'n8n-workflow';

import { LOST } from './callbackBody';
import type { FlowStepState } from './state';
import { tellChunk } from './tell';
import { webhookResponse } from './webhookBody';

/**
 * Sees to it that Marketo is answered when the execution ends, whatever breaks before. n8n forgets this
 * while a workflow waits in its store, so every node that can says it again.
 */
export function guardExecution(context: IExecuteFunctions, state: FlowStepState): void {
	context.onExecutionFinish?.(async () => await answerTheRest(context, state));
}

/**
 * n8n calls this when an execution is over, by success, failure or cancellation, and again for nothing:
 * whoever is answered is not answered twice.
 */
async function answerTheRest(context: IExecuteFunctions, state: FlowStepState): Promise<void> {
	if (state.isConnectionOpen) {
		state.isConnectionOpen = false;
		await context.sendResponse(webhookResponse(LOST));
	}
	const delivery = await tellChunk(context, state);
	state.callback = null;
	if (delivery?.kind === 'unreachable' || delivery?.kind === 'refused') {
		const why = delivery.kind === 'refused' ? `it refused them (${delivery.status})` : 'no answer';
		context.logger.error(
			`Marketo Flow Step Trigger could not tell Marketo the results of ${state.people.length} people: ${why}`,
		);
	}
}
