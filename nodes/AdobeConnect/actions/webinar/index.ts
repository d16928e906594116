import type { INodeProperties } from 'n8n-workflow';

import { perItem, withOutcomes, type Route } from '../../../shared/node/router';
import * as create from './create.operation';
import * as deletion from './delete.operation';
import * as get from './get.operation';
import * as getAll from './getAll.operation';
import * as report from './report.operation';
import * as update from './update.operation';

export const routes: Record<string, Route> = {
	'webinar:create': withOutcomes('adobeConnect', create.operation),
	'webinar:delete': withOutcomes('adobeConnect', deletion.operation),
	'webinar:get': perItem(get.execute),
	'webinar:getAll': perItem(getAll.execute),
	'webinar:report': perItem(report.execute, 2),
	'webinar:update': withOutcomes('adobeConnect', update.operation),
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
				name: 'Create',
				value: 'create',
				action: 'Create webinar',
				description: 'Create a seminar or a meeting',
			},
			{
				name: 'Delete',
				value: 'delete',
				action: 'Delete webinar',
				description: 'Delete a meeting, a seminar or one session of it',
			},
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
			{
				name: 'Get Report',
				value: 'report',
				action: 'Get webinar report',
				description:
					'Get the figures of a run, with a page of charts: attendance, engagement, polls, questions',
			},
			{
				name: 'Update',
				value: 'update',
				action: 'Update webinar',
				description: 'Change a meeting, a seminar or one session of it',
			},
		],
		default: 'get',
	},
	...create.description,
	...deletion.description,
	...get.description,
	...getAll.description,
	...report.description,
	...update.description,
];
