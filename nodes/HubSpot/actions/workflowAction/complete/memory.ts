import { createHash } from 'crypto';
import type { IExecuteFunctions } from 'n8n-workflow';

import { asText } from '../../../../shared/transport/json';

/** The name below which n8n's static data of the node holds it. */
const FIELD = 'answeredCallbacks';
const HASH_LENGTH = 12;
/** HubSpot calls again within minutes; what is older is not asked for. */
const MOST = 500;

/**
 * The callbacks that this node has answered last. HubSpot refuses a second answer in the same words
 * as an unknown callback, so only this tells a repetition from a mistake. n8n keeps it with the
 * workflow, of production runs only, and two runs at the same time may lose an entry: then the
 * repetition comes out as HubSpot's refusal, and nothing is answered twice either way.
 */
export class AnsweredCallbacks {
	private readonly hashes: Set<string>;

	constructor(private readonly context: IExecuteFunctions) {
		const stored = asText(context.getWorkflowStaticData('node')[FIELD]);
		this.hashes = new Set(stored.split(' ').filter((hash) => hash !== ''));
	}

	has(callbackId: string): boolean {
		return this.hashes.has(hashOf(callbackId));
	}

	add(callbackIds: readonly string[]): void {
		for (const id of callbackIds) this.hashes.add(hashOf(id));
		const newest = [...this.hashes].slice(-MOST);
		this.context.getWorkflowStaticData('node')[FIELD] = newest.join(' ');
	}
}

function hashOf(callbackId: string): string {
	return createHash('sha256').update(callbackId).digest('hex').slice(0, HASH_LENGTH);
}
