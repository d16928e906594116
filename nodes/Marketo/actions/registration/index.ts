import type { INodeProperties } from 'n8n-workflow';

import { withSummary, type Route } from '../../../shared/node/router';
import * as sync from './sync.operation';

export const routes: Record<string, Route> = {
	'registration:sync': withSummary('marketo', sync.operation),
};

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		default: 'sync',
		displayOptions: { show: { resource: ['registration'] } },
		options: [
			{
				name: 'Sync Registrations',
				value: 'sync',
				action: 'Sync registrations',
				description:
					'Write people who registered, wait for approval or could not be registered, with their program statuses and join links',
			},
		],
	},
	...sync.description,
];
