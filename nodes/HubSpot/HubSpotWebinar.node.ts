import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { operationFields, route } from './actions/router';
import { authenticationField, hubSpotCredentials } from './descriptions/authentication';
import { getContactFields, getLifecycleStages } from './methods/contactFields';
import {
	getPersonFields,
	getRecordingFields,
	getRegistrationFields,
	getWebinarFields,
} from './methods/mapperFields';
import { PASSED_ON_SECRETS } from '../shared/node/secrets';

export class HubSpotWebinar implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'HubSpot Webinar',
		name: 'hubSpotWebinar',
		icon: { light: 'file:hubSpotWebinar.svg', dark: 'file:hubSpotWebinar.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description:
			'Writes webinars, registrations, attendance and recordings to HubSpot, and answers its workflows',
		defaults: { name: 'HubSpot Webinar' },
		usableAsTool: true,
		sensitiveOutputFields: PASSED_ON_SECRETS,
		inputs: [NodeConnectionTypes.Main],
		// What syncs people or webinars sums up each webinar beside them.
		outputs:
			'={{ $parameter["operation"] === "sync" && ["attendance", "registration", "webinar"].includes($parameter["resource"]) ? [{ type: "main", displayName: $parameter["resource"] === "webinar" ? "Webinars" : "People" }, { type: "main", displayName: "Summary" }] : [{ type: "main" }] }}',
		credentials: hubSpotCredentials,
		properties: [
			authenticationField,
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				default: 'attendance',
				options: [
					{ name: 'Attendance', value: 'attendance' },
					{ name: 'Property', value: 'property' },
					{ name: 'Recording', value: 'recording' },
					{ name: 'Registration', value: 'registration' },
					{ name: 'Webinar', value: 'webinar' },
					{ name: 'Workflow Action', value: 'workflowAction' },
				],
			},
			...operationFields,
		],
	};

	methods = {
		loadOptions: { getLifecycleStages },
		localResourceMapping: {
			getPersonFields,
			getRecordingFields,
			getRegistrationFields,
			getWebinarFields,
		},
		resourceMapping: { getContactFields },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await route(this);
	}
}
