import type { INodeProperties } from 'n8n-workflow';

import { withOutcomes, type Route } from '../../../shared/node/router';
import * as request from './request.operation';

export const routes: Record<string, Route> = {
	'campaign:request': withOutcomes('marketo', request.operation),
};

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		default: 'request',
		displayOptions: { show: { resource: ['campaign'] } },
		options: [
			{
				name: 'Request',
				value: 'request',
				action: 'Request smart campaign',
				description: 'Run a smart campaign for people, e.g. one that sends the confirmation',
			},
		],
	},
	...request.description,
];
