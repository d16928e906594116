import type { INodeProperties } from 'n8n-workflow';

import { withOutcomes, type Route } from '../../../shared/node/router';
import * as setUp from './setUp.operation';

export const routes: Record<string, Route> = {
	'property:setUp': withOutcomes('hubspot', setUp.operation),
};

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		default: 'setUp',
		displayOptions: { show: { resource: ['property'] } },
		options: [
			{
				name: 'Set Up Properties',
				value: 'setUp',
				action: 'Set up webinar properties',
				description:
					'Create or check the webinar properties of contacts and marketing events, with a preview',
			},
		],
	},
	...setUp.description,
];
