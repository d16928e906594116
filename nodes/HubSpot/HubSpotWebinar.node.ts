import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { operationFields, route } from './actions/router';
import { getPersonFields } from './methods/personFields';

export class HubSpotWebinar implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'HubSpot Webinar',
		name: 'hubSpotWebinar',
		icon: { light: 'file:hubSpotWebinar.svg', dark: 'file:hubSpotWebinar.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description: 'Writes who registered for a webinar and who attended to HubSpot',
		defaults: { name: 'HubSpot Webinar' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'hubSpotWebinarServiceKeyApi', required: true }],
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				default: 'attendance',
				options: [
					{ name: 'Attendance', value: 'attendance' },
					{ name: 'Property', value: 'property' },
				],
			},
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
						description: 'Create the webinar properties of contacts, where they are missing',
					},
				],
			},
			...operationFields,
		],
	};

	methods = { localResourceMapping: { getPersonFields } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await route(this);
	}
}
