import type { INodeProperties } from 'n8n-workflow';

import { perItem, withOutcomes, type Route } from '../../../shared/node/router';
import * as returnChoices from './returnChoices.operation';
import * as returnResult from './returnResult.operation';

export const routes: Record<string, Route> = {
	'flowStep:returnResult': withOutcomes('marketo', returnResult.operation),
	'flowStep:returnChoices': perItem(returnChoices.execute),
};

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		default: 'returnResult',
		displayOptions: { show: { resource: ['flowStep'] } },
		options: [
			{
				name: 'Return Choices',
				value: 'returnChoices',
				action: 'Return webinar choices to flow step',
				description: 'Fill the list of webinars at the flow step',
			},
			{
				name: 'Return Result',
				value: 'returnResult',
				action: 'Return result to flow step',
				description:
					'Write join link and status to the program, then tell the smart campaign whether the person was registered',
			},
		],
	},
	...returnResult.description,
	...returnChoices.description,
];
