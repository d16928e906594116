import type { Callback, Invocation } from './invocation';
import type { ChoicesItem, PersonItem } from './item';

/**
 * What webhook() hands to execute() through n8n's store, as the one item of the execution: on a
 * worker, execute() is all that runs. It takes the callback out, so that no item of the workflow has it.
 */
export type Envelope =
	| { kind: 'flowStep'; callback: Callback; people: PersonItem[] }
	| { kind: 'webhook'; waits: boolean; people: PersonItem[] }
	| { kind: 'choices'; choices: ChoicesItem };

export function flowStepEnvelope({ callback, people }: Invocation): Envelope {
	return { kind: 'flowStep', callback, people };
}

/** @param waits Marketo holds the connection open for the result */
export function webhookEnvelope(person: PersonItem, waits: boolean): Envelope {
	return { kind: 'webhook', waits, people: [person] };
}

export function choicesEnvelope(choices: ChoicesItem): Envelope {
	return { kind: 'choices', choices };
}
