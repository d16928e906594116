import type { INodeProperties } from 'n8n-workflow';

import { perItem, withOutcomes, type Route } from '../../../shared/node/router';
import * as connectWebinar from './connectWebinar.operation';
import * as get from './get.operation';
import * as getAll from './getAll.operation';

export const routes: Record<string, Route> = {
	'program:connectWebinar': withOutcomes('marketo', connectWebinar.operation),
	'program:get': perItem(get.execute),
	'program:getAll': perItem(getAll.execute),
};

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		default: 'connectWebinar',
		displayOptions: { show: { resource: ['program'] } },
		options: [
			{
				name: 'Connect Webinar',
				value: 'connectWebinar',
				action: 'Connect webinar to program',
				description:
					'Save the webinar in the My Tokens of its program, and update them when it changes',
			},
			{
				name: 'Get',
				value: 'get',
				action: 'Get program',
				description: 'Get a program, its statuses and the webinar that it is connected to',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				action: 'Get many programs',
				description: 'Get programs, or those that are connected to a webinar',
			},
		],
	},
	...connectWebinar.description,
	...get.description,
	...getAll.description,
];
