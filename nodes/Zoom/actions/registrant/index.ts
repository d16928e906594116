import type { INodeProperties } from 'n8n-workflow';

import { perItem, withOutcomes, type Route } from '../../../shared/node/router';
import * as add from './add.operation';
import * as remove from './delete.operation';
import * as getAll from './getAll.operation';
import * as updateStatus from './updateStatus.operation';

export const routes: Record<string, Route> = {
	'registrant:add': withOutcomes('zoom', add.operation),
	'registrant:delete': withOutcomes('zoom', remove.operation),
	'registrant:getAll': perItem(getAll.execute),
	'registrant:updateStatus': withOutcomes('zoom', updateStatus.operation),
};

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['registrant'] } },
		options: [
			{
				name: 'Add Contact to Webinar',
				value: 'add',
				action: 'Add contact to webinar',
				description: 'Register people for a webinar, one or thousands',
			},
			{
				name: 'Delete',
				value: 'delete',
				action: 'Delete registrant',
				description: 'Delete registrants of a webinar',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				action: 'Get many registrants',
				description: 'Get the registrants of a webinar',
			},
			{
				name: 'Update Status',
				value: 'updateStatus',
				action: 'Update registrant status',
				description: 'Approve, deny or cancel registrants, one or thousands',
			},
		],
		default: 'add',
	},
	...add.description,
	...remove.description,
	...getAll.description,
	...updateStatus.description,
];
