import type { INodeProperties } from 'n8n-workflow';

import { perItem, withOutcomes, type Route } from '../../../shared/node/router';
import * as create from './create.operation';
import * as deletion from './delete.operation';
import * as get from './get.operation';
import * as getAll from './getAll.operation';
import * as getQuestions from './getQuestions.operation';
import * as report from './report.operation';
import * as setQuestions from './setQuestions.operation';
import * as update from './update.operation';

export const routes: Record<string, Route> = {
	'webinar:create': withOutcomes('zoom', create.operation),
	'webinar:delete': withOutcomes('zoom', deletion.operation),
	'webinar:get': perItem(get.execute),
	'webinar:getAll': perItem(getAll.execute),
	'webinar:getQuestions': perItem(getQuestions.execute),
	'webinar:report': perItem(report.execute, 2),
	'webinar:setQuestions': withOutcomes('zoom', setQuestions.operation),
	'webinar:update': withOutcomes('zoom', update.operation),
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
				description: 'Schedule a webinar or a series',
			},
			{
				name: 'Delete',
				value: 'delete',
				action: 'Delete webinar',
				description: 'Delete a webinar, a series or one occurrence',
			},
			{
				name: 'Get',
				value: 'get',
				action: 'Get webinar',
				description: 'Get a webinar, its settings and its latest run',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				action: 'Get many webinars',
				description: 'Get webinars that ended or that are coming',
			},
			{
				name: 'Get Registration Questions',
				value: 'getQuestions',
				action: 'Get registration questions',
				description: 'Get what the registration form asks, one item per question',
			},
			{
				name: 'Get Report',
				value: 'report',
				action: 'Get webinar report',
				description:
					'Get the figures of a run, with a page of charts: attendance, engagement, polls, questions',
			},
			{
				name: 'Set Registration Questions',
				value: 'setQuestions',
				action: 'Set registration questions',
				description: 'Add questions to the registration form, or replace it',
			},
			{
				name: 'Update',
				value: 'update',
				action: 'Update webinar',
				description: 'Change a webinar, a series or one occurrence',
			},
		],
		default: 'get',
	},
	...create.description,
	...deletion.description,
	...get.description,
	...getAll.description,
	...getQuestions.description,
	...report.description,
	...setQuestions.description,
	...update.description,
];
