import type { INodeProperties } from 'n8n-workflow';

import { withSummary, type Route } from '../../../shared/node/router';
import * as sync from './sync.operation';

export const routes: Record<string, Route> = {
	'attendance:sync': withSummary('marketo', sync.operation),
};

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		default: 'sync',
		displayOptions: { show: { resource: ['attendance'] } },
		options: [
			{
				name: 'Sync Attendance',
				value: 'sync',
				action: 'Sync attendance',
				description:
					'Write who attended, did not come or viewed the recording: people, program statuses, member data and activities',
			},
		],
	},
	...sync.description,
];
