import type { INodeProperties } from 'n8n-workflow';

import { perItem, withSummary, type Route } from '../../../shared/node/router';
import * as getAll from './getAll.operation';
import * as sync from './sync.operation';

export const routes: Record<string, Route> = {
	'attendance:getAll': perItem(getAll.execute),
	'attendance:sync': withSummary('hubspot', sync.operation),
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
				name: 'Get Many',
				value: 'getAll',
				action: 'Get many participations',
				description:
					'Get participation: who attended, registered, cancelled or did not come, and how many',
			},
			{
				name: 'Sync Attendance',
				value: 'sync',
				action: 'Sync attendance',
				description:
					'Write the marketing event, its registrations and attendance, and the webinar properties of the contacts',
			},
		],
	},
	...getAll.description,
	...sync.description,
];
