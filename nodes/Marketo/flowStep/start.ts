import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { asObject, asObjects, asText } from '../../shared/transport/json';
import type { Envelope } from '../webhook/envelope';
import type { PersonItem } from '../webhook/item';
import { guardExecution } from './guard';
import { keepState, type FlowStepState } from './state';

/**
 * The trigger's part inside of the execution, on whichever process runs it: hands out the people or the
 * question, keeps where Marketo waits where no item shows it, and sees to it that Marketo is answered
 * when the execution ends, whatever breaks on the way.
 */
export async function startFlowStep(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const [item] = context.getInputData();
	const envelope = readEnvelope(item);
	if (envelope === undefined) return [context.getInputData(), []];
	if (envelope.kind === 'choices') return [[], [{ json: envelope.choices, pairedItem: 0 }]];
	const state = stateFor(envelope);
	keepState(context, state);
	guardExecution(context, state);
	return [envelope.people.map((json) => ({ json, pairedItem: 0 })), []];
}

/** What is no envelope was not put there by this node's webhook. */
function readEnvelope(item: INodeExecutionData | undefined): Envelope | undefined {
	const json = asObject(item?.json);
	const kind = asText(json.kind);
	return ['flowStep', 'webhook', 'choices'].includes(kind) ? (json as Envelope) : undefined;
}

function stateFor(envelope: Exclude<Envelope, { kind: 'choices' }>): FlowStepState {
	return {
		calledBy: envelope.kind,
		callback: envelope.kind === 'flowStep' ? envelope.callback : null,
		isConnectionOpen: envelope.kind === 'webhook' && envelope.waits,
		people: asObjects(envelope.people).map(waitingOf),
		results: {},
	};
}

function waitingOf({ leadId, email, programId, problem }: Partial<PersonItem>) {
	return {
		leadId: leadId ?? 0,
		email: email ?? '',
		programId: programId ?? null,
		problem: problem ?? '',
	};
}
