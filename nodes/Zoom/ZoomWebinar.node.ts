import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import * as getAttendees from './actions/attendee/get.operation';
import { router } from './actions/router';
import * as getWebinar from './actions/webinar/get.operation';
import * as getManyWebinars from './actions/webinar/getAll.operation';
import { searchHosts, searchPastWebinars } from './methods/listSearch';

export class ZoomWebinar implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Zoom Webinar',
		name: 'zoomWebinar',
		icon: { light: 'file:zoomWebinar.svg', dark: 'file:zoomWebinar.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description: 'Get who attended a Zoom webinar, who did not, and what they did',
		defaults: { name: 'Zoom Webinar' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		// Only Get Attendees can be too early.
		outputs:
			'={{ $parameter["resource"] === "attendee" ? [{ type: "main", displayName: "People" }, { type: "main", displayName: "Not Ready" }] : [{ type: "main" }] }}',
		credentials: [{ name: 'zoomWebinarServerToServerOAuth2Api', required: true }],
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'Attendee', value: 'attendee' },
					{ name: 'Webinar', value: 'webinar' },
				],
				default: 'attendee',
			},
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				displayOptions: { show: { resource: ['attendee'] } },
				options: [
					{
						name: 'Get Attendees',
						value: 'get',
						action: 'Get attendees',
						description:
							'Get one item per person: attendees and no-shows with time, percent and engagement',
					},
				],
				default: 'get',
			},
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				displayOptions: { show: { resource: ['webinar'] } },
				options: [
					{
						name: 'Get',
						value: 'get',
						action: 'Get webinar',
						description: 'Get a webinar and its latest run',
					},
					{
						name: 'Get Many',
						value: 'getAll',
						action: 'Get many webinars',
						description: 'Get webinars that ended or that are coming',
					},
				],
				default: 'get',
			},
			...getAttendees.description,
			...getWebinar.description,
			...getManyWebinars.description,
		],
	};

	methods = { listSearch: { searchHosts, searchPastWebinars } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await router.call(this);
	}
}
