import type { INodeProperties } from 'n8n-workflow';

import { perItem, type Route } from '../../../shared/node/router';
import * as get from './get.operation';

export const routes: Record<string, Route> = {
	'attendee:get': perItem(get.execute, 2),
};

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['attendee'] } },
		options: [
			{
				name: 'Get Attendees',
				value: 'get',
				action: 'Get attendees',
				description:
					'Get one item per person: attendees and no-shows with time, percent and engagement',
			},
		],
		default: 'get',
	},
	...get.description,
];
