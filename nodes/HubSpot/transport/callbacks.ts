import type { IDataObject } from 'n8n-workflow';

import { VendorError } from '../../shared/transport/vendorError';
import type { HubSpotClient } from './request';
import { vendorWords } from './vendorWords';
import { pathOf } from './versions';

/** The answer to one contact at the workflow action. */
export interface Completion {
	callbackId: string;
	/** Texts by output name, `hs_execution_state` among them. */
	outputFields: Readonly<Record<string, string>>;
}

/** Completes what a custom workflow action has blocked. */
export class Callbacks {
	/** The newer specification calls `typedOutputs` required, the guide does not know it. */
	private typed = false;

	constructor(private readonly client: HubSpotClient) {}

	/**
	 * At most 100 callbacks. HubSpot takes one answer to a callback, and refuses a batch whole.
	 * https://developers.hubspot.com/docs/api-reference/automation-actions-v4-v4/guide#asynchronous-custom-action-execution
	 * @throws VendorError; 404 for a callback that is unknown, over, answered, or another app's;
	 * reason `uncertain` when the answer of HubSpot was lost
	 */
	async complete(completions: readonly Completion[]): Promise<void> {
		await this.send(completions).catch(async (error: unknown) => {
			if (this.typed || !asksForTypedOutputs(error)) throw error;
			this.typed = true;
			await this.send(completions);
		});
	}

	private async send(completions: readonly Completion[]): Promise<void> {
		const [first, ...others] = completions;
		if (first === undefined) return;
		const single = others.length === 0;
		await this.client.request({
			path: single
				? pathOf('callbacks', first.callbackId, 'complete')
				: pathOf('callbacks', 'complete'),
			body: single
				? this.outputs(first)
				: {
						inputs: completions.map((completion) => ({
							callbackId: completion.callbackId,
							...this.outputs(completion),
						})),
					},
			write: 'completeCallbacks',
			what: 'to complete the workflow action',
		});
	}

	private outputs({ outputFields }: Completion): IDataObject {
		return { outputFields: { ...outputFields }, ...(this.typed && { typedOutputs: {} }) };
	}
}

/** Nobody waits for the answer: HubSpot has one, or the time was over, or the callback is not the app's. */
export function isNotWaiting({ details }: VendorError): boolean {
	return details.status === 404 || isAnsweredAlready(details);
}

/** HubSpot says itself that it has had an answer. */
export function isAnsweredAlready({ status, body }: VendorError['details']): boolean {
	return status === 400 && /already/i.test(vendorWords(body));
}

function asksForTypedOutputs(error: unknown): boolean {
	return (
		error instanceof VendorError &&
		error.details.status === 400 &&
		/typedOutputs/i.test(vendorWords(error.details.body))
	);
}
