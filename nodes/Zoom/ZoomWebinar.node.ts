import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { operationFields, router } from './actions/router';
import { authenticationField, zoomCredentials } from './descriptions/authentication';
import {
	searchHosts,
	searchOccurrences,
	searchPastWebinars,
	searchWebinars,
} from './methods/listSearch';
import { getRegistrationFields } from './methods/registrationFields';

export class ZoomWebinar implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Zoom Webinar',
		name: 'zoomWebinar',
		icon: { light: 'file:zoomWebinar.svg', dark: 'file:zoomWebinar.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description:
			'Register contacts for Zoom webinars, see who attended and what they did, and sync recordings',
		defaults: { name: 'Zoom Webinar' },
		usableAsTool: true,
		// Links and passcodes of the host and of recordings; what is shared with people stays visible.
		sensitiveOutputFields: [
			'start_url',
			'password',
			'encrypted_passcode',
			'h323_passcode',
			'recording.passcode',
		],
		inputs: [NodeConnectionTypes.Main],
		// Only what reads the people of a session can be too early.
		outputs:
			'={{ $parameter["resource"] === "attendee" ? [{ type: "main", displayName: "People" }, { type: "main", displayName: "Not Ready" }] : $parameter["resource"] === "webinar" && $parameter["operation"] === "report" ? [{ type: "main", displayName: "Report" }, { type: "main", displayName: "Not Ready" }] : [{ type: "main" }] }}',
		credentials: zoomCredentials,
		properties: [
			authenticationField,
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'Attendee', value: 'attendee' },
					{ name: 'Panelist', value: 'panelist' },
					{ name: 'Recording', value: 'recording' },
					{ name: 'Registrant', value: 'registrant' },
					{ name: 'Webinar', value: 'webinar' },
				],
				default: 'attendee',
			},
			...operationFields,
		],
	};

	methods = {
		listSearch: { searchHosts, searchOccurrences, searchPastWebinars, searchWebinars },
		resourceMapping: { getRegistrationFields },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await router(this);
	}
}
