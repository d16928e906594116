import type { IExecuteFunctions } from 'n8n-workflow';

import type { RegistrationStatus } from '../../shared/items/registrationStatus';
import type { Callback } from '../webhook/invocation';

/** What became of a person, as Marketo is told. */
export type StepResult = {
	/** The step shows the person as done; else as failed, and the campaign goes on either way. */
	success: boolean;
	registrationStatus: RegistrationStatus;
	registrantId: string;
	joinUrl: string;
	/** Empty where nothing went wrong. */
	errorCode: string;
	message: string;
};

/** Somebody who waits in the step. */
export type Waiting = {
	/** 0 where Call Webhook did not send it. */
	leadId: number;
	email: string;
	/** null where the campaign is in no program. */
	programId: number | null;
	/** Why the trigger found no webinar for them; empty where it did. */
	problem: string;
};

/** What one execution knows about who waits in Marketo. It is JSON: n8n keeps it while a workflow waits. */
export type FlowStepState = {
	calledBy: 'flowStep' | 'webhook';
	/** Where the chunk waits; null once it was told, and for Call Webhook. */
	callback: Callback | null;
	/** Call Webhook holds its connection open. */
	isConnectionOpen: boolean;
	people: Waiting[];
	/** By lead ID. */
	results: Record<string, StepResult>;
};

const KEY = 'marketoFlowStep';

/** Keeps it for the nodes that follow, where no item and no expression shows it. */
export function keepState(context: IExecuteFunctions, state: FlowStepState): void {
	context.getContext('flow')[KEY] = state;
}

/** Undefined where the execution was not started by the Marketo Flow Step Trigger. */
export function stateOf(context: IExecuteFunctions): FlowStepState | undefined {
	return context.getContext('flow')[KEY] as FlowStepState | undefined;
}

/** Those whom nobody has said anything about yet. */
export function withoutResult({ people, results }: FlowStepState): Waiting[] {
	return people.filter(({ leadId }) => results[leadId] === undefined);
}
