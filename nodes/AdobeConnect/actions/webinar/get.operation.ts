import {
	updateDisplayOptions,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import { pastWebinarLocator, readWebinarKey } from '../../descriptions/webinarLocator';
import { createClient } from '../../transport/request';
import { findWebinar } from '../webinars/find';

const fields: INodeProperties[] = [pastWebinarLocator];

export const description = updateDisplayOptions(
	{ show: { resource: ['webinar'], operation: ['get'] } },
	fields,
);

/** One webinar: an event, a seminar with its session, or a meeting. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[][]> {
	const client = await createClient(this);
	const key = readWebinarKey(this, itemIndex, client.account.baseUrl);
	const { webinar } = await findWebinar(client, key);
	return [[{ json: webinar as IDataObject, pairedItem: { item: itemIndex } }]];
}
