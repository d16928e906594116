import type { INodeProperties } from 'n8n-workflow';

import { perItem, withOutcomes, type Route } from '../../../shared/node/router';
import * as complete from './complete.operation';
import * as returnChoices from './returnChoices.operation';

export const routes: Record<string, Route> = {
	'workflowAction:complete': withOutcomes('hubspot', complete.operation),
	'workflowAction:returnChoices': perItem(returnChoices.execute),
};

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		default: 'complete',
		displayOptions: { show: { resource: ['workflowAction'] } },
		options: [
			{
				name: 'Complete Workflow Action',
				value: 'complete',
				action: 'Complete workflow action',
				description: 'Tell the HubSpot workflow whether the contact was registered',
			},
			{
				name: 'Return Choices',
				value: 'returnChoices',
				action: 'Return webinar choices to workflow',
				description: 'Fill the drop-down of webinars in the HubSpot workflow editor',
			},
		],
	},
	...complete.description,
	...returnChoices.description,
];
