import type { IExecuteFunctions } from 'n8n-workflow';

import { inBatches } from '../../../../shared/transport/batch';
import { DEFAULT_RETRY } from '../../../../shared/transport/retry';
import { pause } from '../../../../shared/transport/send';
import { VendorError } from '../../../../shared/transport/vendorError';
import { attempt, type Attempted } from '../../../../shared/transport/attempt';
import { Callbacks, isAnsweredAlready, isNotWaiting } from '../../../transport/callbacks';
import { chosenCredential } from '../../../transport/credential';
import { BATCH_SIZE } from '../../../transport/limits';
import { createClient, type HubSpotClient } from '../../../transport/request';
import type { Caller } from './caller';
import { AnsweredCallbacks } from './memory';

/** How often a callback is sent again whose confirmation was lost, each time after a longer wait. */
const SECOND_TRIES = 3;

export const ANSWERED_BEFORE = 'HubSpot already had an answer for this contact, and takes only one';

/**
 * Sends the answers through HubSpot's callbacks API, a hundred a call; a batch that is refused is
 * halved down to the callbacks that are the matter. Those answered before cost no call.
 * @throws VendorError for what concerns everybody: the sign-in, a missing scope
 */
export async function callBack(
	context: IExecuteFunctions,
	callers: readonly Caller[],
): Promise<void> {
	const memory = new AnsweredCallbacks(context);
	for (const caller of callers) {
		if (memory.has(caller.callbackId)) caller.unchanged(ANSWERED_BEFORE);
	}
	const waiting = callers.filter(({ open }) => open);
	if (waiting.length === 0) return;
	const client = await createClient(context);
	const byKey = chosenCredential(context.getNode()) === 'hubSpotWebinarServiceKeyApi';
	const sender = new Sender(client, new Callbacks(client), byKey ? NEEDS_APP : NOT_WAITING);
	for (const batch of inBatches(waiting, BATCH_SIZE)) {
		const sent = sender.send(batch).finally(() => {
			memory.add(batch.filter(({ wasTold }) => wasTold).map(({ callbackId }) => callbackId));
		});
		await (byKey ? namingTheApp(sent) : sent);
	}
}

/** A scope that HubSpot misses is not what is to be mended on a service key. */
async function namingTheApp(sent: Promise<void>): Promise<void> {
	await sent.catch((error: unknown) => {
		const isForbidden = error instanceof VendorError && error.details.status === 403;
		throw isForbidden ? new VendorError({ ...error.details, repair: NEEDS_APP }) : error;
	});
}

class Sender {
	constructor(
		private readonly client: HubSpotClient,
		private readonly callbacks: Callbacks,
		/** What to do about a callback that HubSpot does not wait for. */
		private readonly repair: string,
	) {}

	async send(batch: readonly Caller[]): Promise<void> {
		const attempted = await this.sendOnce(batch);
		if (attempted.ok) {
			for (const caller of batch) caller.told('HubSpot was told');
			return;
		}
		const { error } = attempted;
		if (batch.length > 1 && [400, 404].includes(error.details.status)) {
			const middle = Math.ceil(batch.length / 2);
			await this.send(batch.slice(0, middle));
			await this.send(batch.slice(middle));
			return;
		}
		for (const caller of batch) this.refused(caller, error);
	}

	private async sendOnce(batch: readonly Caller[]): Promise<Attempted<void>> {
		const completions = batch.map(({ callbackId, outputFields }) => ({ callbackId, outputFields }));
		for (let tries = 0; ; tries += 1) {
			const attempted = await attempt(this.callbacks.complete(completions));
			const isLost = !attempted.ok && attempted.error.details.reason === 'uncertain';
			if (!isLost || tries === SECOND_TRIES) return attempted;
			for (const caller of batch) caller.mayBeTold = true;
			await pause(DEFAULT_RETRY.baseMs * 4 ** tries, this.client.signal);
		}
	}

	private refused(caller: Caller, error: VendorError): void {
		if (isNotWaiting(error) && caller.mayBeTold) {
			caller.told('HubSpot was told; its confirmation was lost, and it waits no longer');
		} else if (isAnsweredAlready(error.details)) caller.unchanged(ANSWERED_BEFORE);
		else if (isNotWaiting(error)) {
			const { message } = error.details;
			caller.fail({ reason: 'vendorRejected', message, repair: this.repair });
		} else caller.fail(error.details);
	}
}

const NEEDS_APP =
	'HubSpot lets only the app of the action answer: set Authentication to OAuth2 and choose the credential of that app';

const NOT_WAITING =
	'HubSpot is not waiting for this answer: it already had one, the time to wait was over (Wait at Most of the trigger), or the action belongs to another app than the credential';
