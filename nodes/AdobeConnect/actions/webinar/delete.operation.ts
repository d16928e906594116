import {
	updateDisplayOptions,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import { onlyWhenPeopleFail, type Written } from '../../../shared/node/people';
import { unless } from '../../../shared/transport/unless';
import { VendorError } from '../../../shared/transport/vendorError';
import { readWebinarKey, webinarLocator } from '../../descriptions/webinarLocator';
import { deleteSco, getSco } from '../../transport/endpoints/scos';
import { createClient, type AdobeClient } from '../../transport/request';
import { isHidden } from '../../transport/told';
import { alreadySo, done, oneByOne } from '../outcome';
import { findTarget, scopeFields } from './scope';

const fields: INodeProperties[] = [webinarLocator, ...scopeFields, onlyWhenPeopleFail];

export const description = updateDisplayOptions(
	{ show: { resource: ['webinar'], operation: ['delete'] } },
	fields,
);

/** One meeting, seminar or session per item; what is gone already is `unchanged`. */
export async function operation(
	this: IExecuteFunctions,
	items: INodeExecutionData[],
): Promise<Written[]> {
	const client = await createClient(this);
	return await oneByOne(this, items, async (index) => {
		const key = readWebinarKey(this, index, client.account.baseUrl);
		const target = await findTarget(this, client, index, key, 'delete').catch((error: unknown) => {
			if (!isGone(error)) throw error;
			return error;
		});
		if (target instanceof VendorError) {
			const recordId = 'scoId' in key ? key.scoId : '';
			return { outcome: alreadySo(recordId, target.message, 'webinarNotFound') };
		}
		const { found, sessionId } = target;
		const { kind, webinarId, topic } = found.webinar;
		const what =
			sessionId === ''
				? `${kind} ${topic} (ID ${webinarId})`
				: `session ${sessionId} of the seminar (ID ${webinarId})`;
		await deleteOnce(client, sessionId || webinarId, `the deletion of the ${what}`);
		return { outcome: done('deleted', webinarId, `Deleted the ${what}`) };
	});
}

/** Sent again after a lost answer, it finds nothing, and so does whoever looks. */
async function deleteOnce(client: AdobeClient, scoId: string, what: string): Promise<void> {
	await deleteSco(client, scoId, what).catch(async (error: unknown) => {
		if (!isHidden(error)) throw error;
		const left = await unless(isHidden, getSco(client, scoId, what));
		if (left !== undefined) throw error;
	});
}

function isGone(error: unknown): error is VendorError {
	return error instanceof VendorError && error.details.reason === 'webinarNotFound';
}
