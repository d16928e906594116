import type { IExecuteFunctions } from 'n8n-workflow';

import { createClient, type MarketoClient } from '../../transport/request';

const clients = new WeakMap<IExecuteFunctions, Promise<MarketoClient>>();

/** One client for all items of a run, for operations that work item by item. */
export async function clientOfRun(context: IExecuteFunctions): Promise<MarketoClient> {
	const client = clients.get(context) ?? createClient(context);
	clients.set(context, client);
	return await client;
}
