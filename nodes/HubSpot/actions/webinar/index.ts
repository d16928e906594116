import type { INodeProperties } from 'n8n-workflow';

import { withSummary, type Route } from '../../../shared/node/router';
import * as sync from './sync.operation';

export const routes: Record<string, Route> = {
	'webinar:sync': withSummary('hubspot', sync.operation),
};

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		default: 'sync',
		displayOptions: { show: { resource: ['webinar'] } },
		options: [
			{
				name: 'Sync Webinar',
				value: 'sync',
				action: 'Sync webinar',
				description: 'Create, move, rename or cancel the marketing event with its webinar',
			},
		],
	},
	...sync.description,
];
