import {
	updateDisplayOptions,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import { ParameterError } from '../../../shared/node/errors';
import { asNumber } from '../../../shared/transport/json';
import { readWebinarId, webinarLocator } from '../../descriptions/webinarLocator';
import { toPanelist } from '../../mapping/panelist';
import { getPanelists } from '../../transport/endpoints/panelists';
import { tellingMeetings } from '../../transport/whatIsIt';

const fields: INodeProperties[] = [
	webinarLocator,
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: { show: { returnAll: [false] } },
	},
];

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

function readLimit(context: IExecuteFunctions, itemIndex: number): number {
	if (context.getNodeParameter('returnAll', itemIndex, false) === true) return Infinity;
	const limit = asNumber(context.getNodeParameter('limit', itemIndex, 50));
	if (limit === undefined || limit < 1) {
		throw new ParameterError('Limit is not a number of 1 or more', 'Enter a number in Limit');
	}
	return Math.floor(limit);
}
