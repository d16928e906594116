import type { INodeProperties } from 'n8n-workflow';

import { perItem, type Route } from '../../../shared/node/router';
import * as get from './get.operation';
import * as getAll from './getAll.operation';

export const routes: Record<string, Route> = {
	'webinar:get': perItem(get.execute),
	'webinar:getAll': perItem(getAll.execute),
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
			{
				name: 'Get Many',
				value: 'getAll',
				action: 'Get many webinars',
				description: 'Get events, seminars and meetings that ended or that are coming',
			},
		],
		default: 'get',
	},
	...get.description,
	...getAll.description,
];
