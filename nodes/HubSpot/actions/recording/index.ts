import type { INodeProperties } from 'n8n-workflow';

import { withOutcomes, type Route } from '../../../shared/node/router';
import * as sync from './sync.operation';

export const routes: Record<string, Route> = {
	'recording:sync': withOutcomes('hubspot', sync.operation),
};

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		default: 'sync',
		displayOptions: { show: { resource: ['recording'] } },
		options: [
			{
				name: 'Add Recordings to CRM',
				value: 'sync',
				action: 'Add recordings to CRM',
				description:
					'Write recordings and transcripts as calls and notes of the people who attended the webinar',
			},
		],
	},
	...sync.description,
];
