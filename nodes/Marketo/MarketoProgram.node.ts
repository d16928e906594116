import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { operationFields, route } from './actions/router';
import { getActivityTypes, getPersonFields } from './methods/attendance';
import { searchCampaigns } from './methods/campaigns';
import {
	getAllMemberFields,
	getCustomMemberFieldNames,
	getLeadFieldNames,
	getLeadFields,
	getMemberFields,
	getRegistrationFields,
	getTextMemberFields,
} from './methods/fields';
import { getProgramStatuses, searchPrograms } from './methods/programs';
import { getAttendanceStatuses, getRegistrationStatuses } from './methods/statusFields';
import { getWebinarFields } from './methods/webinarFields';
import { PASSED_ON_SECRETS } from '../shared/node/secrets';

export class MarketoProgram implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Marketo Program',
		name: 'marketoProgram',
		icon: { light: 'file:marketoProgram.svg', dark: 'file:marketoProgram.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description:
			'Writes registrations, attendance and join links of webinars to Marketo programs, and answers its flow steps',
		defaults: { name: 'Marketo Program' },
		usableAsTool: true,
		sensitiveOutputFields: PASSED_ON_SECRETS,
		inputs: [NodeConnectionTypes.Main],
		// What syncs people sums up each program beside them.
		outputs:
			'={{ $parameter["operation"] === "sync" ? [{ type: "main", displayName: "People" }, { type: "main", displayName: "Summary" }] : [{ type: "main" }] }}',
		credentials: [
			{
				name: 'marketoRestOAuth2Api',
				required: true,
				// Choices are handed to Marketo on the connection that it holds open, and a result may be no more than told.
				displayOptions: { hide: { operation: ['returnChoices'], writeToProgram: [false] } },
			},
		],
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				default: 'attendance',
				options: [
					{ name: 'Attendance', value: 'attendance' },
					{ name: 'Campaign', value: 'campaign' },
					{ name: 'Flow Step', value: 'flowStep' },
					{ name: 'Member', value: 'member' },
					{ name: 'Program', value: 'program' },
					{ name: 'Registration', value: 'registration' },
				],
			},
			...operationFields,
		],
	};

	methods = {
		loadOptions: {
			getActivityTypes,
			getCustomMemberFieldNames,
			getLeadFieldNames,
			getProgramStatuses,
			getTextMemberFields,
		},
		listSearch: { searchCampaigns, searchPrograms },
		resourceMapping: {
			getAllMemberFields,
			getAttendanceStatuses,
			getLeadFields,
			getMemberFields,
			getRegistrationStatuses,
		},
		localResourceMapping: { getPersonFields, getRegistrationFields, getWebinarFields },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await route(this);
	}
}
