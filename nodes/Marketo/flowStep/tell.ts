import type { IExecuteFunctions } from 'n8n-workflow';

import { callbackBody, chunkErrorBody } from './callbackBody';
import { sendCallback, type Delivery } from './send';
import type { FlowStepState } from './state';

/** Answers of Marketo to results that it cannot read; the token is still good then. */
const UNREADABLE: readonly number[] = [400, 405, 413, 422];

/**
 * Tells Marketo the results of the whole chunk, once. Where it takes none, it is told that the chunk
 * failed, because people would wait in the step else.
 * @returns undefined where nobody waits any more
 */
export async function tellChunk(
	context: Pick<IExecuteFunctions, 'helpers'>,
	state: FlowStepState,
	signal?: AbortSignal,
): Promise<Delivery | undefined> {
	const { callback } = state;
	if (callback === null) return undefined;
	const now = new Date().toISOString();
	const delivery = await sendCallback(
		context,
		callback,
		callbackBody(state, callback, now),
		signal,
	);
	if (delivery.kind === 'refused' && UNREADABLE.includes(delivery.status)) {
		const words = `Marketo refused the results: ${delivery.words}`;
		await sendCallback(context, callback, chunkErrorBody(callback, words, now), signal);
	}
	// Spent, or of no use; what is unreachable is tried once more when the execution ends.
	if (delivery.kind !== 'unreachable') state.callback = null;
	return delivery;
}
