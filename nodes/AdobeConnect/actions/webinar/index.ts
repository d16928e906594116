import type { INodeProperties } from 'n8n-workflow';

import { perItem, type Route } from '../../../shared/node/router';
import * as get from './get.operation';

export const routes: Record<string, Route> = {
	'webinar:get': perItem(get.execute),
};

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['webinar'] } },
		options: [
			{
				name: 'Get',
				value: 'get',
				action: 'Get webinar',
				description: 'Get an event, a seminar or a meeting, and its latest run',
			},
		],
		default: 'get',
	},
	...get.description,
];
