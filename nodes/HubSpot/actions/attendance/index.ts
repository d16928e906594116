import type { INodeProperties } from 'n8n-workflow';

import { withOutcomes, type Route } from '../../../shared/node/router';
import * as sync from './sync.operation';

export const routes: Record<string, Route> = {
	'attendance:sync': withOutcomes('hubspot', sync.operation),
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
					'Write the marketing event, its registrations and attendance, and the webinar properties of the contacts',
			},
		],
	},
	...sync.description,
];
