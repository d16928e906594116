import {
	updateDisplayOptions,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import { whenPeopleFailOption, type Written } from '../../../shared/node/people';
import { byWebinar } from '../../../shared/panelists/byWebinar';
import { leaverFields, readLeaving } from '../../../shared/panelists/fields';
import { optionsField } from '../../../shared/registrants/fields';
import { asObject } from '../../../shared/transport/json';
import { readWebinarKey, webinarLocator } from '../../descriptions/webinarLocator';
import { createClient } from '../../transport/request';
import { concernsEverybody, refused } from '../outcome';
import { removeFromWebinar } from './removeFromWebinar';
import { includeHostsOption, PRESENTERS } from './words';

const fields: INodeProperties[] = [
	webinarLocator,
	...leaverFields(PRESENTERS),
	optionsField([
		includeHostsOption('Whether to remove hosts as well. If off, hosts stay.'),
		whenPeopleFailOption,
	]),
];

export const description = updateDisplayOptions(
	{ show: { resource: ['panelist'], operation: ['remove'] } },
	fields,
);

/** One presenter per item, or all of a webinar; the people stay in the account. */
export async function operation(
	this: IExecuteFunctions,
	items: INodeExecutionData[],
): Promise<Written[]> {
	if (items.length === 0) return [];
	const client = await createClient(this);
	return await byWebinar(
		this,
		items,
		{ refused, concernsEverybody },
		(index) => {
			const options = asObject(this.getNodeParameter('options', index, {}));
			return {
				webinar: readWebinarKey(this, index, client.account.baseUrl),
				...readLeaving(this, index, PRESENTERS),
				includeHosts: options.includeHosts === true,
			};
		},
		async (key, leavers) => await removeFromWebinar(this, client, key, leavers),
	);
}
