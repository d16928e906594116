import {
	updateDisplayOptions,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import { ParameterError } from '../../../shared/node/errors';
import type { Webinar } from '../../../shared/model/webinar';
import { asNumber, asText } from '../../../shared/transport/json';
import { hostLocator } from '../../descriptions/hostLocator';
import { toPastWebinar, toWebinar } from '../../mapping/webinar';
import { zoomAccount } from '../../transport/credential';
import { getHostWebinars } from '../../transport/endpoints/webinars';
import { pastSessions } from '../../transport/history';

const fields: INodeProperties[] = [
	{
		displayName: 'Webinars',
		name: 'which',
		type: 'options',
		default: 'ended',
		options: [
			{
				name: 'Ended',
				value: 'ended',
				description: 'Every run that ended, of all hosts of the account, one item per run',
			},
			{
				name: 'Not Expired',
				value: 'scheduled',
				description: 'Live and upcoming webinars of a host, and those that ended recently',
			},
			{ name: 'Upcoming', value: 'upcoming', description: 'Upcoming webinars of a host' },
		],
	},
	{
		displayName: 'Ended Within (Days)',
		name: 'days',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 180 },
		default: 7,
		description: 'How far to look back, up to 180 days',
		displayOptions: { show: { which: ['ended'] } },
	},
	{ ...hostLocator, displayOptions: { show: { which: ['scheduled', 'upcoming'] } } },
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
	{ show: { resource: ['webinar'], operation: ['getAll'] } },
	fields,
);

/** Many webinars: those that ended (newest first), or those of a host that have not expired. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[][]> {
	const limit = this.getNodeParameter('returnAll', itemIndex)
		? Infinity
		: readPositive(this, 'limit', itemIndex, 'Limit');
	const { accountId } = await zoomAccount(this);
	const which = this.getNodeParameter('which', itemIndex);
	const webinars =
		which === 'ended'
			? await readEnded(this, itemIndex, limit, accountId)
			: await readOfHost(this, itemIndex, which === 'upcoming', accountId);
	return [webinars.slice(0, limit).map((json) => ({ json, pairedItem: { item: itemIndex } }))];
}

async function readEnded(
	context: IExecuteFunctions,
	itemIndex: number,
	limit: number,
	accountId: string,
): Promise<Webinar[]> {
	const days = readPositive(context, 'days', itemIndex, 'Ended Within (Days)');
	if (days > 180) {
		throw new ParameterError('Ended Within (Days) is more than 180', 'Enter 180 days or fewer');
	}
	const webinars: Webinar[] = [];
	for await (const rows of pastSessions(context, days, Date.now())) {
		webinars.push(...rows.map((row) => toPastWebinar(row, accountId)));
		if (webinars.length >= limit) break;
	}
	return webinars;
}

async function readOfHost(
	context: IExecuteFunctions,
	itemIndex: number,
	upcoming: boolean,
	accountId: string,
): Promise<Webinar[]> {
	const host = asText(
		context.getNodeParameter('host', itemIndex, '', { extractValue: true }),
	).trim();
	if (host === '') {
		throw new ParameterError('Host is empty', 'Choose a host or enter the email of one');
	}
	const rows = await getHostWebinars(context, host, upcoming ? 'upcoming' : 'scheduled');
	return rows.map((row) => toWebinar(row, accountId));
}

function readPositive(
	context: IExecuteFunctions,
	name: string,
	itemIndex: number,
	label: string,
): number {
	const number = asNumber(context.getNodeParameter(name, itemIndex));
	if (number === undefined || number < 1) {
		throw new ParameterError(`${label} is not a number of 1 or more`, `Enter a number in ${label}`);
	}
	return Math.floor(number);
}
