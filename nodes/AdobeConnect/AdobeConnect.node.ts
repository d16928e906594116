import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { operationFields, router } from './actions/router';
import { getRegistrationFields } from './methods/registrationFields';
import { testAdobeConnectCredential } from './methods/credentialTest';
import {
	searchFolders,
	searchLicences,
	searchOccurrences,
	searchPastWebinars,
	searchTemplates,
	searchWebinars,
} from './methods/listSearch';

export class AdobeConnect implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Adobe Connect',
		name: 'adobeConnect',
		icon: { light: 'file:adobeConnect.svg', dark: 'file:adobeConnect.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description:
			'Register contacts for Adobe Connect events, seminars and meetings, see who attended and what they did, and sync recordings',
		defaults: { name: 'Adobe Connect' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		// Only what reads the people of a session can be too early.
		outputs:
			'={{ $parameter["resource"] === "attendee" ? [{ type: "main", displayName: "People" }, { type: "main", displayName: "Not Ready" }] : $parameter["resource"] === "webinar" && $parameter["operation"] === "report" ? [{ type: "main", displayName: "Report" }, { type: "main", displayName: "Not Ready" }] : [{ type: "main" }] }}',
		credentials: [
			{ name: 'adobeConnectApi', required: true, testedBy: 'testAdobeConnectCredential' },
		],
		// An entry to an event admits whoever has it, and a passcode opens a recording.
		sensitiveOutputFields: ['redirectUrl', 'recording.passcode'],
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'Attendee', value: 'attendee' },
					{ name: 'Presenter', value: 'panelist' },
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
		credentialTest: { testAdobeConnectCredential },
		listSearch: {
			searchFolders,
			searchLicences,
			searchOccurrences,
			searchPastWebinars,
			searchTemplates,
			searchWebinars,
		},
		resourceMapping: { getRegistrationFields },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await router(this);
	}
}
