import {
	updateDisplayOptions,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import { limitFields, readLimit } from '../../../shared/node/limit';
import { optionsField } from '../../../shared/registrants/fields';
import { asObject } from '../../../shared/transport/json';
import { readWebinarKey, webinarLocator } from '../../descriptions/webinarLocator';
import { createClient } from '../../transport/request';
import { findWebinar } from '../webinars/find';
import { readPresenting } from './present';
import { includeHostsOption } from './words';

const fields: INodeProperties[] = [
	webinarLocator,
	...limitFields,
	optionsField([includeHostsOption('Whether to return the hosts of the room as well')]),
];

export const description = updateDisplayOptions(
	{ show: { resource: ['panelist'], operation: ['getAll'] } },
	fields,
);

/** Presenters of a webinar, one item each. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[][]> {
	const client = await createClient(this);
	const key = readWebinarKey(this, itemIndex, client.account.baseUrl);
	const { includeHosts } = asObject(this.getNodeParameter('options', itemIndex, {}));
	const limit = readLimit(this, itemIndex);
	const found = await findWebinar(client, key);
	const { presenters } = await readPresenting(client, found);
	const { webinarId } = found.webinar;
	return [
		presenters
			.filter(({ role }) => role === 'presenter' || includeHosts === true)
			.slice(0, limit)
			.map((presenter) => ({
				json: { webinarId, ...presenter },
				pairedItem: { item: itemIndex },
			})),
	];
}
