import type { INodeProperties } from 'n8n-workflow';

import { perItem, withOutcomes, type Route } from '../../../shared/node/router';
import * as changeStatus from './changeStatus.operation';
import * as getAll from './getAll.operation';
import * as update from './update.operation';

export const routes: Record<string, Route> = {
	'member:changeStatus': withOutcomes('marketo', changeStatus.operation),
	'member:getAll': perItem(getAll.execute),
	'member:update': withOutcomes('marketo', update.operation),
};

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		default: 'changeStatus',
		displayOptions: { show: { resource: ['member'] } },
		options: [
			{
				name: 'Change Program Status',
				value: 'changeStatus',
				action: 'Change program status of members',
				description:
					'Give people a progression status, and add them to the program if they are not in it',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				action: 'Get many members',
				description: 'Get the members of a program with their statuses and fields of the people',
			},
			{
				name: 'Update',
				value: 'update',
				action: 'Update members',
				description: 'Write the webinar URL, the registration code or custom fields of members',
			},
		],
	},
	...changeStatus.description,
	...getAll.description,
	...update.description,
];
