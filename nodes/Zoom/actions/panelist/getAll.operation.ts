import {
	updateDisplayOptions,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import { limitFields, readLimit } from '../../../shared/node/limit';
import { readWebinarId, webinarLocator } from '../../descriptions/webinarLocator';
import { toPanelist } from '../../mapping/panelist';
import { getPanelists } from '../../transport/endpoints/panelists';
import { tellingMeetings } from '../../transport/whatIsIt';

const fields: INodeProperties[] = [webinarLocator, ...limitFields];

export const description = updateDisplayOptions(
	{ show: { resource: ['panelist'], operation: ['getAll'] } },
	fields,
);

/** Panelists of a webinar with their join links, one item each. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[][]> {
	const webinarId = readWebinarId(this, itemIndex);
	const limit = readLimit(this, itemIndex);
	const rows = await tellingMeetings(this, webinarId, getPanelists(this, webinarId));
	return [
		rows.slice(0, limit).map((row) => ({
			json: { webinarId, ...toPanelist(row) },
			pairedItem: { item: itemIndex },
		})),
	];
}
