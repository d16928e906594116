import {
	updateDisplayOptions,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';

import type { Written } from '../../../shared/node/people';
import { asText } from '../../../shared/transport/json';
import { readHost } from '../../descriptions/hostLocator';
import { toWebinar } from '../../mapping/webinar';
import { zoomAccount } from '../../transport/credential';
import { createWebinar } from '../../transport/endpoints/webinars';
import { isUncertain } from '../../transport/told';
import { createFields } from './createFields';
import { findCreated } from './findCreated';
import { readNewWebinar } from './newWebinar';
import { oneByOne } from './oneByOne';
import { done } from './outcome';
import { SpentHosts } from './spentHosts';

export const description = updateDisplayOptions(
	{ show: { resource: ['webinar'], operation: ['create'] } },
	createFields,
);

/**
 * One webinar per item. Zoom has no key that would make a creation repeatable, so a lost answer is
 * looked for among the host's webinars, and what is not found there is `uncertain`.
 */
export async function operation(
	this: IExecuteFunctions,
	items: INodeExecutionData[],
): Promise<Written[]> {
	const { accountId } = await zoomAccount(this);
	const hosts = new SpentHosts();
	const created = new Set<string>();
	return await oneByOne(this, items, async (index) => {
		const host = readHost(this, index);
		const body = readNewWebinar(this, index, Date.now());
		const { details, wasLost } = await hosts.writeFor(
			host,
			async () => await createOnce(this, host, body, created),
		);
		const webinar = toWebinar(details, accountId);
		created.add(webinar.webinarId);
		const message = `Created the webinar ${asText(details.topic)}`;
		const found = `${message}; Zoom's answer was lost, and it is in the list of the host`;
		return {
			outcome: done('created', webinar.webinarId, wasLost ? found : message),
			adds: { webinar },
		};
	});
}

async function createOnce(
	context: IExecuteFunctions,
	host: string,
	body: IDataObject,
	created: ReadonlySet<string>,
): Promise<{ details: IDataObject; wasLost: boolean }> {
	const sentAt = Date.now();
	return await createWebinar(context, host, body).then(
		(details) => ({ details: details as IDataObject, wasLost: false }),
		async (error: unknown) => {
			if (!isUncertain(error)) throw error;
			const details = await findCreated(context, host, body, { sentAt, created });
			if (details === undefined) throw error;
			return { details: details as IDataObject, wasLost: true };
		},
	);
}
