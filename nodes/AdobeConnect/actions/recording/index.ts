import type { INodeProperties } from 'n8n-workflow';

import { perItem, type Route } from '../../../shared/node/router';
import * as getAll from './getAll.operation';
import * as sync from './sync.operation';

export const routes: Record<string, Route> = {
	'recording:getAll': perItem(getAll.execute),
	'recording:sync': sync.syncAdobeRecordings,
};

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['recording'] } },
		options: [
			{
				name: 'Get Many',
				value: 'getAll',
				action: 'Get many recordings',
				description: 'Get the recordings of events, seminars and meetings as links',
			},
			{
				name: 'Sync Recordings',
				value: 'sync',
				action: 'Sync recordings',
				description:
					'Get the recordings of webinars that are new since the last run: links, files, view counts',
			},
		],
		default: 'sync',
	},
	...getAll.description,
	...sync.description,
];
