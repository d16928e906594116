import type { INodeProperties } from 'n8n-workflow';

import { perItem, withOutcomes, type Route } from '../../../shared/node/router';
import * as add from './add.operation';
import * as getAll from './getAll.operation';
import * as remove from './remove.operation';

export const routes: Record<string, Route> = {
	'panelist:add': withOutcomes('zoom', add.operation),
	'panelist:getAll': perItem(getAll.execute),
	'panelist:remove': withOutcomes('zoom', remove.operation),
};

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['panelist'] } },
		options: [
			{
				name: 'Add',
				value: 'add',
				action: 'Add panelist',
				description: 'Invite people as panelists of a webinar',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				action: 'Get many panelists',
				description: 'Get the panelists of a webinar with their join links',
			},
			{
				name: 'Remove',
				value: 'remove',
				action: 'Remove panelist',
				description: 'Remove one panelist or all of them',
			},
		],
		default: 'getAll',
	},
	...add.description,
	...getAll.description,
	...remove.description,
];
